import { type History, TREND_MONTHS } from "./history.ts";
import { mannKendallP } from "./mann-kendall.ts";
import { theilSen } from "./theil-sen.ts";

/** The trend of one enterprise, as score.ts names it. */
export interface Trend {
  slope: number;
  trendP: number;
}

/** Step 3 on the last ≤ 24 adjusted months: slope of the log headcount per month and its p. NaN under three months. */
export function measureTrend(h: History, trend: Trend): void {
  let points = 0;
  for (let column = Math.max(h.first, h.log.length - TREND_MONTHS); column < h.log.length; column++) {
    const value = h.adjusted[column];
    if (Number.isNaN(value)) continue;
    h.times[points] = column;
    h.values[points++] = value;
  }
  trend.trendP = mannKendallP(h.values, points);
  trend.slope = points < 3 ? Number.NaN : theilSen(h.times, h.values, points, h.work);
}
