import type { Limits } from "./limits.ts";
import { medianInPlace } from "./median.ts";

/**
 * The usual variance of a month's residual in each size band: the median over its enterprises with enough history. A
 * band of fewer than `cohortMinimum` such enterprises takes that of all; NaN when all are too few.
 * @param own each row's own variance, NaN where its history is too short
 * @param band each row's size band
 */
export function bandVariances(own: Float64Array, band: Int32Array, bands: number, limits: Limits): Float64Array {
  const kept = new Float64Array(own.length);
  const fewest = Math.max(2, limits.cohortMinimum);
  const usual = (belongs: (row: number) => boolean, otherwise: number): number => {
    let count = 0;
    for (let row = 0; row < own.length; row++) if (belongs(row) && !Number.isNaN(own[row])) kept[count++] = own[row];
    return count < fewest ? otherwise : medianInPlace(kept, 0, count);
  };
  const all = usual(() => true, Number.NaN);
  return Float64Array.from({ length: bands }, (_, one) => usual((row) => band[row] === one, all));
}
