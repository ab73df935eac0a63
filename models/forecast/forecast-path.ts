import { bridgeGaps } from "./bridge-gaps.ts";
import { dampedPath, dampedVariance, runDamped } from "./damped.ts";
import { fitDamped } from "./fit-damped.ts";
import type { ForecastMonth } from "./forecast.ts";
import { seasonOf } from "./season.ts";
import { thetaPath } from "./theta.ts";

/** Fewest reported months that a path is drawn from (method set, step 3). */
export const FORECAST_FEWEST = 24;
/** Months at the end that both methods are tried on. */
const TRIAL = 6;

/** Why this method: a season shows, no trial was asked for, or it came nearer (on average, in persons a month) over the last six months. */
export type ForecastReason =
  | { readonly kind: "season" }
  | { readonly kind: "untried" }
  | { readonly kind: "nearer"; readonly theta: number; readonly damped: number };

export type ForecastPath =
  | { readonly kind: "too-short"; readonly have: number; readonly need: number }
  /** The last month has no report: there is nothing to go on from. */
  | { readonly kind: "silent" }
  | {
      readonly kind: "path";
      readonly method: "theta" | "damped";
      readonly reason: ForecastReason;
      readonly months: readonly ForecastMonth[];
    };

/**
 * Persons expected in the `horizon` months after the last one, with 80 and 95 % limits, none below 0. `months` are
 * monthly headcounts in time order, NaN where nothing was reported; don't fit across a merger: cut there first. With
 * a season, Theta; without, whichever of Theta and damped smoothing would have been nearer over the last six months.
 * Without a trial it is Theta, a fortieth of the cost: for the many parts of a total. Throws RangeError unless horizon
 * is a whole number from 1 up.
 */
export function forecastPath(months: Float64Array, horizon: number, trial = true): ForecastPath {
  if (!(Number.isInteger(horizon) && horizon >= 1)) throw new RangeError(`horizon must be 1 or more, got ${horizon}`);
  const have = months.reduce((count, value) => count + Number(!Number.isNaN(value)), 0);
  if (have < FORECAST_FEWEST) return { kind: "too-short", have, need: FORECAST_FEWEST };
  if (Number.isNaN(months[months.length - 1])) return { kind: "silent" };
  const values = bridgeGaps(months);
  const { method, reason } = chooseMethod(values, trial);
  const path = method === "theta" ? thetaPath(values, horizon) : dampedFrom(values, horizon);
  return { kind: "path", method, reason, months: path.map(notBelowNobody) };
}

function chooseMethod(values: Float64Array, trial: boolean): { method: "theta" | "damped"; reason: ForecastReason } {
  if (seasonOf(values)) return { method: "theta", reason: { kind: "season" } };
  if (!trial) return { method: "theta", reason: { kind: "untried" } };
  const known = values.subarray(0, values.length - TRIAL);
  const held = values.subarray(values.length - TRIAL);
  const theta = missOf(thetaPath(known, TRIAL), held);
  const damped = missOf(dampedFrom(known, TRIAL), held);
  return { method: damped < theta ? "damped" : "theta", reason: { kind: "nearer", theta, damped } };
}

function dampedFrom(values: Float64Array, horizon: number): ForecastMonth[] {
  const model = fitDamped(values);
  const state = runDamped(values, model);
  return dampedPath(model, state, dampedVariance(state.misfit, values.length), horizon);
}

function missOf(path: readonly ForecastMonth[], held: Float64Array): number {
  return path.reduce((sum, { mean }, i) => sum + Math.abs(mean - held[i]), 0) / held.length;
}

function notBelowNobody(month: ForecastMonth): ForecastMonth {
  const bounded = Object.entries(month).map(([name, persons]) => [name, Math.max(0, persons)]);
  return Object.fromEntries(bounded) as unknown as ForecastMonth;
}
