import { type Text, text } from "../text.ts";
import type { LifeState } from "./life.ts";
import type { Outcome } from "./outcome.ts";

/** What an action cannot do without. */
export type Needed = "reason" | "outcome" | "until" | "owner";

interface ActionRow {
  /** Whose it is: the service's own, or a person's. */
  readonly by: "service" | "person";
  readonly from: readonly LifeState[];
  /** null: the state stays. */
  readonly to: LifeState | null;
  readonly needs: readonly Needed[];
  /** Ends the alert: with what the person said, or with the outcome that the service can tell. */
  readonly ends?: "said" | Outcome;
  /** There is news: a snooze is over. */
  readonly speaks?: true;
  readonly name: Text;
}

export type LifeAction =
  | "re-arm"
  | "rise"
  | "downgrade"
  | "lapse"
  | "calm"
  | "withdraw"
  | "no-data"
  | "data-again"
  | "escalate"
  | "acknowledge"
  | "take"
  | "assign"
  | "snooze"
  | "wake"
  | "comment"
  | "close"
  | "reopen";

const OPEN: readonly LifeState[] = ["raised", "acknowledged", "in-hand"];
const WAITING: readonly LifeState[] = ["raised", "acknowledged"];

/** Everything that can happen to an alert once raised, by whom, from where to where. */
// biome-ignore format: a table reads better in columns
export const ACTIONS: Readonly<Record<LifeAction, ActionRow>> = {
  "re-arm":     { by: "service", from: [...WAITING, "closed"], to: "raised",       needs: [], speaks: true, name: text("等级上升，须重新签收", "level rose, to be acknowledged again") },
  rise:         { by: "service", from: ["in-hand"],      to: null,           needs: [], speaks: true, name: text("等级上升，仍在处置", "level rose while in hand") },
  downgrade:    { by: "service", from: OPEN,             to: null,           needs: [], name: text("降级", "downgraded") },
  lapse:        { by: "service", from: WAITING,          to: "closed",       needs: [], ends: "no-layoff", name: text("异常消失，自动解除", "lapsed: nothing unusual any more") },
  calm:         { by: "service", from: ["in-hand"],      to: null,           needs: [], name: text("异常消失，仍在处置", "nothing unusual any more, still in hand") },
  withdraw:     { by: "service", from: WAITING,          to: "closed",       needs: [], ends: "data-error", name: text("数据修订后撤回", "withdrawn after revised data") },
  "no-data":    { by: "service", from: OPEN,             to: null,           needs: [], name: text("数据未报", "no data") },
  "data-again": { by: "service", from: OPEN,             to: null,           needs: [], name: text("恢复报送", "reports again") },
  escalate:     { by: "service", from: ["raised"],       to: null,           needs: ["reason"], name: text("逾期未签收，升级通知", "escalated: not acknowledged in time") },
  acknowledge:  { by: "person",  from: ["raised"],       to: "acknowledged", needs: [], name: text("签收", "acknowledged") },
  take:         { by: "person",  from: WAITING,          to: "in-hand",      needs: [], name: text("着手处置", "taken in hand") },
  assign:       { by: "person",  from: OPEN,             to: null,           needs: ["owner"], name: text("指派", "assigned") },
  snooze:       { by: "person",  from: OPEN,             to: null,           needs: ["until", "reason"], name: text("暂缓提醒", "snoozed") },
  wake:         { by: "person",  from: OPEN,             to: null,           needs: [], name: text("恢复提醒", "woken") },
  comment:      { by: "person",  from: [...OPEN, "closed"], to: null,        needs: ["reason"], name: text("备注", "comment") },
  close:        { by: "person",  from: OPEN,             to: "closed",       needs: ["outcome", "reason"], ends: "said", name: text("办结", "closed") },
  reopen:       { by: "person",  from: ["closed"],       to: "in-hand",      needs: ["reason"], name: text("重新处置", "reopened") },
};
