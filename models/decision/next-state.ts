import type { Month } from "../month.ts";
import type { AlertState, DecisionInput } from "./decision.ts";

/** What an alert is after a month; null when it is over, or none came to be. */
export function nextState(
  before: AlertState | null,
  { month, monthsSince = 1, found, noData = false, thresholds }: DecisionInput,
): AlertState | null {
  const nothing = found < 0;
  if (nothing && noData) return before;
  if (before === null) return nothing ? null : opened(month, found);
  if (!nothing && found <= before.level) return opened(before.alertOpenedMonth, found);
  const below = {
    ...before,
    monthsBelow: before.monthsBelow + monthsSince,
    monthsClear: nothing ? before.monthsClear + monthsSince : 0,
  };
  if (nothing) return below.monthsClear >= thresholds.closeAfter.value ? null : below;
  return below.monthsBelow >= thresholds.downgradeAfter.value ? opened(before.alertOpenedMonth, found) : below;
}

/** An alert as it begins, or as it stands when its level is reached anew. */
export const opened = (alertOpenedMonth: Month, level: number): AlertState => ({
  alertOpenedMonth,
  level,
  monthsBelow: 0,
  monthsClear: 0,
});

/**
 * The alert that a subject without one is to have: what is found now, or what was held back and lives on with the patience of
 * an alert. null when there is nothing to tell.
 */
export const wanted = (input: DecisionInput): AlertState | null =>
  nextState(input.recovered ? null : (input.waiting ?? null), input);
