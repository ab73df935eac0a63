import { ratio } from "./job-flows.ts";
import type { Month } from "./month.ts";
import { GAP, type Panel } from "./panel.ts";
import { isFestivalMonth } from "./spring-festival.ts";

/** Employment in one month of the panel, and against the month before on the sample the two months share. */
export interface TrendPoint {
  readonly month: Month;
  /** Enterprises reporting, and their persons; headcount is null when none did. */
  readonly reporting: number;
  readonly headcount: number | null;
  /** Enterprises that reported this month and the one before, with their persons then (base) and now (current). */
  readonly matched: number;
  readonly base: number;
  readonly current: number;
  readonly change: number;
  /** change ÷ base; null when there is nothing to compare with. */
  readonly rate: number | null;
  /**
   * Persons comparable with the last month: its headcount taken back month by month by the matched rates, so that a
   * changing circle of reporters makes no step. null before a link of the chain that is not computable.
   */
  readonly chained: number | null;
  /** The lunar new year falls in this month; always false where the profile has no Spring Festival. */
  readonly springFestival: boolean;
}

/** Every month of the panel, oldest first. The first has nothing before it. */
export function trend(panel: Panel, options: { springFestival: boolean; excluded?: Uint8Array }): TrendPoint[] {
  const sums = addMonths(panel, options.excluded);
  const points = sums.map((sum, m) => toPoint(sum, panel.month - panel.width + 1 + m, options.springFestival));
  return chain(points);
}

interface MonthSum {
  reporting: number;
  headcount: number;
  matched: number;
  base: number;
  current: number;
}

function addMonths({ size, width, headcount }: Panel, excluded?: Uint8Array): MonthSum[] {
  const sums = Array.from({ length: width }, () => ({ reporting: 0, headcount: 0, matched: 0, base: 0, current: 0 }));
  for (let r = 0; r < size; r++) {
    if (excluded?.[r] === 1) continue;
    let before = GAP;
    for (let m = 0; m < width; m++) {
      const now = headcount[r * width + m]!;
      if (now !== GAP) addReport(sums[m]!, before, now);
      before = now;
    }
  }
  return sums;
}

function addReport(sum: MonthSum, before: number, now: number): void {
  sum.reporting++;
  sum.headcount += now;
  if (before === GAP) return;
  sum.matched++;
  sum.base += before;
  sum.current += now;
}

function toPoint(sum: MonthSum, month: Month, springFestival: boolean): TrendPoint {
  const change = sum.current - sum.base;
  return {
    month,
    ...sum,
    headcount: sum.reporting === 0 ? null : sum.headcount,
    change,
    rate: ratio(change, sum.base),
    chained: null,
    springFestival: springFestival && isFestivalMonth(month),
  };
}

function chain(points: readonly TrendPoint[]): TrendPoint[] {
  const chained = points.map((p) => ({ ...p }));
  let level = chained.at(-1)?.headcount ?? null;
  for (const point of chained.reverse()) {
    (point as { chained: number | null }).chained = level;
    level = level === null || point.current === 0 || point.base === 0 ? null : (level * point.base) / point.current;
  }
  return chained.reverse();
}
