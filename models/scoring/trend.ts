import type { History } from "./history.ts";
import { kendallPOf } from "./mann-kendall.ts";
import { medianInPlace } from "./median.ts";

/** The trend of one enterprise, as score.ts names it. */
export interface Trend {
  slope: number;
  trendP: number;
}

/**
 * Step 3 on the last ≤ trendMonths adjusted months: slope of the log headcount per month (theilSen) and its p
 * (mannKendallP). NaN under three months. Both look at all pairs, so the pairs are gone through once here.
 */
export function measureTrend(h: History, trend: Trend): void {
  const points = gather(h);
  if (points < 3) {
    trend.slope = trend.trendP = Number.NaN;
    return;
  }
  let pairs = 0;
  let s = 0;
  h.equals.fill(0, 0, points);
  for (let i = 1; i < points; i++) {
    const time = h.times[i];
    const value = h.values[i];
    for (let j = 0; j < i; j++) {
      const rise = value - h.values[j];
      s += Number(rise > 0) - Number(rise < 0);
      if (rise === 0) {
        h.equals[i]++;
        h.equals[j]++;
      }
      h.work[pairs++] = rise / (time - h.times[j]);
    }
  }
  trend.trendP = kendallPOf(s, h.equals, points);
  trend.slope = medianInPlace(h.work, 0, pairs);
}

/** Puts the last adjusted months that are known into times and values; returns how many. */
function gather(h: History): number {
  let points = 0;
  for (let column = Math.max(h.first, h.log.length - h.times.length); column < h.log.length; column++) {
    const value = h.adjusted[column];
    if (Number.isNaN(value)) continue;
    h.times[points] = column;
    h.values[points++] = value;
  }
  return points;
}
