/**
 * Variance of a log change that pure counting explains: var(log n) ≥ 1/n + 1/θ for each of its two months, the later
 * one taken at the headcount expected there, so that a deep fall cannot excuse itself. Headcounts in persons, > 0.
 */
export const countNoise = (previous: number, expected: number, overdispersion: number): number =>
  1 / previous + 1 / expected + 2 * overdispersion;

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

/**
 * Spread of one month's log change for the shock: the squeezed one, never below count noise. At 5 people this is
 * about 0.63, so one leaver (−0.22) is a third of a standard deviation.
 */
export const shockScale = (variance: number, noise: number): number => Math.sqrt(Math.max(variance, noise));

/**
 * Spread of one month's log change for the guard and the leak: the squeezed one, but one person is never more than
 * one standard deviation. Count noise would be wrong here: it is noise of a level and does not add up over months
 * (200 people losing 3 % a month stay under 0.3 standard deviations of it for ever).
 */
export function unitScale(variance: number, previous: number): number {
  const onePerson = 1 / previous;
  return Math.sqrt(Math.max(variance, onePerson * onePerson));
}
