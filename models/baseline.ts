import type { Month } from "./month.ts";
import { monthOfYear } from "./month.ts";
import { GAP, type Panel } from "./panel.ts";

/**
 * What 建档期 means; live reports use it in three ways, so a figure always says which one it stands on.
 * previous: the month before (环比). year-start: December of the year before (年初建档). first-filing: the first month
 * each enterprise ever reported (首次建档). year-ago: twelve months before (同比).
 */
export type Baseline = "previous" | "year-start" | "first-filing" | "year-ago";

export const BASELINES: readonly Baseline[] = ["previous", "year-start", "first-filing", "year-ago"];

/**
 * What a figure compares with: a baseline; the end of the quarter before (quarter-start), at the end of a quarter; or January
 * and February joined against the same two months a year before (1—2月合并), where Spring Festival makes a single month of the
 * two incomparable. Then B and E are means of two months.
 */
export type Comparison = Baseline | "quarter-start" | "joined-year-ago";

const QUARTER = 3;

const MONTHS_BACK: Record<Exclude<Comparison, "first-filing" | "joined-year-ago">, (month: Month) => number> = {
  previous: () => 1,
  "quarter-start": () => QUARTER,
  "year-start": (month) => monthOfYear(month),
  "year-ago": () => 12,
};

/** Whether a month ends a quarter. */
export const endsQuarter = (month: Month): boolean => monthOfYear(month) % QUARTER === 0;

/** The month the baseline lies in; null for first-filing, where every enterprise has its own. */
export function baselineMonth(baseline: Exclude<Comparison, "joined-year-ago">, month: Month): Month | null {
  return baseline === "first-filing" ? null : month - MONTHS_BACK[baseline](month);
}

/** Persons each enterprise is compared with; GAP where it did not report then or the panel does not reach back so far. */
export function baselineHeadcounts(panel: Panel, baseline: Exclude<Comparison, "joined-year-ago">): Int32Array {
  if (baseline === "first-filing") return panel.firstHeadcount;
  return headcountsBack(panel, MONTHS_BACK[baseline](panel.month));
}

/** B and E of each enterprise; GAP where it did not report. */
export function comparedHeadcounts(panel: Panel, comparison: Comparison): { base: Headcounts; current: Headcounts } {
  if (comparison !== "joined-year-ago")
    return { base: baselineHeadcounts(panel, comparison), current: headcountsBack(panel, 0) };
  return { base: meanOfTwo(panel, 12), current: meanOfTwo(panel, 0) };
}

type Headcounts = Int32Array | Float64Array;

/** The mean of a month and the one before it, over enterprises that reported both. */
function meanOfTwo(panel: Panel, back: number): Float64Array {
  const earlier = headcountsBack(panel, back + 1);
  return Float64Array.from(headcountsBack(panel, back), (later, r) =>
    later === GAP || earlier[r] === GAP ? GAP : (later + earlier[r]!) / 2,
  );
}

/** Headcounts so many months before the panel's month; 0 is the month itself. */
export function headcountsBack(panel: Panel, back: number): Int32Array {
  if (!Number.isInteger(back) || back < 0) throw new RangeError(`months back must be 0 or more, got ${back}`);
  const column = new Int32Array(panel.size).fill(GAP);
  if (back >= panel.width) return column;
  for (let r = 0, at = panel.width - 1 - back; r < panel.size; r++, at += panel.width) column[r] = panel.headcount[at]!;
  return column;
}
