import { GAP } from "../panel.ts";
import { FEATURES } from "../risk/features.ts";
import type { ScoreColumns } from "../score.ts";
import { newRoom, type Take } from "../shared-room.ts";

/**
 * Columns for `size` enterprises holding "no value" everywhere; on shared memory when workers shall fill them, taken from
 * where the caller says if it is to be used again.
 */
export function emptyScores(size: number, shared: boolean | Take = false): ScoreColumns {
  const take = shared === true ? newRoom() : shared || ((bytes: number) => new ArrayBuffer(bytes));
  const room = (bytes: number) => take(size * bytes) as ArrayBuffer;
  const persons = (): Int32Array => new Int32Array(room(4), 0, size).fill(GAP);
  const number = (): Float64Array => new Float64Array(room(8), 0, size).fill(Number.NaN);
  return {
    status: new Uint8Array(room(1), 0, size).fill(0),
    headcount: persons(),
    previous: persons(),
    expected: number(),
    lower: number(),
    peerChange: number(),
    peers: new Int32Array(room(4), 0, size).fill(0),
    z: number(),
    leak: number(),
    slope: number(),
    trendP: number(),
    fall3: number(),
    fall12: number(),
    hiddenShare: number(),
    breakMonth: persons(),
    features: new Float32Array(room(4 * FEATURES), 0, size * FEATURES).fill(Number.NaN),
    risk: number(),
    overRed: number(),
    overOrange: number(),
  };
}
