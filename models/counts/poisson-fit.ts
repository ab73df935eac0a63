import { type Factor, factorise, inverseForm, solveWith } from "./cholesky.ts";

/** Rows × columns, row after row, and the counts they explain. */
export interface Design {
  readonly columns: number;
  readonly x: Float64Array;
  readonly counts: Float64Array;
}

export interface PoissonFit {
  readonly coefficients: Float64Array;
  readonly fitted: Float64Array;
  /** Pull of each count on its own fitted value, 0…1. */
  readonly leverage: Float64Array;
  /** Pearson's statistic over its degrees of freedom: 1 for Poisson counts, more when they spread more. */
  readonly dispersion: number;
}

/** R's glm: when the deviance counts as settled, and after how many steps it gives up. */
const SETTLED = 1e-8;
const STEPS = 25;
/** Keeps the logarithm of a count of 0 finite at the start, as R does. */
const START = 0.1;

/**
 * Quasi-Poisson regression with log link by reweighted least squares; `weights` say how much each row counts. null
 * when it doesn't settle, a column says nothing new, or there are no more rows than columns. Source: McCullagh and Nelder, "Generalized Linear Models"
 * (1989); steps and stopping as R's glm, so that results agree.
 */
export function fitPoisson(design: Design, weights: Float64Array): PoissonFit | null {
  const { columns, counts } = design;
  if (counts.length <= columns) return null;
  let eta: Float64Array = counts.map((count) => Math.log(count + START));
  let before = devianceOf(counts, eta, weights);
  for (let step = 0; step < STEPS; step++) {
    const stepWeights = weights.map((weight, i) => weight * Math.exp(eta[i]));
    const factor = factorise(crossProducts(design, stepWeights), columns);
    if (!factor) return null;
    const coefficients = solveWith(factor, workingProducts(design, stepWeights, eta));
    eta = linear(design, coefficients);
    const deviance = devianceOf(counts, eta, weights);
    if (!Number.isFinite(deviance)) return null;
    if (Math.abs(deviance - before) / (Math.abs(deviance) + START) < SETTLED) {
      return describe(design, coefficients, eta, stepWeights, factor);
    }
    before = deviance;
  }
  return null;
}

/** Leverage and dispersion with the weights of the last step, which are those before its coefficients: as R reckons. */
function describe(
  { columns, x, counts }: Design,
  coefficients: Float64Array,
  eta: Float64Array,
  stepWeights: Float64Array,
  factor: Factor,
): PoissonFit {
  const fitted = eta.map(Math.exp);
  const misfit = fitted.reduce((sum, mean, i) => sum + stepWeights[i] * (counts[i] / mean - 1) ** 2, 0);
  const rowOf = (i: number) => x.subarray(i * columns, (i + 1) * columns);
  const leverage = stepWeights.map((weight, i) => weight * inverseForm(factor, rowOf(i)));
  return { coefficients, fitted, leverage, dispersion: misfit / (counts.length - columns) };
}

function linear({ columns, x, counts }: Design, coefficients: Float64Array): Float64Array {
  return counts.map((_, i) => {
    let sum = 0;
    for (let c = 0; c < columns; c++) sum += x[i * columns + c] * coefficients[c];
    return sum;
  });
}

function crossProducts({ columns, x, counts }: Design, stepWeights: Float64Array): Float64Array {
  const out = new Float64Array(columns * columns);
  for (let i = 0; i < counts.length; i++) {
    for (let a = 0; a < columns; a++) {
      const left = stepWeights[i] * x[i * columns + a];
      for (let b = 0; b <= a; b++) out[a * columns + b] += left * x[i * columns + b];
    }
  }
  return out;
}

function workingProducts({ columns, x, counts }: Design, stepWeights: Float64Array, eta: Float64Array): Float64Array {
  const out = new Float64Array(columns);
  for (let i = 0; i < counts.length; i++) {
    const working = stepWeights[i] * (eta[i] + counts[i] / Math.exp(eta[i]) - 1);
    for (let c = 0; c < columns; c++) out[c] += working * x[i * columns + c];
  }
  return out;
}

function devianceOf(counts: Float64Array, eta: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) {
    const mean = Math.exp(eta[i]);
    const log = counts[i] > 0 ? counts[i] * (Math.log(counts[i]) - eta[i]) : 0;
    sum += 2 * weights[i] * (log - (counts[i] - mean));
  }
  return sum;
}
