import type { DecisionReason } from "../decision/decision.ts";
import type { LifeAction } from "./actions.ts";
import type { Life } from "./life.ts";

/** What a decision of the rules does to an alert that is there already; null: nothing. Opening one anew raises it by itself. */
export function serviceAction(reason: DecisionReason, { state }: Life): LifeAction | null {
  const inHand = state === "in-hand";
  switch (reason) {
    case "opened":
    case "raised":
      return inHand ? "rise" : "re-arm";
    case "downgraded":
      return "downgrade";
    case "closed":
      return inHand ? "calm" : "lapse";
    case "withdrawn":
      return inHand ? "calm" : "withdraw";
    default:
      return null;
  }
}

/** Whether silence began or ended for an open alert; null when neither did. */
export function silenceAction(silent: boolean, { state, noData }: Life): LifeAction | null {
  if (state === "closed" || silent === noData) return null;
  return silent ? "no-data" : "data-again";
}
