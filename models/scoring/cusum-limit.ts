import { upperTail } from "./normal.ts";

/** Places a CUSUM between 0 and its limit is rounded to: enough for four digits of the run length. */
const PLACES = 40;
/** How near, of itself, a limit is searched. */
const NEAR = 1e-6;
const HIGHEST_LIMIT = 60;

/**
 * Months until a lower one-sided CUSUM from 0 first reaches `limit`, on average, when each month's z is independent
 * normal with mean −shift and spread 1: with shift 0 how rarely it alarms without cause, else how soon with one.
 * `capped` as nextLeak: one month adds at most half the limit. All in standard deviations. Real z are neither quite
 * normal nor independent: a guide for setting the limit, to be checked by replay. Throws RangeError unless limit > 0.
 * Source: Brook and Evans, Biometrika 59 (1972), with the error of rounding extrapolated away.
 */
export function cusumRunLength(reference: number, limit: number, shift = 0, capped = false): number {
  if (!(limit > 0)) throw new RangeError(`limit must be above 0, got ${limit}`);
  const fine = chainLength(reference, limit, shift, capped, 2 * PLACES);
  return fine + (fine - chainLength(reference, limit, shift, capped, PLACES)) / 3;
}

/**
 * The limit at which a CUSUM alarms without cause once in `wanted` months on average. Throws RangeError unless
 * wanted > 1 and some limit up to 60 does.
 */
export function cusumLimit(reference: number, wanted: number, capped = false): number {
  const lengthAt = (limit: number) => cusumRunLength(reference, limit, 0, capped);
  let [low, high] = [0, 1];
  while (high < HIGHEST_LIMIT && lengthAt(high) < wanted) [low, high] = [high, high + 1];
  if (!(wanted > 1 && high < HIGHEST_LIMIT)) {
    throw new RangeError(`run length must be above 1 and within reach of a limit of ${HIGHEST_LIMIT}, got ${wanted}`);
  }
  while (high - low > NEAR * high) {
    const middle = (low + high) / 2;
    if (lengthAt(middle) < wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Mean steps to the limit of the chain that the CUSUM becomes when its values are rounded to `places` places. */
function chainLength(reference: number, limit: number, shift: number, capped: boolean, places: number): number {
  const width = (2 * limit) / (2 * places - 1);
  const cap = capped ? limit / 2 : Number.POSITIVE_INFINITY;
  const below = (step: number) => 1 - upperTail(Math.min(step, cap) + reference - shift);
  // One place more than rounding makes: exactly the cap, where a capped month leads from 0, and from where another alarms.
  const size = places + 1;
  const matrix = new Float64Array(size * size);
  for (let from = 0; from < size; from++) {
    const value = from < places ? from * width : cap;
    const row = matrix.subarray(from * size, (from + 1) * size);
    if (value < limit) leave(row, value, width, below);
    if (capped && from === 0) row[places] += 1 - below(cap);
    else if (capped && from < places) land(row, (value + cap) / width, 1 - below(cap));
    for (let to = 0; to < size; to++) row[to] = Number(to === from) - row[to];
  }
  return solveForFirst(matrix, size);
}

/** Probabilities of the places that a month leads to from `value`, without what the cap cuts off. */
function leave(row: Float64Array, value: number, width: number, below: (step: number) => number): void {
  let before = 0;
  for (let to = 0; to < row.length - 1; to++) {
    const upTo = below((to + 0.5) * width - value);
    row[to] = upTo - before;
    before = upTo;
  }
}

/** Shares a probability between the two places about `place`; beyond the last one it is an alarm. */
function land(row: Float64Array, place: number, probability: number): void {
  const floor = Math.floor(place);
  const share = place - floor;
  if (floor < row.length - 1) row[floor] += probability * (1 - share);
  if (floor + 1 < row.length - 1) row[floor + 1] += probability * share;
}

/** First unknown of matrix × x = 1 by elimination from the last one up; the matrix is 1 minus a chain, so no pivots vanish. */
function solveForFirst(matrix: Float64Array, size: number): number {
  const right = new Float64Array(size).fill(1);
  for (let k = size - 1; k > 0; k--) {
    for (let row = 0; row < k; row++) {
      const factor = matrix[row * size + k] / matrix[k * size + k];
      for (let column = 0; column < k; column++) matrix[row * size + column] -= factor * matrix[k * size + column];
      right[row] -= factor * right[k];
    }
  }
  return right[0] / matrix[0];
}
