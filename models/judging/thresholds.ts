import { type Text, text } from "../text.ts";
import type { OriginKind, Threshold } from "../threshold.ts";

/** Everything a judging of alerts decides by number; stored with its result. */
export interface JudgingThresholds {
  /** An alert that was open within so many months before an event, or opened in its month, has warned of it. */
  readonly warnWindow: Threshold;
  /** An alert opened up to so many months after an event was late, not false. */
  readonly lateWindow: Threshold;
  /** F-beta by which a red and an orange threshold are chosen. */
  readonly betaRed: Threshold;
  readonly betaOrange: Threshold;
  /** Enterprises the specialists can visit in a month. */
  readonly visits: Threshold;
  /** Share of the enterprises of a month, for comparison with other places. */
  readonly topShare: Threshold;
  /** Sarlin's μ: weight of a missed event; 1 − μ is that of a false alarm. */
  readonly missWeight: Threshold;
  /** Rows of the reliability table. */
  readonly bins: Threshold;
  /** Lower limits of the size bands that calibration is shown for, persons. */
  readonly sizeBands: readonly Threshold[];
  readonly resamples: Threshold;
  /** Share of the resamples that an interval holds. */
  readonly interval: Threshold;
}

const SINCE = "2023-01";

export const threshold = (value: number, unit: string, kind: OriginKind, note: Text): Threshold => ({
  value,
  unit,
  origin: { kind, note },
  validFrom: SINCE,
});

const LEAD = text(
  "裁员通知先于用工减少1—3个月（美国航空）；与预测期三个月一致",
  "notices lead the fall of headcount by 1–3 months (American Airlines); equals the three months predicted",
);
const FRANCE = text(
  "法国 Signaux Faibles 红色名单以F0.5、橙色名单以F2选定界限",
  "Signaux Faibles (France) chooses its red list by F0.5 and its orange one by F2",
);
const BAND = text("国家统计局从业人员划型常用分界", "usual limits of size classes by staff in official statistics");

export const JUDGING: JudgingThresholds = {
  warnWindow: threshold(3, "months", "measured", LEAD),
  lateWindow: threshold(
    1,
    "months",
    "convention",
    text(
      "数据次月报送，晚一个月仍属确认而非误报；默认值",
      "data come in a month later: a confirmation, not a false alarm; a default",
    ),
  ),
  betaRed: threshold(0.5, "beta", "practice", FRANCE),
  betaOrange: threshold(2, "beta", "practice", FRANCE),
  visits: threshold(
    20,
    "enterprises",
    "convention",
    text(
      "每月约20个工作日，每日走访1户；各地按专员人数调整",
      "some 20 working days, a visit a day; each place sets its own",
    ),
  ),
  topShare: threshold(
    0.05,
    "share",
    "convention",
    text("与公开结果的口径一致：风险最高的5%", "as published results are given: the top 5 %"),
  ),
  missWeight: threshold(
    0.95,
    "weight",
    "convention",
    text(
      "漏报一户大幅减员按误报19户计；由主管部门确定",
      "one missed reduction weighs as much as 19 false alarms; the desk decides",
    ),
  ),
  bins: threshold(10, "rows", "convention", text("十等分，通行做法", "ten equal groups, as is usual")),
  sizeBands: [0, 20, 50, 300].map((value) => threshold(value, "persons", "practice", BAND)),
  resamples: threshold(
    1000,
    "resamples",
    "practice",
    text(
      "百分位自助区间通行次数（Efron & Tibshirani 1993）",
      "usual number for percentile intervals (Efron & Tibshirani 1993)",
    ),
  ),
  interval: threshold(0.95, "share", "convention", text("通行的95%区间", "the usual 95 % interval")),
};
