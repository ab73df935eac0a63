import type { AlertState, DecisionInput, DecisionReason } from "./decision.ts";

/** Only the change of level since the reader was last told decides. */
export function reasonFor(
  before: AlertState | null,
  told: AlertState | null,
  after: AlertState | null,
  {
    month,
    found,
    noData = false,
    waiting = null,
    waits,
    settled,
    settledLevel,
  }: DecisionInput & { readonly settled: boolean; readonly waits: boolean },
): DecisionReason {
  if (after === null) {
    if (settledLevel !== undefined) return settled ? "settled" : "re-armed";
    if (told === null) return waits ? "held-back" : waiting ? "lapsed" : "silent";
    return before === null ? "withdrawn" : "closed"; // without an alert before, what was told had no ground
  }
  if (told === null) return after.alertOpenedMonth === month ? "opened" : "raised";
  if (after.level < told.level) return "raised";
  if (after.level > told.level) return "downgraded";
  if (found < 0 && noData) return "no-data";
  return after.monthsBelow > 0 ? "holding" : "unchanged";
}
