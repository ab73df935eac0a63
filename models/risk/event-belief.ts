import { logit } from "../calibration/logit.ts";
import { ridgeLogistic } from "./logistic.ts";
import { placesWhere, type RiskRows } from "./rows.ts";

/** Pull towards the listed weight: what some twenty-five reported events that bear it out would weigh. */
const PULL = 20;
/** A history can halve a weight, double it, or find nothing in it; never turn it round. */
const MOST = 2;

/**
 * How much of the listed weight of a reported event this place's history bears out: 1 all of it, 0 nothing, 1 without events.
 * @param foretold probability of each row without its events, by a fit that did not see it; NaN is left out
 */
export function fitEventBelief(foretold: Float64Array, { size, outcome, eventWeight }: RiskRows): number {
  if (!eventWeight) return 1;
  const known = placesWhere(size, (r) => !Number.isNaN(foretold[r]));
  if (!known.some((r) => eventWeight[r] > 0)) return 1;
  const fit = ridgeLogistic(
    {
      ...{ size: known.length, columns: 1 },
      x: Float64Array.from(known, (r) => eventWeight[r]),
      y: Uint8Array.from(known, (r) => outcome[r]),
      offset: Float64Array.from(known, (r) => logit(foretold[r])),
      weight: new Float64Array(known.length).fill(1),
    },
    Float64Array.of(PULL),
    Float64Array.of(1),
  );
  return Math.min(MOST, Math.max(0, fit.weights[0]));
}
