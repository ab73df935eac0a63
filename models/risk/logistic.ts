/** A design and what came of it, row-major. */
export interface Cases {
  readonly size: number;
  /** Columns of `x`, the intercept (always 1) not among them. */
  readonly columns: number;
  readonly x: Float64Array;
  readonly y: ArrayLike<number>;
  /** Log-odds known beforehand, such as a cohort's base rate. */
  readonly offset: Float64Array;
  /** How often a row counts. */
  readonly weight: Float64Array;
}

export interface Fit {
  readonly intercept: number;
  readonly weights: Float64Array;
}

const STEPS = 50;
const SETTLED = 1e-7;
const WIDEST_STEP = 1;

/**
 * Ridge logistic regression with an offset: the weights that minimise −log likelihood + Σ ridge / 2 × (w − prior)²;
 * the intercept is free. Newton's steps, none of them longer than 1 in any weight, so that a rare event cannot throw it.
 * Source: Hoerl and Kennard (1970); le Cessie and van Houwelingen (1992); equals R glm(family = binomial) as ridge → 0.
 */
export function ridgeLogistic(cases: Cases, ridge: Float64Array, prior: Float64Array): Fit {
  const size = cases.columns + 1;
  const at = Float64Array.from({ length: size }, (_, i) => (i === 0 ? startOf(cases) : prior[i - 1]));
  for (let n = 0; n < STEPS; n++) {
    const { gradient, curvature } = slopesAt(cases, at);
    for (let i = 1; i < size; i++) {
      gradient[i] -= ridge[i - 1] * (at[i] - prior[i - 1]);
      curvature[i * size + i] += ridge[i - 1];
    }
    const step = solve(curvature, gradient);
    const widest = step.reduce((most, s) => Math.max(most, Math.abs(s)), 0);
    const share = widest > WIDEST_STEP ? WIDEST_STEP / widest : 1;
    for (let i = 0; i < size; i++) at[i] += share * step[i];
    if (widest < SETTLED) break;
  }
  return { intercept: at[0], weights: at.subarray(1) };
}

/** Log-odds of the base rate, less the mean offset: where Newton starts. */
function startOf({ size, y, offset, weight }: Cases): number {
  let [rows, events, offsets] = [0, 0, 0];
  for (let r = 0; r < size; r++) {
    rows += weight[r];
    events += weight[r] * y[r];
    offsets += weight[r] * offset[r];
  }
  return Math.log((events + 0.5) / (rows - events + 0.5)) - offsets / Math.max(rows, 1);
}

function slopesAt(cases: Cases, at: Float64Array) {
  const { size: rows, columns, x, y, offset, weight } = cases;
  const size = columns + 1;
  const gradient = new Float64Array(size);
  const curvature = new Float64Array(size * size);
  for (let r = 0; r < rows; r++) {
    const base = r * columns;
    let t = at[0] + offset[r];
    for (let i = 0; i < columns; i++) t += at[i + 1] * x[base + i];
    const p = 1 / (1 + Math.exp(-t));
    const miss = weight[r] * (y[r] - p);
    const curve = Math.max(weight[r] * p * (1 - p), 1e-9);
    gradient[0] += miss;
    curvature[0] += curve;
    for (let i = 0; i < columns; i++) {
      const xi = x[base + i];
      if (xi === 0) continue;
      const row = (i + 1) * size;
      gradient[i + 1] += miss * xi;
      curvature[row] += curve * xi;
      for (let j = 0; j <= i; j++) curvature[row + j + 1] += curve * xi * x[base + j];
    }
  }
  return { gradient, curvature };
}

/** Solves A s = b for a symmetric positive definite A whose lower half is given, by Cholesky in place. */
function solve(a: Float64Array, b: Float64Array): Float64Array {
  const n = b.length;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = a[i * n + j];
      for (let k = 0; k < j; k++) sum -= a[i * n + k] * a[j * n + k];
      a[i * n + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / a[j * n + j];
    }
  }
  const s = Float64Array.from(b);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) s[i] -= a[i * n + k] * s[k];
    s[i] /= a[i * n + i];
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) s[i] -= a[k * n + i] * s[k];
    s[i] /= a[i * n + i];
  }
  return s;
}
