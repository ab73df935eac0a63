import { medianInPlace } from "./median.ts";

/** Makes the median absolute deviation of a normal sample estimate its standard deviation; R's `mad` default. */
export const MAD_FACTOR = 1.4826;

/**
 * Spread of values[0, count) about `center`, in the values' unit: 1.4826 × the median absolute deviation.
 * Overwrites the range with the deviations. NaN when count is 0. Source: Hampel (1974); R stats::mad.
 */
export function robustScaleInPlace(values: Float64Array, count: number, center: number): number {
  for (let i = 0; i < count; i++) values[i] = Math.abs(values[i] - center);
  return MAD_FACTOR * medianInPlace(values, 0, count);
}
