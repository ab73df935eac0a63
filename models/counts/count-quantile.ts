/**
 * Smallest count that a Poisson of this mean (dispersion 1) or a negative binomial of variance dispersion × mean stays
 * at or under with the wanted probability. mean > 0 in counts, dispersion ≥ 1, 0 < probability < 1; NaN when the mean
 * is not finite. As R's qpois and qnbinom, sums up probabilities from 0, in logs so that large means don't underflow.
 */
export function countQuantile(probability: number, mean: number, dispersion: number): number {
  if (!Number.isFinite(mean)) return Number.NaN;
  const extra = dispersion - 1;
  const size = mean / extra;
  let log = extra > 0 ? -size * Math.log(dispersion) : -mean;
  let sum = Math.exp(log);
  let count = 0;
  while (sum < probability && count < FARTHEST * (1 + mean) * dispersion) {
    log += Math.log(extra > 0 ? ((size + count) * extra) / dispersion : mean) - Math.log(count + 1);
    count++;
    sum += Math.exp(log);
  }
  return count;
}

/** Means and dispersions beyond which no quantile lies that is asked for: rounding must not let the sum run on for ever. */
const FARTHEST = 1000;
