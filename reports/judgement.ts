import { text } from "../models/text.ts";
import type { Threshold } from "../models/threshold.ts";
import { ADVICE_LIMITS } from "./advice/limits.ts";

/** normal 处于正常范围 · watch 需关注 · act 需处置 · unknown: nothing to compare. */
export type Verdict = "normal" | "watch" | "act" | "unknown";

/** Why a verdict is not "normal", in the order they are said. */
export type JudgementReason =
  | "no-sample"
  | "too-few"
  | "below-act"
  | "below-normal"
  | "collective"
  | "top-level"
  | "second-level";

export interface Judgement {
  readonly verdict: Verdict;
  readonly reasons: readonly JudgementReason[];
}

/** What the lead paragraph's judgement rests on; printed in the report's last section. */
export interface JudgementBounds {
  /** Net rate of change since last month from which a month is usual (upper end printed for the reader only). */
  readonly normalLower: Threshold;
  readonly normalUpper: Threshold;
  /** Net rate of change below which something has to be done. */
  readonly actBelow: Threshold;
  /** Share of enterprises that must have reported for the judgement to go without a reservation. */
  readonly coverage: Threshold;
}

export const JUDGEMENT_BOUNDS: JudgementBounds = {
  normalLower: {
    value: -0.006,
    unit: "share",
    origin: {
      kind: "practice",
      note: text("攀枝花等地月报：正常月份净变动-0.1%至-0.6%", "Usual months in Panzhihua and others"),
    },
    validFrom: "2023-01",
  },
  normalUpper: {
    value: -0.001,
    unit: "share",
    origin: { kind: "practice", note: text("同上，仅供对照，不作判断", "As above, shown for reference only") },
    validFrom: "2023-01",
  },
  actBelow: {
    value: -0.03,
    unit: "share",
    origin: {
      kind: "practice",
      note: text("盐边县2022年2月-3.59%在通报中属突出变动", "Yanbian, -3.59 % in 2022-02, stood out"),
    },
    validFrom: "2023-01",
  },
  coverage: {
    value: 0.9,
    unit: "share",
    origin: { kind: "convention", note: text("本系统约定，可调整", "Convention of this system") },
    validFrom: "2023-01",
  },
};

export interface JudgedFacts {
  /** Net rate since last month; null when not computable. */
  readonly rate: number | null;
  /** Enterprises it was compared over. */
  readonly compared: number;
  readonly collectiveMet: boolean;
  /** Enterprises with an open alert of the most and the second most severe level. */
  readonly top: number;
  readonly second: number;
}

const SEVERITY: Record<JudgementReason, Verdict> = {
  "no-sample": "unknown",
  "too-few": "unknown",
  "below-act": "act",
  "below-normal": "watch",
  collective: "act",
  "top-level": "act",
  "second-level": "watch",
};

const ORDER: readonly Verdict[] = ["act", "watch", "unknown"];

/** The most severe of what holds. Growth never worsens a verdict; lower levels do not change it. */
export function judge(facts: JudgedFacts, bounds: JudgementBounds = JUDGEMENT_BOUNDS): Judgement {
  const few = facts.rate !== null && facts.compared < ADVICE_LIMITS.fewestCompared.value;
  const rate = few ? null : facts.rate;
  const holds: Record<JudgementReason, boolean> = {
    "no-sample": facts.rate === null,
    "too-few": few,
    "below-act": rate !== null && rate < bounds.actBelow.value,
    "below-normal": rate !== null && rate < bounds.normalLower.value && rate >= bounds.actBelow.value,
    collective: facts.collectiveMet,
    "top-level": facts.top > 0,
    "second-level": facts.second > 0,
  };
  const reasons = (Object.keys(holds) as JudgementReason[]).filter((reason) => holds[reason]);
  const verdict = ORDER.find((v) => reasons.some((reason) => SEVERITY[reason] === v)) ?? "normal";
  return { verdict, reasons };
}
