import { type Month, monthOfDate } from "../month.ts";
import { type Text, text } from "../text.ts";
import { ART41 } from "./art41.ts";

/** A layoff plan as filed with the labour authority: numbers of people, no names. */
export interface LayoffPlan {
  readonly enterprise: string;
  /** The day it was filed, and the day the union or staff were told; null: not known. */
  readonly filedOn: string;
  readonly explainedOn: string | null;
  /** First day of dismissals. */
  readonly startsOn: string;
  readonly people: number;
  readonly staff: number;
  /** Code of GROUNDS. */
  readonly ground: string;
  /** People of each group of GROUPS among those to be dismissed. */
  readonly groups: Readonly<Record<string, number>>;
}

export type PlanFault = "explained-late" | "not-explained" | "filed-late" | "protected-listed" | "more-than-staff";

/** What is wrong with a plan by art. 41 and 42; empty when nothing is. */
export function faultsOf(plan: LayoffPlan): readonly PlanFault[] {
  const days = (from: string) => (Date.parse(plan.startsOn) - Date.parse(from)) / 86_400_000;
  return [
    ...(plan.people > plan.staff ? (["more-than-staff"] as const) : []),
    ...(plan.explainedOn === null ? (["not-explained"] as const) : []),
    ...(plan.explainedOn !== null && days(plan.explainedOn) < ART41.noticeDays ? (["explained-late"] as const) : []),
    ...(days(plan.filedOn) < 0 ? (["filed-late"] as const) : []),
    ...(PROTECTED.some((code) => (plan.groups[code] ?? 0) > 0) ? (["protected-listed"] as const) : []),
  ];
}

const PROTECTED = ["hazard", "injury", "illness", "maternity", "near-pension", "other-protected"];

export const FAULTS: Readonly<Record<PlanFault, Text>> = {
  "explained-late": text(
    "向工会或全体职工说明距首次裁减不足30日",
    "explained less than 30 days before the first dismissal",
  ),
  "not-explained": text("未说明是否已向工会或全体职工说明情况", "not said whether union or staff were told"),
  "filed-late": text("裁减开始后才报告", "filed after dismissals began"),
  "protected-listed": text("方案中含不得裁减的人员", "people are listed who must not be dismissed"),
  "more-than-staff": text("裁减人数超过职工人数", "more to be dismissed than there are"),
};

/** The plan against the headcounts that followed. */
export interface PlanOutcome {
  readonly planned: number;
  /** Net loss since the month before the plan's first day, so far; null: nothing was reported since. Net is not layoffs. */
  readonly lost: number | null;
  /** The month the loss is counted to. */
  readonly to: Month | null;
  readonly verdict: "not-yet" | "none" | "fewer" | "as-planned" | "more";
}

export const PLAN_VERDICTS: Readonly<Record<PlanOutcome["verdict"], Text>> = {
  "not-yet": text("尚无后续用工数据", "nothing reported since"),
  none: text("未见净减少", "no net loss"),
  fewer: text("少于方案", "fewer than planned"),
  "as-planned": text("与方案一致", "as planned"),
  more: text("多于方案", "more than planned"),
};

/**
 * What became of a plan by the enterprise's own headcounts.
 * @param headcounts by month, reported ones only, in order
 */
export function outcomeOf(
  { people, startsOn }: LayoffPlan,
  headcounts: readonly { readonly month: Month; readonly headcount: number }[],
): PlanOutcome {
  const start = monthOfDate(startsOn);
  const before = headcounts.findLast(({ month }) => month < start);
  const after = headcounts.findLast(({ month }) => month >= start);
  if (!before || !after) return { planned: people, lost: null, to: null, verdict: "not-yet" };
  const lost = before.headcount - after.headcount;
  const verdict = lost <= 0 ? "none" : lost < people ? "fewer" : lost === people ? "as-planned" : "more";
  return { planned: people, lost, to: after.month, verdict };
}
