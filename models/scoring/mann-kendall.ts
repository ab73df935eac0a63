import { twoSided } from "./normal.ts";

/** Kendall's S: pairs that rise less pairs that fall, over values[0, count) in time order. 0 for fewer than two. */
export function kendallS(values: Float64Array, count: number): number {
  let s = 0;
  for (let i = 1; i < count; i++) {
    const value = values[i];
    for (let j = 0; j < i; j++) s += Number(value > values[j]) - Number(value < values[j]);
  }
  return s;
}

/**
 * Variance of S when there is no trend, corrected for ties: (n(n−1)(2n+5) − Σ t(t−1)(2t+5)) / 18 over the groups of t
 * equal values. Summed by element, a group of t adds t times (t−1)(2t+5). Source: Kendall, "Rank Correlation Methods".
 */
export function kendallVariance(values: Float64Array, count: number): number {
  let tied = 0;
  for (let i = 0; i < count; i++) {
    let group = 0;
    for (let j = 0; j < count; j++) if (values[j] === values[i]) group++;
    tied += (group - 1) * (2 * group + 5);
  }
  return varianceOf(count, tied);
}

const varianceOf = (count: number, tied: number): number => (count * (count - 1) * (2 * count + 5) - tied) / 18;

/** z of S with the continuity correction of 1; 0 when S is 0 or all values are equal. */
export function kendallZ(s: number, variance: number): number {
  if (s === 0 || variance <= 0) return 0;
  return (s - Math.sign(s)) / Math.sqrt(variance);
}

/**
 * Two-sided p of the Mann–Kendall trend test on values[0, count), tie-corrected, with continuity; 1 when all are
 * equal, NaN under three values. Source: Mann, Econometrica 13 (1945); checked against R in the tests.
 */
export function mannKendallP(values: Float64Array, count: number): number {
  if (count < 3) return Number.NaN;
  return twoSided(kendallZ(kendallS(values, count), kendallVariance(values, count)));
}

/** The same where all pairs were gone through already: from S, and of each value how many others equal it. */
export function kendallPOf(s: number, equals: Uint8Array, count: number): number {
  let tied = 0;
  for (let i = 0; i < count; i++) tied += equals[i] * (2 * equals[i] + 7);
  return twoSided(kendallZ(s, varianceOf(count, tied)));
}
