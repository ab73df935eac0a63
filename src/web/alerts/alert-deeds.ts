import type { LifeAction } from "../../../models/alert/actions.ts";
import type { Action } from "../../../models/rights/actions.ts";
import { type Text, text } from "../../../models/text.ts";

/** What a person can do about an alert in a browser, and the right it takes. */
export interface AlertDeed {
  readonly action: Extract<
    LifeAction,
    "acknowledge" | "take" | "assign" | "close" | "comment" | "snooze" | "wake" | "reopen"
  >;
  readonly right: Action;
  readonly button: Text;
  /** Stands beside the alert in lists too, where room is scarce; the others stand on its own page alone. */
  readonly inLists?: true;
}

// biome-ignore format: a table reads better in columns
export const ALERT_DEEDS: readonly AlertDeed[] = [
  { action: "acknowledge", right: "acknowledge",  inLists: true, button: text("签收", "Acknowledge") },
  { action: "take",        right: "case-step",    inLists: true, button: text("着手处置", "Take in hand") },
  { action: "assign",      right: "assign",       inLists: true, button: text("指派", "Assign") },
  { action: "close",       right: "close-case",   inLists: true, button: text("办结", "Close") },
  { action: "comment",     right: "case-step",    button: text("写备注", "Comment") },
  { action: "snooze",      right: "pause-alerts", button: text("暂缓提醒", "Snooze") },
  { action: "wake",        right: "pause-alerts", button: text("恢复提醒", "Wake") },
  { action: "reopen",      right: "close-case",   button: text("重新处置", "Reopen") },
];
