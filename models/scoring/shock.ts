import type { Limits } from "./limits.ts";

/**
 * Variance of a log change that pure counting explains: flow × (1/n + 1/n') + 2/θ. Who stays is counted in both months
 * and cancels; only the share that comes or goes in a month is counted afresh, so var(log n) ≥ 1/n + 1/θ of one count
 * becomes this for the change between two. The later month is taken at the headcount expected there, so that a deep fall
 * cannot excuse itself. Headcounts in persons, > 0; overdispersion is 1/θ.
 */
export const countNoise = (previous: number, expected: number, flow: number, overdispersion: number): number =>
  flow * (1 / previous + 1 / expected) + 2 * overdispersion;

/**
 * An enterprise's own variance drawn towards that of its size band, by weight of months: (d₀s₀² + ds²)/(d₀ + d).
 * A NaN band (nobody to learn from) leaves the own one. Source: limma::squeezeVar; Smyth (2004).
 */
export function squeezeVariance(own: number, months: number, band: number, priorMonths: number): number {
  if (Number.isNaN(band)) return own;
  const weight = priorMonths + months;
  return weight > 0 ? (priorMonths * band + months * own) / weight : own;
}

/**
 * An enterprise's own drift (median residual) drawn towards 0 as if `priorMonths` months of none had been seen before,
 * and believed only up to one usual spread of its size band: a start-up that doubled twice is not expected to go on.
 */
export function squeezeDrift(median: number, months: number, band: number, priorMonths: number): number {
  const drift = (median * months) / (months + priorMonths);
  if (Number.isNaN(band)) return drift;
  const most = Math.sqrt(band);
  return Math.min(most, Math.max(-most, drift));
}

/** Spread of one month's log change: the squeezed one, never below count noise. At 5 people one leaver is no news. */
export const shockScale = (variance: number, noise: number): number => Math.sqrt(Math.max(variance, noise));

/** The same for the guard and the leak, which look at months as they come and know no expected headcount. */
export const unitScale = (variance: number, previous: number, limits: Limits): number =>
  shockScale(variance, countNoise(previous, previous, limits.flowShare, limits.overdispersion));
