import { type Month, parseMonth } from "../../../models/month.ts";
import { GAP, type Panel } from "../../../models/panel.ts";
import type { ScoreColumns } from "../../../models/score.ts";
import { cohortMedians } from "../../../models/scoring/cohort-medians.ts";
import { type CohortTree, cohortTree } from "../../../models/scoring/cohort-tree.ts";
import { scorePanel } from "../../../models/scoring/score-panel.ts";
import type { DetectorThresholds } from "../../../models/threshold.ts";

/** What the tests say of one enterprise; null in `months` is a gap, everything else has a plain default. */
export interface Case {
  readonly months: readonly (number | null)[];
  readonly id?: number;
  readonly industry?: number;
  readonly region?: number;
  readonly closed?: boolean;
  readonly transferred?: boolean;
  /** How many months before the panel's last one its people went to a named successor, or came. */
  readonly transferredAgo?: number;
  readonly hidden?: number;
}

const values: Readonly<Record<keyof DetectorThresholds, number>> = {
  minimumHistory: 6,
  window: 36,
  breakShare: 0.25,
  breakSpreads: 6,
  blipReturn: 0.75,
  counterpartShare: 0.1,
  counterpartPeople: 20,
  counterpartChance: 0.1,
  cohortPrior: 5,
  cohortMinimum: 5,
  seasonPrior: 8,
  largeFrom: 20,
  scalePrior: 6,
  flowShare: 0.04,
  overdispersion: 0,
  ownSeasonFrom: 24,
  seasonReturn: 0.5,
  stlFrom: 36,
  trendMonths: 24,
  leakReference: 0.5,
  leakLimit: 5,
  boundZ: 3,
};

export function detectorWith(changed: Partial<Record<keyof DetectorThresholds, number>> = {}): DetectorThresholds {
  const threshold = (value: number) => ({
    value,
    unit: "",
    origin: { kind: "convention" as const, note: { zh: "测试", en: "test" } },
    validFrom: "2020-01",
  });
  const entries = Object.entries({ ...values, ...changed });
  return Object.fromEntries(entries.map(([name, value]) => [name, threshold(value)])) as unknown as DetectorThresholds;
}

/** Two sections; the first with divisions 11 and 12 of two groups each, the second with division 21. */
export const industries = [
  { code: "A", parent: null },
  { code: "11", parent: "A" },
  { code: "111", parent: "11" },
  { code: "112", parent: "11" },
  { code: "12", parent: "A" },
  { code: "B", parent: null },
  { code: "21", parent: "B" },
] as const;

export const tree: CohortTree = cohortTree(industries, 3, [0, 10, 50, 250]);

export function panelOf(cases: readonly Case[], month: Month = parseMonth("2024-12")): Panel {
  const width = cases[0].months.length;
  const mark = (yes: (c: Case) => boolean | undefined) => Uint8Array.from(cases, (c) => (yes(c) ? 1 : 0));
  return {
    month,
    size: cases.length,
    width,
    enterprise: Int32Array.from(cases, (c, row) => c.id ?? row + 1),
    headcount: Int32Array.from(cases.flatMap((c) => c.months.map((persons) => persons ?? GAP))),
    dispatch: new Int32Array(cases.length).fill(GAP),
    dispatchBefore: new Int32Array(cases.length).fill(GAP),
    hidden: Int32Array.from(cases, (c) => c.hidden ?? GAP),
    firstHeadcount: Int32Array.from(cases, (c) => c.months.find((persons) => persons !== null) ?? 0),
    industry: Int32Array.from(cases, (c) => c.industry ?? 2),
    region: Int32Array.from(cases, (c) => c.region ?? 0),
    closed: mark((c) => c.closed),
    transferred: mark((c) => c.transferred),
    transferredMonth: Int32Array.from(cases, (c) =>
      c.transferredAgo === undefined ? (c.transferred ? month : GAP) : month - c.transferredAgo,
    ),
  };
}

export function scoreCases(
  cases: readonly Case[],
  changed: Partial<Record<keyof DetectorThresholds, number>> = {},
): ScoreColumns {
  const panel = panelOf(cases);
  const detector = detectorWith(changed);
  return scorePanel(panel, cohortMedians(panel, tree, detector), detector);
}

/** Enterprises of about `people` that wobble by one or two and go nowhere: peers without news. */
export function calmPeers(count: number, width: number, people: number): Case[] {
  return Array.from({ length: count }, (_, k) => ({
    months: Array.from({ length: width }, (_, month) => people + k + ((month * (k + 3)) % 5) - 2),
    id: 1000 + k,
  }));
}

/** The bytes of every column, so that "not one bit" can be said. */
export function bitsOf(scores: ScoreColumns): Record<string, number[]> {
  return Object.fromEntries(
    Object.entries(scores).map(([name, column]) => {
      const { buffer, byteOffset, byteLength } = column as Float64Array;
      return [name, [...new Uint8Array(buffer, byteOffset, byteLength)]];
    }),
  );
}
