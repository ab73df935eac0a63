import { threshold } from "../judging/thresholds.ts";
import { text } from "../text.ts";
import type { Threshold } from "../threshold.ts";

/** What alerts and risk are held to, month after month. Beyond it the analysts are told. */
export interface ScorecardBands {
  /** Least precision of each of the two most severe levels. */
  readonly precision: readonly Threshold[];
  /** Events that came, by those expected: at least, at most. */
  readonly least: Threshold;
  readonly most: Threshold;
  /** Alerts (or events expected) from which a figure says anything. */
  readonly fewest: Threshold;
  /** Enterprises without an alert that are looked at each month. */
  readonly sample: Threshold;
}

const CONFIRM = text("默认值，待分析人员按本地情况确认", "a default, for the analysts to confirm");
const TWICE = text("实际与预计相差一倍以上即告失准；默认值", "out by more than a factor of two; a default");

export const BANDS: ScorecardBands = {
  precision: [threshold(0.3, "share", "convention", CONFIRM), threshold(0.15, "share", "convention", CONFIRM)],
  least: threshold(0.5, "ratio", "convention", TWICE),
  most: threshold(2, "ratio", "convention", TWICE),
  fewest: threshold(
    10,
    "cases",
    "convention",
    text("不足10例不作判断；默认值", "fewer than ten say nothing; a default"),
  ),
  sample: threshold(
    5,
    "enterprises",
    "convention",
    text("每月抽查5户未预警企业，全年60户；默认值", "five enterprises a month without an alert, 60 a year; a default"),
  ),
};
