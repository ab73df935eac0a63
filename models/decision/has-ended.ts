import type { DecisionReason } from "./decision.ts";

/**
 * Whether an alert came to its end between one month's decisions and the next: it was closed or withdrawn by the month run, or a
 * person had closed it since. What a person closed earlier is settled anew every month and ends once.
 * @param wasOpen whether it was open after the decisions of the month run before
 */
export const hasEnded = (reason: DecisionReason, wasOpen: boolean): boolean =>
  reason === "closed" || reason === "withdrawn" || (wasOpen && (reason === "settled" || reason === "re-armed"));
