import { type ForecastMonth, withLimits } from "./forecast.ts";

/** How fast level and growth follow (0…1), how much of the growth is left after a month (0…1), and where they begin. */
export interface Damped {
  readonly alpha: number;
  readonly beta: number;
  readonly phi: number;
  /** Level and monthly growth before the first month, in the values' unit. */
  readonly level: number;
  readonly growth: number;
}

/** Where a series has come to. */
export interface DampedState {
  readonly level: number;
  readonly growth: number;
  /** Sum of the squared one-month errors, in the values' squared unit. */
  readonly misfit: number;
}

/** Parameters of a damped fit: three that smooth, two that begin. */
const PARAMETERS = 5;

/**
 * Runs damped exponential smoothing, ETS(A,Ad,N), over months in time order; no NaN allowed. `errors`, if given,
 * takes the one-month errors. Source: Hyndman et al., "Forecasting with Exponential Smoothing" (2008), p. 48.
 */
export function runDamped(values: Float64Array, model: Damped, errors?: Float64Array): DampedState {
  const { alpha, beta, phi } = model;
  let { level, growth } = model;
  let misfit = 0;
  for (let i = 0; i < values.length; i++) {
    const expected = level + phi * growth;
    const error = values[i] - expected;
    if (errors) errors[i] = error;
    misfit += error * error;
    level = expected + alpha * error;
    growth = phi * growth + beta * error;
  }
  return { level, growth, misfit };
}

/** Variance of the one-month errors of a fit to `months` values, in their squared unit; NaN under six. */
export const dampedVariance = (misfit: number, months: number): number =>
  months > PARAMETERS ? misfit / (months - PARAMETERS) : Number.NaN;

/**
 * The next `horizon` months: mean level + (φ + φ² + …) × growth; the error's variance grows by what of each earlier
 * error lives on, α + β(φ + … + φʲ). Source: as above, table 6.2, class 1.
 */
export function dampedPath(model: Damped, state: DampedState, variance: number, horizon: number): ForecastMonth[] {
  const { alpha, beta, phi } = model;
  let damping = 0;
  let growth = 1;
  return Array.from({ length: horizon }, (_, step) => {
    if (step > 0) growth += (alpha + beta * damping) ** 2;
    damping = phi * (1 + damping);
    return withLimits(state.level + damping * state.growth, Math.sqrt(variance * growth));
  });
}
