import { type Text, text } from "../text.ts";

/** How an account stands, what weighs most first: a disabled one may be locked and wait for rights besides. */
export type AccountState = "disabled" | "locked" | "waiting" | "refused" | "withdrawn" | "works";

export const ACCOUNT_STATES: Readonly<Record<AccountState, Text>> = {
  disabled: text("已停用", "disabled"),
  locked: text("已锁定", "locked"),
  waiting: text("待授权", "waits for rights"),
  refused: text("授权未通过", "rights refused"),
  withdrawn: text("授权已收回", "rights taken away"),
  works: text("可用", "works"),
};
