import { type Text, text } from "./text.ts";
import type { OriginKind, Threshold } from "./threshold.ts";

const limit = (value: number, unit: string, kind: OriginKind, note: Text): Threshold => ({
  value,
  unit,
  origin: { kind, note },
  validFrom: "2008-01",
});

const JUMP = text(
  "用工一个月内至少翻一番且超出以往最高50人以上的，按合并、划转、并表或填报差错对待，不当作增长",
  "a headcount that at least doubles its highest before, by 50 people or more, is a merger, a transfer or a slip, not growth",
);

const RETURN = text(
  "春节返乡：节前20天开始离岗，节后一周内尚未返岗，此后四至六周（取五周）陆续返回；一般经验，幅度由数据估计",
  "Spring Festival: people leave from 20 days before, are away a week after, and come back until four to six weeks (five taken); general knowledge, how many is estimated",
);

/** Settings of what is said about the course of a group. */
export const MOVEMENT_LIMITS = {
  jumpFactor: limit(2, "times the highest headcount before", "convention", JUMP),
  jumpPeople: limit(50, "persons", "convention", JUMP),
  leaveDays: limit(20, "days before the festival", "convention", RETURN),
  stayDays: limit(7, "days after the festival", "convention", RETURN),
  returnDays: limit(35, "days after the festival", "convention", RETURN),
  trendMonths: limit(
    12,
    "months",
    "convention",
    text("方法集：趋势看最近12个月", "method set: the trend looks at the last 12 months"),
  ),
  trendP: limit(
    0.05,
    "probability",
    "convention",
    text("Mann–Kendall检验双侧5%", "Mann–Kendall test, two-sided at 5 %"),
  ),
  named: limit(
    3,
    "enterprises",
    "convention",
    text("每组列出减少、增加各至多3户", "up to three enterprises each way are named in a group"),
  ),
  horizon: limit(3, "months", "practice", text("与风险预测同为三个月", "three months, as the risk looks ahead")),
  recordMonths: limit(
    12,
    "months",
    "convention",
    text("回看近12个月的预测", "forecasts of the last 12 months are looked back on"),
  ),
  recordFewest: limit(
    6,
    "forecasts",
    "convention",
    text("满6次才按以往误差放宽区间", "limits are widened by past misses once there are six"),
  ),
  drawn: limit(
    13,
    "months",
    "convention",
    text("预计区间画出近13个月", "the expected band is drawn over the last 13 months"),
  ),
} as const satisfies Record<string, Threshold>;
