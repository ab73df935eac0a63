import { isToldAlways, visitsOf, withinBudget } from "../../models/decision/budget.ts";
import { GAP, type Panel } from "../../models/panel.ts";
import type { ThresholdSet } from "../../models/threshold.ts";
import { type Asked, atRiskOf, levelWanted, type Weighed } from "./asked.ts";

/**
 * Codes of the enterprises without an alert of which there is something to tell, found now or held back before, beyond what
 * the desks can visit this month. What an earlier run of the month told is not taken back for want of a visit, and uses one up.
 */
export function heldBack(
  asked: readonly Asked<Weighed>[],
  reporting: number,
  { rules, decision }: Pick<ThresholdSet, "rules" | "decision">,
): ReadonlySet<string> {
  if (decision.budget === undefined) return new Set();
  const fresh = asked.filter((one) => levelWanted(one) >= 0);
  const candidates = fresh.map((one) => ({
    ...{ level: levelWanted(one), atRisk: atRiskOf(one) },
    always: (one.input.told ?? null) !== null || isToldAlways(one.subject.level, one.subject.rules, rules),
  }));
  const within = withinBudget(candidates, visitsOf(reporting, decision.budget.value));
  return new Set(fresh.filter((_, i) => !within[i]).map(({ subject }) => subject.subject));
}

/** Enterprises that reported the panel's month. */
export const reportingIn = ({ headcount, size, width }: Panel): number =>
  Array.from({ length: size }, (_, row) => headcount[(row + 1) * width - 1]).filter((persons) => persons !== GAP)
    .length;
