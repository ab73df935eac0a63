import type { Panel } from "../panel.ts";
import { type ScoreColumns, STATUS } from "../score.ts";
import { adjustWithin } from "./benjamini-hochberg.ts";
import { upperTail } from "./normal.ts";

/**
 * How far the discrete walk overshoots a limit, in standard deviations, both boundaries together: 2 × 0.583.
 * Source: Siegmund, "Sequential Analysis" (1985), corrected diffusion approximation.
 */
const OVERSHOOT = 1.166;

/**
 * Step 8: of all enterprises called in a region this month because their shock or leak is at least as unlikely as this
 * one's, the expected share that is false. 0…1; NaN for rows that were not judged. `reference` is the leak's k.
 */
export function panelQ(panel: Panel, scores: ScoreColumns, reference: number): Float64Array {
  const { size, region } = panel;
  const p = new Float64Array(2 * size).fill(Number.NaN);
  const groups = new Int32Array(2 * size);
  groups.set(region);
  groups.set(region, size);
  for (let row = 0; row < size; row++) {
    const status = scores.status[row];
    if (status !== STATUS.scored && status !== STATUS.returned) continue;
    p[row] = upperTail(-scores.z[row]);
    p[size + row] = leakP(scores.leak[row], reference);
  }
  const q = adjustWithin(groups, p);
  return Float64Array.from({ length: size }, (_, row) => Math.min(q[row], q[size + row]));
}

/** Chance that a CUSUM of nothing but noise stands this high in a month. Source: Siegmund (1985). */
export const leakP = (leak: number, reference: number): number =>
  leak > 0 ? Math.min(1, Math.exp(-2 * reference * (leak + OVERSHOOT))) : 1;
