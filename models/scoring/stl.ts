import { fitLoess, loessOf, smoothLoess } from "./loess.ts";
import { medianInPlace } from "./median.ts";

/** Months of the season. */
export const PERIOD = 12;
/** Fewest months that hold more than two seasons: R's stl refuses less. */
export const STL_FEWEST = 2 * PERIOD + 1;

/** R's stl(s.window = 13, robust = TRUE): the other windows follow from the season, the jumps are a tenth of a window. */
const SEASONAL = loessOf(13, 0, 2);
const TREND = loessOf(21, 1, 3);
const LOW_PASS = loessOf(13, 1, 2);
const ROBUST_PASSES = 15;
/** Remainders beyond six median remainders weigh nothing (Cleveland et al., section 3.4). */
const SIX = 6;
const NEAR = 0.001;
const FAR = 0.999;

/** Decomposition of up to `longest` months and the room it works in. Made once for many series; nothing is allocated after. */
export interface StlRoom {
  readonly longest: number;
  /** Value = seasonal + trend + remainder, all in the values' unit; the first `count` entries hold. */
  readonly seasonal: Float64Array;
  readonly trend: Float64Array;
  /** 0…1: how much the month counted in the fit; 0 is an outlier. */
  readonly weight: Float64Array;
  readonly ones: Float64Array;
  readonly cycles: Float64Array;
  readonly rest: Float64Array;
  readonly low: Float64Array;
  readonly sub: Float64Array;
  readonly subWeight: Float64Array;
  readonly subFit: Float64Array;
}

export function stlRoom(longest: number): StlRoom {
  const column = (more = 0): Float64Array => new Float64Array(longest + more);
  return {
    longest,
    seasonal: column(),
    trend: column(),
    weight: column(),
    ones: column().fill(1),
    cycles: column(2 * PERIOD),
    rest: column(2 * PERIOD),
    low: column(2 * PERIOD),
    sub: column(),
    subWeight: column(),
    subFit: column(2),
  };
}

/**
 * Robust seasonal-trend decomposition of values[0, count), monthly, in time order, as R's stl(s.window = 13,
 * robust = TRUE): leaves season, trend and weights in `room`. Gaps must be filled before: no NaN allowed. Throws
 * RangeError under 25 months or beyond the room. Source: Cleveland, Cleveland, McRae and Terpenning, J. Official
 * Statistics 6 (1990). R's own median is off for an even number of months (it hands its partial sort the two middle
 * places in falling order, which that does not allow); handing in such a median shows that all else is R's.
 */
export function robustStl(values: Float64Array, count: number, room: StlRoom, medianOf = medianInPlace): void {
  if (!(count >= STL_FEWEST && count <= room.longest)) {
    throw new RangeError(`a decomposition needs ${STL_FEWEST} to ${room.longest} months, got ${count}`);
  }
  room.trend.fill(0, 0, count);
  room.weight.fill(1, 0, count);
  pass(values, count, room);
  for (let k = 0; k < ROBUST_PASSES; k++) {
    weighRemainders(values, count, room, medianOf);
    pass(values, count, room);
  }
}

/** One turn: season of the detrended values, then trend of the deseasonalised ones. */
function pass(values: Float64Array, count: number, room: StlRoom): void {
  const { seasonal, trend, weight, ones, cycles, rest, low } = room;
  for (let i = 0; i < count; i++) rest[i] = values[i] - trend[i];
  for (let month = 0; month < PERIOD; month++) smoothCycle(month, count, room);
  averageOut(cycles, count, rest, low);
  smoothLoess(low, count, LOW_PASS, ones, rest, 0);
  for (let i = 0; i < count; i++) {
    seasonal[i] = cycles[PERIOD + i] - rest[i];
    rest[i] = values[i] - seasonal[i];
  }
  smoothLoess(rest, count, TREND, weight, trend, 0);
}

/** Smooths all Januaries (or all Februaries …) over the years, and carries them on by a year at both ends. */
function smoothCycle(month: number, count: number, room: StlRoom): void {
  const { weight, cycles, rest, sub, subWeight, subFit } = room;
  let years = 0;
  for (let i = month; i < count; i += PERIOD) {
    sub[years] = rest[i];
    subWeight[years++] = weight[i];
  }
  smoothLoess(sub, years, SEASONAL, subWeight, subFit, 1);
  const before = fitLoess(sub, years, SEASONAL, subWeight, -1, 0);
  const after = fitLoess(sub, years, SEASONAL, subWeight, years, Math.max(0, years - SEASONAL.window));
  subFit[0] = Number.isNaN(before) ? subFit[1] : before;
  subFit[years + 1] = Number.isNaN(after) ? subFit[years] : after;
  for (let year = 0; year < years + 2; year++) cycles[year * PERIOD + month] = subFit[year];
}

/** Takes the season out by moving averages of 12, 12 and 3: from count + 24 values to count, left in `low`. */
function averageOut(cycles: Float64Array, count: number, work: Float64Array, low: Float64Array): void {
  movingAverage(cycles, count + 2 * PERIOD, PERIOD, low);
  movingAverage(low, count + PERIOD + 1, PERIOD, work);
  movingAverage(work, count + 2, 3, low);
}

function movingAverage(x: Float64Array, n: number, length: number, out: Float64Array): void {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += x[i];
  out[0] = sum / length;
  for (let i = length; i < n; i++) {
    sum += x[i] - x[i - length];
    out[i - length + 1] = sum / length;
  }
}

/** Bisquare weights of the remainders. */
function weighRemainders(values: Float64Array, count: number, room: StlRoom, medianOf: typeof medianInPlace): void {
  const { seasonal, trend, weight, rest } = room;
  for (let i = 0; i < count; i++) {
    weight[i] = Math.abs(values[i] - trend[i] - seasonal[i]);
    rest[i] = weight[i];
  }
  const limit = SIX * medianOf(rest, 0, count);
  for (let i = 0; i < count; i++) weight[i] = bisquare(weight[i], limit);
}

function bisquare(size: number, limit: number): number {
  if (size <= NEAR * limit) return 1;
  if (size > FAR * limit) return 0;
  const share = size / limit;
  return (1 - share * share) ** 2;
}
