import { medianInPlace } from "./median.ts";

/** Pairs of n points: how many slopes Theil–Sen takes the median of. */
export const pairsOf = (points: number): number => (points * (points - 1)) / 2;

/**
 * Median of the slopes of all pairs of points, in the values' unit per unit of time. Times ascend strictly; gaps are
 * left out, not filled. NaN under two points. `slopes` is working room for pairsOf(count) numbers.
 * Source: Sen, "Estimates of the regression coefficient based on Kendall's tau", JASA 63 (1968).
 */
export function theilSen(times: Float64Array, values: Float64Array, count: number, slopes: Float64Array): number {
  let pairs = 0;
  for (let i = 1; i < count; i++) {
    const time = times[i];
    const value = values[i];
    for (let j = 0; j < i; j++) slopes[pairs++] = (value - values[j]) / (time - times[j]);
  }
  return medianInPlace(slopes, 0, pairs);
}
