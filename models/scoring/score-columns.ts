import { GAP } from "../panel.ts";
import type { ScoreColumns } from "../score.ts";

/** Columns for `size` enterprises holding "no value" everywhere; on SharedArrayBuffers when workers shall fill them. */
export function emptyScores(size: number, shared = false): ScoreColumns {
  const room = (bytes: number): ArrayBuffer =>
    (shared ? new SharedArrayBuffer(size * bytes) : new ArrayBuffer(size * bytes)) as ArrayBuffer;
  const persons = (): Int32Array => new Int32Array(room(4)).fill(GAP);
  const number = (): Float64Array => new Float64Array(room(8)).fill(Number.NaN);
  return {
    status: new Uint8Array(room(1)),
    headcount: persons(),
    previous: persons(),
    expected: number(),
    lower: number(),
    peerChange: number(),
    peers: new Int32Array(room(4)),
    z: number(),
    leak: number(),
    slope: number(),
    trendP: number(),
    fall3: number(),
    hiddenShare: number(),
    breakMonth: persons(),
    risk: number(),
  };
}
