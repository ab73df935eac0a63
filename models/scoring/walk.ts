import { GAP } from "../panel.ts";
import type { History } from "./history.ts";
import { nextLeak } from "./leak.ts";
import { MOVE } from "./level-shift.ts";
import type { Limits } from "./limits.ts";
import { unitScale } from "./shock.ts";

/** What a walk over the marked months leaves behind. */
export interface Walk {
  /** CUSUM after the last month, standard deviations. */
  leak: number;
  /** Panel column of the latest level shift; -1 when none. */
  shiftColumn: number;
}

/**
 * Goes once over the window's marked months: steps the leak (from 0 again after a level shift), and writes the
 * adjusted log headcounts, from which peers' changes and level shifts are taken out. A blip counts as one change over
 * two months. A rise across a gap that would be a level shift between neighbours is one too. A shift upwards
 * after a fall beyond breakShare is taken out only above the window's earlier peak: up to there it regains the loss.
 */
export function walkMonths(h: History, limits: Limits, walk: Walk): void {
  let before = Number.NaN;
  let shifted = 0;
  let peak = Number.NEGATIVE_INFINITY;
  walk.leak = 0;
  walk.shiftColumn = -1;
  for (let column = h.first; column < h.log.length; column++) {
    const level = h.log[column] - h.peers[column] - shifted;
    const move = h.move[column];
    h.adjusted[column] = level;
    if (Number.isNaN(level)) continue;
    if (move === MOVE.spike) {
      h.adjusted[column] = Number.NaN;
      continue;
    }
    if (move === MOVE.shift || (move === MOVE.none && isStepAcrossGap(h, level - before, column, limits))) {
      shifted += level - shiftFrom(level, before, peak, limits.breakShare);
      h.adjusted[column] = h.log[column] - h.peers[column] - shifted;
      walk.leak = 0;
      walk.shiftColumn = column;
    } else if (move !== MOVE.none) {
      const net = move === MOVE.undone ? h.residual[column - 1] + h.residual[column] : h.residual[column];
      const z = net / unitScale(h.variance, h.people[column - 1], limits);
      walk.leak = nextLeak(walk.leak, z, limits.leakReference, limits.leakLimit);
      if (move === MOVE.undone) walk.shiftColumn = column;
    }
    before = h.adjusted[column];
    if (before > peak) peak = before;
  }
}

/** The level that a shift to `level` starts to count from. */
function shiftFrom(level: number, before: number, peak: number, breakShare: number): number {
  const lost = peak - before > Math.log1p(breakShare);
  return lost && level > before ? Math.min(level, peak) : before;
}

/** `rise` is the log change since the last report, peers taken out; NaN at the first report. */
function isStepAcrossGap(h: History, rise: number, column: number, limits: Limits): boolean {
  if (!(rise > Math.log1p(limits.breakShare))) return false;
  return rise > limits.breakSpreads * unitScale(h.variance, Math.exp(h.log[column] - rise), limits);
}

/**
 * Persons that level shifts and blips moved in the last changes; what a fall since then takes out. A shift upwards counts
 * only above the highest month since: up to there it regains a fall. A blip's second half gives back
 * exactly what the first took, so that whatever it leaves over still counts.
 */
export function shiftedPeople(h: History, headcount: Int32Array, base: number, months: number): number {
  let moved = 0;
  const first = Math.max(h.log.length - 1 - months, h.first);
  let before = headcount[base + first];
  let peak = before;
  for (let column = first + 1; column < h.log.length; column++) {
    const now = headcount[base + column];
    const move = h.move[column];
    if (move === MOVE.shift) moved += now > before ? now - Math.min(now, Math.max(before, peak)) : now - before;
    if (move === MOVE.spike) moved += now - before;
    if (move === MOVE.undone) moved -= before - headcount[base + column - 2];
    if (now > peak && move !== MOVE.spike) peak = now;
    if (now !== GAP) before = now;
  }
  return moved;
}
