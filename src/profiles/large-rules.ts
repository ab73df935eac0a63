import { text } from "../../models/text.ts";
import type { LevelRule } from "../../models/threshold.ts";
import { abnormalLeak, abnormalMonth } from "./detector.ts";
import { limit, origin } from "./threshold.ts";

/** 200 people of one enterprise are news at any share; what share is beyond the noise of very large ones was measured. */
const SHANDONG = origin(
  "practice",
  "山东2016规模性失业预警：单户一次性裁员200人以上",
  "Shandong 2016: one enterprise lays off 200 people at once",
);
const LARGE = origin(
  "measured",
  "两家航空公司33年：大企业裁员多分数月，少有一次达一成；单月3%—6%的孤立下降多为统计口径变动，故单月取7.5%（法定一成的四分之三），连续累计取3%（每月1%）",
  "two airlines over 33 years: very large enterprises lay off over several months, rarely a tenth at once, and lone falls of 3–6 % are mostly reporting. So 7.5 % in one month (three quarters of the legal tenth), and 3 % when it accumulates (1 % a month)",
);

const people = limit(200, "persons", SHANDONG);

export const largeRules: readonly LevelRule[] = [
  {
    id: "red-200",
    level: "red",
    name: text("异常减员200人以上", "Abnormal fall of 200 people"),
    when: { ...abnormalMonth, fallPeople: people, fallShare: limit(0.075, "share", LARGE) },
    origin: SHANDONG,
  },
  {
    id: "orange-leak-200",
    level: "orange",
    name: text("持续减员累计（三个月200人以上且3%以上）", "Slow leak (200 people and 3 % over three months)"),
    when: { ...abnormalLeak, fall3People: people, fall3Share: limit(0.03, "share", LARGE) },
    origin: LARGE,
  },
];
