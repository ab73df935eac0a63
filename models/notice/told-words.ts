import { type Text, text } from "../text.ts";
import type { NoticeKind } from "./notice.ts";

/** What a desk was told of. */
export const NOTICE_NAMES: Readonly<Record<NoticeKind, Text>> = {
  opened: text("新预警", "new alert"),
  raised: text("升级", "raised"),
  downgraded: text("降级", "lowered"),
  closed: text("解除", "closed"),
  withdrawn: text("撤回", "withdrawn"),
  escalated: text("逾期未签收", "not acknowledged in time"),
  reminder: text("期限临近", "due soon"),
  overdue: text("已逾期", "overdue"),
  "off-band": text("预警质量偏离", "quality of alerts out of its band"),
};

/** How it went: of a notice while nothing was sent, else of the message. */
const STATES: Readonly<Record<string, Text>> = {
  waiting: text("待发送", "waiting"),
  delivered: text("已送达", "delivered"),
  failed: text("发送失败", "failed"),
  suppressed: text("未发送", "not sent"),
  sent: text("已组成消息", "in a message"),
};

/** Why something was not sent, or waits. */
const REASONS: Readonly<Record<string, Text>> = {
  overtaken: text("已有更新的通知", "overtaken by a newer one"),
  "over-before-told": text("通知前已解除", "over before anybody was told"),
  "daily-message": text("随下一次每日汇总发送", "goes with the next daily message"),
  snoozed: text("暂缓提醒", "snoozed"),
  paused: text("停提醒安排", "paused"),
  "nobody-behind-desk": text("该单位没有接收人", "nobody is behind the desk"),
  "address-refused": text("地址失效", "address refused"),
};

/** Why this one of a desk. */
const WHY: Readonly<Record<string, Text>> = {
  member: text("本单位接收人", "of the desk"),
  "on-duty": text("值班", "on duty"),
  deputy: text("代班", "standing in"),
};

/** Words of earlier versions stand for themselves. */
const wordsOf =
  (table: Readonly<Record<string, Text>>) =>
  (code: string): Text =>
    table[code] ?? text(code, code);

export const toldState = wordsOf(STATES);
const reasonOf = wordsOf(REASONS);
/** What these stopped was passed on to the desk that hears what no other can be told; it alone waits. */
const PASSED_ON: readonly string[] = ["nobody-behind-desk", "address-refused"];

/** Why a notice of some state was not sent, or waits. */
export function untoldReason(reason: string, state: string): Text {
  const why = reasonOf(reason);
  if (state !== "suppressed" || !PASSED_ON.includes(reason)) return why;
  return text(`${why.zh}，已转领导小组办公室`, `${why.en}; passed on to the office`);
}
export const whyThisOne = wordsOf(WHY);
