import { type Text, text } from "../text.ts";

/** How an alert or a case ended. "reduced": people left, but fewer than planned or expected. */
export type Outcome = "no-layoff" | "reduced" | "layoff" | "data-error" | "transfer";

export const OUTCOMES: Readonly<Record<Outcome, Text>> = {
  "no-layoff": text("未发生裁员", "no layoff"),
  reduced: text("少裁员（低于计划或预期）", "fewer dismissed than planned or expected"),
  layoff: text("已发生裁员", "layoff happened"),
  "data-error": text("数据差错", "data error"),
  transfer: text("人员划转", "transfer of staff"),
};

export const isOutcome = (value: string | undefined): value is Outcome => value !== undefined && value in OUTCOMES;
