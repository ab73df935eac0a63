import type { Limits } from "./limits.ts";
import { unitScale } from "./shock.ts";

/** What one month's change is taken for. */
export const MOVE = {
  /** No change: this month or the one before has no report. */
  none: 0,
  ordinary: 1,
  /** A level shift that is nobody's layoff: merger, transfer, code change, upward step. */
  shift: 2,
  /** First half of a blip: a jump that the next month undoes. */
  spike: 3,
  /** Second half of a blip: only what the two months leave over counts. */
  undone: 4,
} as const;

/** The part of a history that the guard works on; every array is indexed by panel column. */
export interface Moves {
  readonly people: Float64Array;
  readonly log: Float64Array;
  /** Log change beyond the peers'; NaN where there is none. */
  readonly residual: Float64Array;
  /** Filled with MOVE values; a shift known beforehand (transfer, counterpart) is already set and stays. */
  readonly move: Uint8Array;
  readonly drift: number;
  readonly variance: number;
}

/**
 * Step 1, the break guard, over columns [from, to). An upward change beyond breakShare and breakSpreads is a level
 * shift; a jump either way that is unusual (beyond boundZ spreads) and undone next month by at least blipReturn is a
 * blip: what it leaves over could not be told from an alarm otherwise. A downward change alone is never excused here.
 */
export function markMoves(moves: Moves, from: number, to: number, limits: Limits): void {
  const { move, residual } = moves;
  const far = Math.min(limits.breakSpreads, Math.abs(limits.boundZ)) * Math.sqrt(moves.variance);
  for (let column = from; column < to; column++) {
    const held = move[column];
    if (held === MOVE.shift || held === MOVE.undone) continue;
    const beyond = Math.abs(residual[column] - moves.drift);
    if (Number.isNaN(beyond)) move[column] = MOVE.none;
    else if (beyond <= far) move[column] = MOVE.ordinary;
    else markFar(moves, column, to, limits);
  }
}

function markFar(moves: Moves, column: number, to: number, limits: Limits): void {
  const { log, people, move, residual } = moves;
  const deviation = residual[column] - moves.drift;
  const next = column + 1 < to ? move[column + 1] : MOVE.shift;
  const spreads = Math.abs(deviation) / unitScale(moves.variance, people[column - 1], limits);
  move[column] = MOVE.ordinary;
  if (spreads > Math.abs(limits.boundZ) && next !== MOVE.shift && isUndone(residual, column, limits)) {
    move[column] = MOVE.spike;
    move[column + 1] = MOVE.undone;
  } else if (spreads > limits.breakSpreads && log[column] - log[column - 1] > Math.log1p(limits.breakShare)) {
    if (deviation > 0) move[column] = MOVE.shift;
  }
}

/** Whether the month after takes back at least blipReturn of this month's jump. A month without a change does not. */
function isUndone(residual: Float64Array, column: number, limits: Limits): boolean {
  const jump = residual[column];
  const back = residual[column + 1];
  return back * jump < 0 && Math.abs(back) >= limits.blipReturn * Math.abs(jump);
}
