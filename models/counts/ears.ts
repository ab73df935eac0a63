import { sampleStandardDeviation } from "simple-statistics";

/** What a count is held against: the count expected, and the largest that is still usual; both in the counts' unit. */
export interface CountBound {
  readonly expected: number;
  readonly bound: number;
}

/** Months of the baseline, and months left out between it and the month judged, so that a beginning wave is not learnt. */
const BASELINE = 7;
export const EARS_LAG = { c1: 0, c2: 2 } as const;

/** Months up to and with the one judged that C1 and C2 need. */
export const EARS_NEED = { c1: BASELINE + 1, c2: BASELINE + 3 } as const;

/**
 * EARS C1 (the 7 months before) or C2 (the 7 months before the last two) for counts[at]: mean and mean + z × standard
 * deviation, the deviation never under `leastSpread`. null when months are too few or one of the seven is NaN (no
 * report). Source: Hutwagner et al., J. Urban Health 80 (2003); as R's surveillance::earsC.
 */
export function earsBound(
  counts: Float64Array,
  at: number,
  lag: number,
  z: number,
  leastSpread: number,
): CountBound | null {
  const baseline = baselineOf(counts, at, lag);
  if (!baseline) return null;
  return { expected: baseline.mean, bound: baseline.mean + z * Math.max(leastSpread, baseline.spread) };
}

function baselineOf(counts: Float64Array, at: number, lag: number): { mean: number; spread: number } | null {
  const from = at - lag - BASELINE;
  if (from < 0) return null;
  const months = [...counts.subarray(from, from + BASELINE)];
  const mean = months.reduce((sum, count) => sum + count, 0) / BASELINE;
  return Number.isNaN(mean) ? null : { mean, spread: sampleStandardDeviation(months) };
}
