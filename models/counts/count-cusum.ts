/**
 * Plain CUSUM of counts[from, …): after each month max(0, before + (count − mean)/√mean − reference), in standard
 * deviations of a Poisson count of the mean of counts[0, from). Every entry is NaN when that mean is 0 or not known:
 * there is nothing to measure by. A baseline beside which the other methods are judged, not one that alarms. Source:
 * Rossi, Lampugnani and Marchi, Statistics in Medicine 18 (1999); as R's surveillance::algo.cusum(trans = "standard").
 */
export function countCusum(counts: Float64Array, from: number, reference: number): Float64Array {
  const mean = counts.subarray(0, from).reduce((sum, count) => sum + count, 0) / from;
  let sum = 0;
  return counts.slice(from).map((count) => {
    if (!(mean > 0)) return Number.NaN;
    sum = Math.max(0, sum + (count - mean) / Math.sqrt(mean) - reference);
    return sum;
  });
}
