/** How a local regression smooths: points it looks at (odd), a level or a line, every how many points it is fitted. */
export interface Loess {
  readonly window: number;
  readonly degree: 0 | 1;
  readonly jump: number;
  /** Weight of a point at each distance, a row for each reach up to the window's: reckoned once, read often. */
  readonly kernel: Float64Array;
}

/** Points nearer than this share of the reach weigh fully, points beyond the other one not at all (stl.f). */
const NEAR = 0.001;
const FAR = 0.999;

export function loessOf(window: number, degree: 0 | 1, jump: number): Loess {
  const width = window + 1;
  const kernel = Float64Array.from({ length: width * width }, (_, i) => tricube((i % width) / Math.floor(i / width)));
  return { window, degree, jump, kernel };
}

const tricube = (share: number): number => (share <= NEAR ? 1 : share > FAR ? 0 : (1 - share ** 3) ** 3);

/**
 * Local regression of y[0, n) at every point, in y's unit, written to out[at, at + n): fitted every `jump` points and
 * joined by straight lines. `weights` are the points' robustness weights, 0…1; where all in reach are 0 the value
 * itself stands. No NaN allowed, n ≥ 1. Source: Cleveland et al. (1990); netlib a/stl, subroutine ess.
 */
export function smoothLoess(
  y: Float64Array,
  n: number,
  loess: Loess,
  weights: Float64Array,
  out: Float64Array,
  at: number,
): void {
  const jump = Math.max(1, Math.min(loess.jump, n - 1));
  let fitted = 0;
  for (let i = 0; i < n; i += jump) {
    const left = leftOf(n, loess.window, i);
    out[at + i] = fitOrValue(y, n, loess, weights, i, left);
    if (i > 0) join(out, at + fitted, at + i);
    fitted = i;
  }
  if (fitted === n - 1) return;
  out[at + n - 1] = fitOrValue(y, n, loess, weights, n - 1, leftOf(n, loess.window, fitted));
  join(out, at + fitted, at + n - 1);
}

/**
 * Value of the local regression at x (which may lie one beyond the points) from the window of y[0, n) that begins at
 * `left`, in y's unit. NaN when no point has weight. Source: as above, subroutine est.
 */
export function fitLoess(
  y: Float64Array,
  n: number,
  { window, degree, kernel }: Loess,
  weights: Float64Array,
  x: number,
  left: number,
): number {
  const right = Math.min(n, left + window);
  const beyond = window > n ? (window - n) >> 1 : 0;
  const row = (Math.max(x - left, right - 1 - x) + beyond) * (window + 1);
  let weight = 0;
  let shift = 0;
  let square = 0;
  let sum = 0;
  let moment = 0;
  for (let j = left; j < right; j++) {
    const distance = j - x;
    const k = weights[j] * kernel[row + (distance < 0 ? -distance : distance)];
    const value = k * y[j];
    const shifted = k * distance;
    weight += k;
    sum += value;
    shift += shifted;
    square += shifted * distance;
    moment += value * distance;
  }
  if (weight <= 0) return Number.NaN;
  const level = sum / weight;
  if (degree === 0) return level;
  const center = shift / weight;
  const spread = square / weight - center * center;
  // Points too close together carry no line, only a level.
  if (!(Math.sqrt(spread) > NEAR * (n - 1))) return level;
  return level - (center / spread) * (moment / weight - center * level);
}

function fitOrValue(y: Float64Array, n: number, loess: Loess, weights: Float64Array, i: number, left: number): number {
  const value = fitLoess(y, n, loess, weights, i, left);
  return Number.isNaN(value) ? y[i] : value;
}

/** First of the `window` points nearest to point i. */
function leftOf(n: number, window: number, i: number): number {
  if (window >= n) return 0;
  return Math.min(Math.max(0, i + 1 - ((window + 1) >> 1)), n - window);
}

function join(out: Float64Array, from: number, to: number): void {
  const step = (out[to] - out[from]) / (to - from);
  for (let j = from + 1; j < to; j++) out[j] = out[from] + step * (j - from);
}
