import { type Text, text } from "./text.ts";

/** How far along a reported event is: events are counted by these, because single kinds are too rare to judge. */
export type EventGroup = "fact" | "statutory" | "precursor" | "sign";

export const EVENT_GROUPS: Readonly<Record<EventGroup, Text>> = {
  fact: text("已成事实（关闭、破产、失联）", "accomplished facts (closed, insolvent, owner gone)"),
  statutory: text("法定报告（裁减人员方案）", "statutory notices (layoff plans)"),
  precursor: text("前兆（欠薪欠费、停产、放假等）", "precursors (arrears, stopped production, leave)"),
  sign: text("苗头（订单、资金、用电等）", "first signs (orders, funds, electricity)"),
};
