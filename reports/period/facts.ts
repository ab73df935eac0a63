import type { Comparison } from "../../models/baseline.ts";
import { type Figure, figureName } from "../../models/figure.ts";
import { groupKey, WITHOUT_DOMINANT } from "../../models/groups/printed-groups.ts";
import { formatMonth, type Month } from "../../models/month.ts";
import { type ReportScope, scopeKey } from "../../models/report-scope.ts";
import type { Text } from "../../models/text.ts";
import type { TrendPoint } from "../../models/trend.ts";
import type { LevelFact } from "../alert-facts.ts";
import type { AlertMonth, MonthlyInput } from "../input.ts";
import { JUDGEMENT_BOUNDS, type JudgementBounds } from "../judgement.ts";
import { type OutlookFacts, outlookFacts } from "../outlook-facts.ts";
import { type ReportFacts, reportFacts } from "../report-facts.ts";
import { toldOutlook } from "../told-groups.ts";
import { checkPeriod } from "./check.ts";
import { type PeriodAlerts, type PeriodGroup, ranked } from "./group.ts";
import { PERIODS, type PeriodInput, type PeriodKind } from "./input.ts";

/** Several months as numbers and names: plain JSON, cross-footed. */
export interface PeriodFacts extends ReportFacts {
  readonly kind: PeriodKind;
  readonly place: Text;
  /** First month; `month` is the last. */
  readonly from: string;
  readonly comparison: Comparison;
  readonly bounds: JudgementBounds;
  readonly thresholds: { readonly name: string; readonly validFrom: string };
  readonly whole: PeriodGroup & { readonly figure: Figure };
  /** null: withheld. */
  readonly without: Figure | null;
  readonly dominant: MonthlyInput["dominant"];
  /** Against the same month a year ago. */
  readonly yearAgo: Figure;
  readonly months: readonly PeriodMonth[];
  readonly trend: readonly TrendPoint[];
  readonly levels: readonly LevelFact[];
  readonly alertMonths: readonly AlertMonth[];
  readonly groups: Readonly<Record<"region" | "department" | "section", readonly PeriodGroup[]>>;
  readonly events: readonly { readonly name: Text; readonly count: number; readonly people: number }[];
  readonly outlook: OutlookFacts | null;
  readonly followUp: PeriodInput["followUp"];
}

export interface PeriodMonth {
  readonly month: string;
  readonly point: TrendPoint;
  /** null in a month that was not run. */
  readonly alerts: Omit<PeriodAlerts, "severe"> | null;
}

/** Levels that count as severe. */
const SEVERE = 2;

/** Throws a Problem naming the cell when the figures do not add up. */
export function periodFacts(input: PeriodInput): PeriodFacts {
  checkPeriod(input);
  const { profile, kind, month, scopes } = input;
  const { months, comparison } = PERIODS[kind];
  const [place] = scopes;
  const scope: ReportScope = { dimension: "place", code: profile.place };
  const open = input.decisions.filter((one) => one.month === month && one.level !== null);
  return {
    ...reportFacts(input, kind, scope),
    ...{ comparison, bounds: JUDGEMENT_BOUNDS, dominant: place!.dominant, trend: place!.trend },
    place: figureName(profile, "place", profile.place),
    from: formatMonth(month - months + 1),
    thresholds: { name: input.thresholds.name, validFrom: input.thresholds.validFrom },
    whole: groupOf(input, place!),
    without: input.withheld.has(WITHOUT_DOMINANT)
      ? null
      : place!.withoutDominant.find((f) => f.dimension === "place" && f.baseline === comparison)!,
    yearAgo: place!.all.find((f) => f.dimension === "place" && f.baseline === "year-ago")!,
    months: monthsOf(input),
    levels: profile.levels.map((level) => ({
      ...level,
      open: open.filter((one) => one.level === level.code).length,
    })),
    alertMonths: input.run.map((at) => ({ month: at, open: openIn(input, at) })),
    groups: {
      region: ranked(partsOf(input, "region")),
      department: profile.regulations.length === 0 ? [] : ranked(partsOf(input, "department")),
      section: ranked(sectionsOf(input)),
    },
    events: eventsOf(input),
    outlook: outlookOf(input),
    followUp: input.followUp,
  };
}

type Scope = PeriodInput["scopes"][number];

const outlookOf = ({ profile, outlook, withheld }: PeriodInput): OutlookFacts | null =>
  outlook === null
    ? null
    : outlookFacts(profile, toldOutlook(outlook, withheld), figureName(profile, "place", profile.place));

function groupOf(input: PeriodInput, scope: Scope): PeriodGroup & { readonly figure: Figure } {
  const { kind, profile } = input;
  const { months, comparison } = PERIODS[kind];
  const key = scopeKey(scope.scope);
  return {
    code: scope.scope.code,
    name: figureName(profile, scope.scope.dimension, scope.scope.code),
    figure: scope.all.find((f) => f.baseline === comparison && f.dimension === "place")!,
    lastYear: rateAYearBefore(scope.trend, months),
    reporting: scope.reporting,
    alerts: alertsOf(input, key),
    rank: { change: null, reporting: null },
  };
}

const partsOf = (input: PeriodInput, dimension: "region" | "department"): PeriodGroup[] =>
  input.scopes
    .filter((one) => one.scope.dimension === dimension)
    .map((one) => {
      const group = groupOf(input, one);
      return input.withheld.has(scopeKey(one.scope)) ? { ...group, figure: null, lastYear: null } : group;
    });

/** Sections of the whole place; nobody keeps their reports due and alerts by month. */
function sectionsOf({ scopes, kind, profile, withheld }: PeriodInput): PeriodGroup[] {
  const { comparison } = PERIODS[kind];
  return scopes[0]!.all
    .filter((f) => f.dimension === "section" && f.baseline === comparison)
    .map((figure) => ({
      ...{ code: figure.code, name: figureName(profile, "section", figure.code) },
      figure: withheld.has(groupKey("section", figure.code)) ? null : figure,
      ...{ lastYear: null, reporting: null, alerts: null, rank: { change: null, reporting: null } },
    }));
}

/** Linked employment at the same month a year ago over that at the beginning of the same months, less 1. */
function rateAYearBefore(trend: readonly TrendPoint[], months: number): number | null {
  const at = (back: number) => trend.at(-1 - back)?.chained ?? null;
  const [end, begin] = [at(12), at(12 + months)];
  return end === null || begin === null || begin === 0 ? null : end / begin - 1;
}

function alertsOf({ decisions, profile, month }: PeriodInput, key: string): PeriodAlerts {
  const mine = decisions.filter(({ keys }) => keys.includes(key));
  const open = mine.filter((one) => one.month === month && one.level !== null);
  const severe = profile.levels.slice(0, SEVERE).map(({ code }) => code);
  return {
    opened: mine.filter(({ opened }) => opened).length,
    ended: mine.filter(({ ended }) => ended).length,
    open: open.length,
    severe: open.filter(({ level }) => severe.includes(level!)).length,
  };
}

function monthsOf(input: PeriodInput): PeriodMonth[] {
  const { kind, month, scopes, run, decisions } = input;
  return scopes[0]!.trend.slice(-PERIODS[kind].months).map((point) => {
    const mine = decisions.filter((one) => one.month === point.month);
    const alerts = {
      opened: mine.filter(({ opened }) => opened).length,
      ended: mine.filter(({ ended }) => ended).length,
      open: mine.filter(({ level }) => level !== null).length,
    };
    return {
      month: formatMonth(point.month),
      point,
      alerts: run.includes(point.month) && point.month <= month ? alerts : null,
    };
  });
}

function openIn({ decisions }: PeriodInput, month: Month): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { month: at, level } of decisions)
    if (at === month && level !== null) counts[level] = (counts[level] ?? 0) + 1;
  return counts;
}

function eventsOf({ events, profile }: PeriodInput): PeriodFacts["events"] {
  return profile.eventKinds
    .map(({ code, name }) => {
      const mine = events.filter(({ kind }) => kind === code);
      return { name, count: mine.length, people: mine.reduce((sum, one) => sum + (one.people ?? 0), 0) };
    })
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
}
