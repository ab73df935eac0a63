import { placesWhere, type RiskRows } from "./rows.ts";

/** Events expected by reports that the listed chances are worth before a place's own are counted. */
const PRIOR = 5;
/** A history can double a chance or find nothing in it; never turn it round. */
const MOST = 2;

/**
 * How much of the listed chance of a reported event this place's history bears out: 1 all of it, 0 nothing, 1 without events.
 * Under noisy-or the expected excess over the risk without events is belief × Σ (1 − p) q; what came is held against it, with
 * PRIOR events that came as listed (a gamma prior on a Poisson count).
 * @param foretold probability of each row without its events, by a fit that did not see it; NaN is left out
 */
export function fitEventBelief(foretold: Float64Array, { size, outcome, eventChance }: RiskRows): number {
  if (!eventChance) return 1;
  const told = placesWhere(size, (r) => !Number.isNaN(foretold[r]) && eventChance[r] > 0);
  const excess = told.reduce((sum, r) => sum + outcome[r] - foretold[r], 0);
  const listed = told.reduce((sum, r) => sum + (1 - foretold[r]) * eventChance[r], 0);
  return Math.min(MOST, Math.max(0, (PRIOR + excess) / (PRIOR + listed)));
}
