import { GAP, type Panel } from "../panel.ts";
import { firstColumn, type Limits } from "./limits.ts";
import { logHeadcount, persons } from "./log-change.ts";
import { medianInPlace } from "./median.ts";
import { robustScaleInPlace } from "./robust-scale.ts";
import { pairsOf } from "./theil-sen.ts";

/** Fewest earlier changes that a spread can be taken of. */
const FEWEST_CHANGES = 2;

/** Whether the history is long enough to judge: reported months against the threshold, and two changes to measure. */
export const isLongEnough = (h: History, minimumHistory: number): boolean =>
  h.months >= minimumHistory && h.changes >= FEWEST_CHANGES;

/** One enterprise's months while it is scored. Made once for many enterprises: the hot loop allocates nothing. */
export interface History {
  /** First panel column inside the window. */
  readonly first: number;
  /** Persons, never below half a one; NaN in gaps. */
  readonly people: Float64Array;
  readonly log: Float64Array;
  /** Sum of the peers' changes since `first`. */
  readonly peers: Float64Array;
  /** The enterprise's log change beyond its peers'; NaN where a month or the one before has no report. */
  readonly residual: Float64Array;
  readonly move: Uint8Array;
  /** 1 where a level shift is known beforehand: a counterpart, or a successor that the register names. */
  readonly known: Uint8Array;
  /** Own season found for the month, log change; only what expectOwnSeason wrote for this enterprise. */
  readonly season: Float64Array;
  /** Log headcount without peers and level shifts; NaN in gaps and spikes. */
  readonly adjusted: Float64Array;
  readonly work: Float64Array;
  readonly times: Float64Array;
  readonly values: Float64Array;
  /** Of each of the values how many others equal it. */
  readonly equals: Uint8Array;
  /** Months with a report within the window, the scored month among them. */
  months: number;
  /** Changes known before the scored month: what drift and variance rest on. */
  changes: number;
  /** Median of those changes' residuals, drawn towards 0. */
  drift: number;
  /** Squared spread of those residuals, drawn towards the size band's. */
  variance: number;
}

export function emptyHistory(width: number, limits: Limits): History {
  const column = (): Float64Array => new Float64Array(width).fill(Number.NaN);
  const points = Math.min(width, limits.trendMonths);
  return {
    first: firstColumn(width, limits),
    people: column(),
    log: column(),
    peers: new Float64Array(width),
    residual: column(),
    move: new Uint8Array(width),
    known: new Uint8Array(width),
    season: new Float64Array(width),
    adjusted: column(),
    work: new Float64Array(Math.max(width, pairsOf(points))),
    times: new Float64Array(points),
    values: new Float64Array(points),
    equals: new Uint8Array(points),
    months: 0,
    changes: 0,
    drift: Number.NaN,
    variance: Number.NaN,
  };
}

/** Reads a row: logs, residuals from the peers' changes (`change` from `peerBase` on), how much there is. */
export function readHistory(h: History, panel: Panel, row: number, change: Float64Array, peerBase: number): void {
  const base = row * panel.width;
  const last = panel.width - 1;
  let before = Number.NaN;
  let sum = 0;
  h.months = 0;
  h.changes = 0;
  for (let column = h.first; column <= last; column++) {
    const headcount = panel.headcount[base + column];
    const people = headcount === GAP ? Number.NaN : persons(headcount);
    const now = logHeadcount(headcount);
    const peer = column > h.first ? change[peerBase + column] : 0;
    sum += peer;
    const residual = now - before - peer;
    h.people[column] = people;
    h.log[column] = now;
    h.peers[column] = sum;
    h.residual[column] = residual;
    h.move[column] = 0;
    h.known[column] = 0;
    if (headcount !== GAP) h.months++;
    if (!Number.isNaN(residual) && column < last) h.changes++;
    before = now;
  }
}

/**
 * The enterprise's own drift (median) and variance (squared 1.4826 × MAD) of its earlier residuals, the scored month
 * left out, both as measured: nothing drawn in yet. NaN without any.
 */
export function measureHistory(h: History): void {
  let count = 0;
  for (let column = h.first; column < h.residual.length - 1; column++) {
    const residual = h.residual[column];
    if (!Number.isNaN(residual)) h.work[count++] = residual;
  }
  h.drift = medianInPlace(h.work, 0, count);
  const scale = robustScaleInPlace(h.work, count, h.drift);
  h.variance = scale * scale;
}
