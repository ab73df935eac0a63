import { isToldAlways, visitsOf, withinBudget } from "../../models/budget.ts";
import { GAP, type Panel } from "../../models/panel.ts";
import type { ThresholdSet } from "../../models/threshold.ts";
import type { AlertStates } from "../../src/db/alert-state.ts";
import type { Subject } from "./subjects.ts";

/**
 * Codes of the enterprises that reached a level and have no alert open, beyond what the desks can visit this month. What an
 * earlier run of the month told is not taken back for want of a visit, and uses one up.
 */
export function heldBack(
  enterprises: readonly Subject[],
  { before, told, settled }: Pick<AlertStates, "before" | "told" | "settled">,
  reporting: number,
  { rules, decision }: Pick<ThresholdSet, "rules" | "decision">,
): ReadonlySet<string> {
  if (decision.budget === undefined) return new Set();
  const keyOf = ({ subjectKind, subject }: Subject) => `${subjectKind}/${subject}`;
  const isSettled = (subject: Subject) => subject.level >= (settled.get(keyOf(subject)) ?? Number.POSITIVE_INFINITY);
  const fresh = enterprises.filter((subject) => {
    return subject.level >= 0 && !before.has(keyOf(subject)) && !isSettled(subject);
  });
  const candidates = fresh.map((subject) => ({
    ...{ level: subject.level, atRisk: subject.atRisk },
    always: (told.get(keyOf(subject)) ?? null) !== null || isToldAlways(subject.level, subject.rules, rules),
  }));
  const within = withinBudget(candidates, visitsOf(reporting, decision.budget.value));
  return new Set(fresh.filter((_, i) => !within[i]).map(({ subject }) => subject));
}

/** Enterprises that reported the panel's month. */
export const reportingIn = ({ headcount, size, width }: Panel): number =>
  Array.from({ length: size }, (_, row) => headcount[(row + 1) * width - 1]).filter((persons) => persons !== GAP)
    .length;
