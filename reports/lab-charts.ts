import type { Language } from "../models/text.ts";
import { text } from "../models/text.ts";
import { baseOptions, type ChartConfig, COUNT_AXIS, QUIET_AXIS, VALUE_AXIS } from "./charts.ts";
import { LIGHT } from "./tokens.ts";

const LABELS = {
  first: text("对照方案", "compared set"),
  second: text("试算方案", "tried set"),
  capacity: text("每月可走访", "visits possible"),
  point: text("试算方案所在", "the tried set"),
  curve: text("整体放宽或收紧", "laxer and stricter"),
  recall: text("查全率（%）", "recall (%)"),
  precision: text("查准率（%）", "precision (%)"),
} as const;

/** New alerts a month under two sets, and what the desks can visit. */
export interface MonthsCompared {
  readonly months: readonly string[];
  readonly first: readonly number[];
  readonly second: readonly number[];
  readonly capacity: readonly (number | null)[];
}

const LEGEND = { legend: { display: true, position: "bottom", labels: { boxWidth: 12 } } };

export function labMonthsChart({ months, first, second, capacity }: MonthsCompared, language: Language): ChartConfig {
  const line = { pointRadius: 0, tension: 0, fill: false };
  return {
    type: "line",
    data: {
      labels: months,
      datasets: [
        { ...line, label: LABELS.second[language], data: second, borderColor: LIGHT.blue, borderWidth: 2.5 },
        { ...line, label: LABELS.first[language], data: first, borderColor: LIGHT.ink, borderWidth: 1.5 },
        {
          ...{ ...line, label: LABELS.capacity[language], data: capacity, borderColor: LIGHT.thin, borderWidth: 1 },
          ...{ borderDash: [4, 4], stepped: true },
        },
      ],
    },
    options: baseOptions({
      plugins: LEGEND,
      scales: { x: QUIET_AXIS, y: { ...COUNT_AXIS, beginAtZero: true } },
    }),
  };
}

/** One point of a curve; shares 0…1. */
export interface CurvePoint {
  readonly precision: number;
  readonly recall: number;
  /** The set itself. */
  readonly current: boolean;
}

/** Precision over recall as a set is made laxer or stricter as a whole; the set itself is the large point. */
export function labCurveChart(points: readonly CurvePoint[], language: Language): ChartConfig {
  const at = ({ recall, precision }: CurvePoint) => ({ x: hundred(recall), y: hundred(precision) });
  const axis = (title: string) => ({
    ...{ ...VALUE_AXIS, type: "linear", min: 0, max: 100 },
    title: { display: true, text: title, color: LIGHT.soft },
  });
  return {
    type: "line",
    data: {
      labels: [],
      datasets: [
        {
          ...{ label: LABELS.curve[language], data: points.map(at), borderColor: LIGHT.ink, borderWidth: 1.5 },
          ...{ pointRadius: 3, pointBackgroundColor: LIGHT.ink, tension: 0 },
        },
        {
          ...{ label: LABELS.point[language], data: points.filter(({ current }) => current).map(at), showLine: false },
          ...{ pointRadius: 7, pointBackgroundColor: LIGHT.blue, borderColor: LIGHT.blue },
        },
      ],
    },
    options: baseOptions({
      plugins: LEGEND,
      scales: { x: axis(LABELS.recall[language]), y: axis(LABELS.precision[language]) },
    }),
  };
}

const hundred = (share: number): number => Math.round(share * 1000) / 10;
