import { type ForecastMonth, withLimits } from "./forecast.ts";
import { minimise } from "./minimise.ts";
import { seasonOf } from "./season.ts";

const PERIOD = 12;
/** The box R's forecast::ses searches in. */
const LEAST = 1e-4;
const MOST = 0.9999;
/** Points of the first grid for α. */
const GRID = 25;

/**
 * Theta forecast of months in time order: the season, if there is one, is divided out; simple exponential smoothing
 * with half the straight line's slope as drift goes on; the season is multiplied in again. No NaN allowed, at least
 * three months. The limits carry no season, as in R's forecast::thetaf. Source: Assimakopoulos and Nikolopoulos,
 * Int. J. Forecasting 16 (2000); Hyndman and Billah, ibid. 19 (2003).
 */
export function thetaPath(values: Float64Array, horizon: number, season = seasonOf(values)): ForecastMonth[] {
  const months = values.length;
  const plain = season ? values.map((value, i) => value / season[i]) : values;
  const { alpha, level, misfit } = fitSmoothing(plain);
  const drift = slopeOf(plain) / 2;
  const behind = (1 - (1 - alpha) ** months) / alpha;
  const variance = misfit / (months - 2);
  return Array.from({ length: horizon }, (_, step) => {
    const factor = season ? season[months - PERIOD + (step % PERIOD)] : 1;
    const mean = (level + drift * (step + behind)) * factor;
    return withLimits(mean, Math.sqrt(variance * (1 + step * alpha * alpha)));
  });
}

export interface Smoothing {
  readonly alpha: number;
  /** Level after the last month, in the values' unit. */
  readonly level: number;
  readonly misfit: number;
}

/** Simple exponential smoothing with the least squared one-month errors; the level it begins with is solved for. */
export function fitSmoothing(values: Float64Array): Smoothing {
  const alphaAt = ([a]: readonly number[]) => LEAST + a * (MOST - LEAST);
  const { point } = minimise(1, GRID, (at) => smooth(values, alphaAt(at)).misfit);
  return smooth(values, alphaAt(point));
}

/** The start's part of the k-th error is (1 − α)ᵏ, so the best start follows from two sums. */
function smooth(values: Float64Array, alpha: number): Smoothing {
  const near = values[0];
  let level = near;
  let left = 1;
  let [square, product, misfit] = [0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    const error = values[i] - level;
    square += left * left;
    product += left * error;
    misfit += error * error;
    level += alpha * error;
    left *= 1 - alpha;
  }
  const shift = product / square;
  return { alpha, level: level + shift * left, misfit: Math.max(0, misfit - shift * product) };
}

/** Slope of the straight line through the values, per month. */
function slopeOf(values: Float64Array): number {
  const middle = (values.length - 1) / 2;
  let product = 0;
  let square = 0;
  for (let i = 0; i < values.length; i++) {
    product += (i - middle) * values[i];
    square += (i - middle) ** 2;
  }
  return product / square;
}
