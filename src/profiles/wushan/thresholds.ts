import { text } from "../../../models/text.ts";
import type { CollectiveRule, Threshold, ThresholdSet } from "../../../models/threshold.ts";
import { budget } from "../budget.ts";
import { detector } from "../detector.ts";
import { foretoldRules } from "../foretold-rules.ts";
import { silentUntil } from "../silence.ts";
import { chosen, limit, origin, SINCE } from "../threshold.ts";
import { eventRules } from "./event-rules.ts";
import { headcountRules } from "./rules.ts";

const SHANDONG = origin(
  "practice",
  "山东2016：同一县（市、区）同一时期5户以上企业因非正常原因一次性裁员均超过50人或超过职工30%，或单户200人以上",
  "Shandong 2016: in one county at the same time five enterprises, abnormal cause, each more than 50 people or more than 30 % at once; or one of 200",
);
const MICRO = origin(
  "practice",
  "山东、广东、周口等地监测方案：微型企业原则上不纳入；2017年划型标准，工业微型企业为20人以下",
  "monitoring plans of Shandong, Guangdong and Zhoukou leave micro enterprises out in principle; in the 2017 size rule those of industry have under 20 people",
);
const SINCE_2016 = "2016-04";

/** Limits are exceeded, not reached (judgeCollective): 199 is how "200 and more" reads there. */
const collective: readonly CollectiveRule[] = [
  {
    id: "collective-shandong-5",
    // Shandong names no colour for it. Five enterprises of 20 people can meet the 30 %, so it is not red by itself.
    level: "orange",
    name: text("多户企业同时大幅减员（5户以上）", "Several enterprises fall at once (five and more)"),
    enterprises: limit(5, "enterprises", SHANDONG, SINCE_2016),
    fallPeople: limit(50, "persons", SHANDONG, SINCE_2016),
    fallShare: limit(0.3, "share", SHANDONG, SINCE_2016),
    headcount: limit(20, "persons", MICRO, SINCE_2016),
    beyondUsual: true, // in a large county five are found every month
    origin: SHANDONG,
  },
  {
    id: "collective-shandong-200",
    level: "red",
    name: text("单户减员200人以上", "One enterprise falls by 200 people or more"),
    enterprises: limit(1, "enterprises", SHANDONG, SINCE_2016),
    fallPeople: limit(199, "persons", SHANDONG, SINCE_2016),
    fallShare: limit(1, "share", SHANDONG, SINCE_2016),
    origin: SHANDONG,
  },
];

export const thresholds: ThresholdSet = {
  name: "wushan-default",
  validFrom: SINCE,
  detector,
  rules: [...headcountRules, ...foretoldRules, ...eventRules],
  collective,
  decision: {
    budget,
    silentUntil,
    downgradeAfter: chosen(
      2,
      "months",
      text("避免等级来回变动；默认值", "keeps levels from going back and forth; a default"),
    ),
    closeAfter: chosen(
      3,
      "months",
      text(
        "减员通常在动态后一至三个月出现，三个月无异常方可解除；默认值",
        "falls follow events within three months; a default",
      ),
    ),
  },
};

export const dominantEnterprises: Threshold = limit(
  4,
  "enterprises",
  origin(
    "practice",
    "攀枝花月报另列不含4户主要用工企业的数据（211户中4户占64.2%）",
    "Panzhihua's monthly report repeats its figures without four dominant employers (64.2 % of jobs at 4 of 211)",
  ),
);

export const closeDay: Threshold = limit(
  10,
  "day of the next month",
  origin(
    "practice",
    "企业次月5日前报送（周口），审核后9日前后公布（攀枝花）；10日为默认值",
    "enterprises report by the 5th (Zhoukou), publication after audit about the 9th (Panzhihua); the 10th is a default",
  ),
);
