import { countQuantile } from "./count-quantile.ts";
import type { CountBound } from "./ears.ts";
import { type Design, fitPoisson, type PoissonFit } from "./poisson-fit.ts";

const YEAR = 12;
/** Months on either side of the same month of earlier years that are taken as like it. */
const HALF_WINDOW = 2;
/** The latest months are not learnt from: a wave that has begun would hide itself. */
const LEFT_OUT = 3;
/** Anscombe residuals beyond this are past outbreaks and weigh less. */
const OUTBREAK = 2.58;

/** Months up to and with the one judged that `years` years of comparison need. */
export const farringtonNeed = (years: number): number => years * YEAR + HALF_WINDOW + 1;

/**
 * FarringtonFlexible for counts[at], from `years` years before: expected count of a quasi-Poisson regression on trend
 * and time of the year, past outbreaks weighed down, and the largest count that a negative binomial of that mean keeps
 * within with `probability`. The trend is dropped when it would lead beyond all earlier counts. NaN counts (no report)
 * are left out. null when months are too few or the regression doesn't settle. Source: Noufaily et al., Statistics in
 * Medicine 32 (2013); as R's surveillance::farringtonFlexible(w = 2, noPeriods = 10, pastWeeksNotIncluded = 3,
 * thresholdMethod = "nbPlugin", pThresholdTrend = 1) on months.
 */
export function farringtonBound(
  counts: Float64Array,
  at: number,
  years: number,
  probability: number,
): CountBound | null {
  if (at + 1 < farringtonNeed(years)) return null;
  const months = monthsLearnt(counts, at, years);
  const withTrend = fitTwice(designOf(counts, at, years, months, true));
  const most = months.reduce((max, month) => Math.max(max, counts[month]), 0);
  const keepsTrend = withTrend !== null && Math.exp(withTrend.coefficients[0]) <= most;
  const fit = keepsTrend ? withTrend : fitTwice(designOf(counts, at, years, months, false));
  if (!fit) return null;
  const expected = Math.exp(fit.coefficients[0]);
  const bound = countQuantile(probability, expected, Math.max(1, fit.dispersion));
  return Number.isNaN(bound) ? null : { expected, bound };
}

function monthsLearnt(counts: Float64Array, at: number, years: number): number[] {
  const months: number[] = [];
  for (let i = at - years * YEAR - HALF_WINDOW; i < at - LEFT_OUT; i++) if (!Number.isNaN(counts[i])) months.push(i);
  return months;
}

/**
 * Rows: 1, months since `at` (so that the first coefficient is the log of what is expected there), and one column for
 * each further part of the year that the months hold.
 */
function designOf(counts: Float64Array, at: number, years: number, months: number[], trend: boolean): Design {
  const oldest = at - years * YEAR - HALF_WINDOW;
  const parts = months.map((month) => (month === oldest ? 0 : partOfYear((((month - at) % YEAR) + YEAR) % YEAR)));
  const held = [...new Set(parts)].filter((part) => part > 0);
  const rows = months.map((month, i) => [
    1,
    ...(trend ? [month - at] : []),
    ...held.map((p) => Number(p === parts[i])),
  ]);
  const columns = 1 + Number(trend) + held.length;
  return { columns, x: Float64Array.from(rows.flat()), counts: Float64Array.from(months, (month) => counts[month]) };
}

/**
 * 0 for the months like the one judged; the others' number. Ten parts don't fit into twelve months with a window of
 * five: R then makes one part of the two months three and two before it, and the others are parts of one month.
 */
function partOfYear(after: number): number {
  if (after <= HALF_WINDOW || after === YEAR - 1) return 0;
  return Math.min(after, YEAR - HALF_WINDOW - 1);
}

/** Once with all rows alike, and again with past outbreaks weighed down. */
function fitTwice(design: Design): PoissonFit | null {
  const first = fitPoisson(design, new Float64Array(design.counts.length).fill(1));
  if (!first) return null;
  return fitPoisson(design, outbreakWeights(design.counts, first));
}

/** Weights that fall with the squared residual beyond OUTBREAK and add up to the number of months. */
function outbreakWeights(counts: Float64Array, { fitted, leverage, dispersion }: PoissonFit): Float64Array {
  const weights = counts.map((count, i) => {
    const mean = fitted[i];
    const residual = 1.5 * (count ** (2 / 3) * mean ** (-1 / 6) - Math.sqrt(mean));
    const standard = residual / Math.sqrt(Math.max(1, dispersion) * (1 - leverage[i]));
    return standard > OUTBREAK ? standard ** -2 : 1;
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => (weight * weights.length) / sum);
}
