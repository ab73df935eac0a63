import { formatMonth, parseMonth } from "../models/month.ts";
import { type Language, text } from "../models/text.ts";
import type { AlertFact, LevelFact } from "./alert-facts.ts";
import type { MonthlyFacts } from "./facts.ts";
import type { GroupFacts } from "./group-facts.ts";
import { LIGHT, SANS, safeColor } from "./tokens.ts";

/** A chart.js configuration as plain JSON: no functions, so that a browser, a server and a test read the same thing. */
export interface ChartConfig {
  readonly type: "line" | "bar";
  readonly data: { readonly labels: readonly string[]; readonly datasets: readonly Dataset[] };
  readonly options: Readonly<Record<string, unknown>>;
}

type Point = number | null | readonly [number, number] | { readonly x: number | string; readonly y: number };
export type Dataset = Readonly<Record<string, unknown>> & { readonly label: string; readonly data: readonly Point[] };

const FONT = { family: SANS, size: 12 };

export const baseOptions = (extra: Readonly<Record<string, unknown>>) => ({
  animation: false,
  maintainAspectRatio: false,
  font: FONT,
  color: LIGHT.soft,
  ...extra,
});

const plugins = { legend: { display: false } };
const ticks = { color: LIGHT.soft, font: FONT, maxRotation: 0 };
export const QUIET_AXIS = {
  grid: { display: false },
  border: { color: LIGHT.rule },
  ticks: { ...ticks, autoSkipPadding: 12 },
};
export const VALUE_AXIS = {
  grid: { color: LIGHT.rule },
  border: { display: false },
  ticks: { ...ticks, maxTicksLimit: 5 },
};

/** There are no half enterprises. */
export const COUNT_AXIS = { ...VALUE_AXIS, ticks: { ...VALUE_AXIS.ticks, precision: 0 } };

/** Nobody has fewer than no staff: below a line that comes down to zero no persons are marked. */
export const headcountAxis = (values: readonly (number | null)[]) => ({
  ...VALUE_AXIS,
  ...{ beginAtZero: false, grace: "10%" },
  ...(values.some((value) => value !== null && value <= 0) ? { min: 0 } : {}),
});

export const LABELS = {
  before: text("此前", "before"),
  recent: text("近13个月", "last 13 months"),
  festival: text("春节所在月", "month of Spring Festival"),
  loss: text("岗位减少", "jobs lost"),
  gain: text("岗位增加", "jobs gained"),
  headcount: text("用工人数", "headcount"),
  band: text("下限至预计", "lower bound to expected"),
} as const;

/** Months drawn strong; what came before is thin. */
export const STRONG = 13;

/** Comparable employment month by month; the Spring Festival months stand on grey, a gap stays open. */
export function trendChart(facts: Pick<MonthlyFacts, "trend">, language: Language): ChartConfig {
  const first = facts.trend.findIndex((p) => p.chained !== null);
  const trend = facts.trend.slice(Math.max(0, first)); // an axis of months without a line looks like a gap
  const from = Math.max(0, trend.length - STRONG);
  const values = trend.map((p) => rounded(p.chained));
  const line = { borderColor: LIGHT.ink, pointRadius: 0, tension: 0, order: 1 };
  return {
    type: "line",
    data: {
      labels: trend.map((p) => formatMonth(p.month)),
      datasets: [
        {
          ...line,
          label: LABELS.before[language],
          data: values.map((v, i) => (i <= from ? v : null)),
          borderWidth: 1,
          borderColor: LIGHT.thin,
        },
        {
          ...line,
          ...{ label: LABELS.recent[language], data: values.map((v, i) => (i >= from ? v : null)), borderWidth: 2.5 },
          ...{ pointRadius: values.map((_, i) => (i === values.length - 1 ? 4 : 0)), pointBackgroundColor: LIGHT.blue },
          pointBorderColor: LIGHT.blue,
        },
        ...festivalShade(trend, language),
      ],
    },
    options: baseOptions({
      plugins,
      scales: { x: QUIET_AXIS, y: VALUE_AXIS, shade: SHADE_AXIS },
    }),
  };
}

/** Not seen: from the foot of the picture, 0, to its top, 1. */
export const SHADE_AXIS = { axis: "y", display: false, min: 0, max: 1 };

/** Full-height grey bars behind the line, on an axis of their own; nothing where no month is marked. */
export function festivalShade(trend: readonly { readonly springFestival: boolean }[], language: Language): Dataset[] {
  if (!trend.some((p) => p.springFestival)) return [];
  const data = trend.map((p) => (p.springFestival ? 1 : null));
  const look = { backgroundColor: LIGHT.festival, barPercentage: 1, categoryPercentage: 1, order: 9 };
  return [{ type: "bar", label: LABELS.festival[language], data, yAxisID: "shade", ...look }];
}

/** Persons lost and gained in the groups that moved most, each bar from an honest zero. */
export function flowChart(groups: readonly Pick<GroupFacts, "name" | "previous">[], language: Language): ChartConfig {
  const bar = { borderWidth: 0, barPercentage: 0.9, categoryPercentage: 0.7 };
  return {
    type: "bar",
    data: {
      labels: groups.map((g) => shortened(g.name[language])),
      datasets: [
        {
          ...bar,
          label: LABELS.loss[language],
          data: groups.map((g) => -g.previous.grossLoss),
          backgroundColor: LIGHT.soft,
          stack: "flow",
        },
        {
          ...bar,
          label: LABELS.gain[language],
          data: groups.map((g) => g.previous.grossGain),
          backgroundColor: LIGHT.rule,
          stack: "flow",
        },
      ],
    },
    options: baseOptions({
      ...{ indexAxis: "y", plugins },
      scales: {
        x: { ...VALUE_AXIS, stacked: true },
        y: { ...QUIET_AXIS, stacked: true, ticks: { ...ticks, autoSkip: false } },
      },
    }),
  };
}

/** How chart.js calls the shapes of levels. */
export const POINT_STYLES: Readonly<Record<string, string>> = {
  "▲": "triangle",
  "◆": "rectRot",
  "●": "circle",
  "■": "rect",
};

/** One enterprise's history; this month carries its level's shape, and a grey bar from the lower bound to what was expected. */
export function alertChart(
  alert: Pick<AlertFact, "history" | "expected" | "lower">,
  level: LevelFact | undefined,
  month: string,
  language: Language,
): ChartConfig {
  const { history, expected, lower } = alert;
  const last = history.length - 1;
  const end = parseMonth(month);
  const only = <T>(value: T) => history.map((_, i) => (i === last ? value : null));
  const color = level ? safeColor(level.color) : LIGHT.ink;
  const band: Point = expected === null || lower === null ? null : [Math.max(0, lower), expected];
  return {
    type: "line",
    data: {
      labels: history.map((_, i) => formatMonth(end - last + i)),
      datasets: [
        {
          ...{
            label: LABELS.headcount[language],
            data: history,
            borderColor: LIGHT.ink,
            borderWidth: 1.5,
            tension: 0,
            order: 1,
            spanGaps: false,
          },
          ...{ pointRadius: only(6).map((r) => r ?? 0), pointStyle: POINT_STYLES[level?.shape ?? ""] ?? "circle" },
          ...{ pointBackgroundColor: color, pointBorderColor: color },
        },
        {
          type: "bar",
          label: LABELS.band[language],
          data: only(band),
          backgroundColor: LIGHT.band,
          barThickness: 14,
          order: 5,
        },
      ],
    },
    options: baseOptions({
      ...{ plugins, layout: { padding: { right: 8, top: 6 } } },
      scales: {
        x: { ...QUIET_AXIS, ticks: { ...ticks, maxTicksLimit: 4 } },
        y: { ...headcountAxis([...history, lower]), ticks: { ...ticks, maxTicksLimit: 4 } },
      },
    }),
  };
}

const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value));

/** Axis labels must not eat the chart on a phone: ten Chinese characters, or twice as many Latin ones. */
export function shortened(name: string): string {
  const most = /[\u4e00-\u9fff]/.test(name) ? 10 : 20;
  return name.length > most ? `${name.slice(0, most - 1)}…` : name;
}
