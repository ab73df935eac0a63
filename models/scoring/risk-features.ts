import { GAP } from "../panel.ts";
import { FEATURES, writeFeatures } from "../risk/features.ts";
import type { Bench } from "./bench.ts";
import type { History } from "./history.ts";
import { MOVE } from "./level-shift.ts";

/** Months that the features look back over: longer histories would make a range that shorter ones cannot have. */
const MONTHS = 12;
/** Fewest monthly changes that say how much an enterprise moves. */
const FEWEST_CHANGES = 2;
/** z is believed up to here: the most a month can say. */
const MOST_Z = 8;

/** How far and how often an enterprise moved, as FeatureFacts names it. */
export interface Swing {
  range: number;
  squares: number;
  changes: number;
  squares3: number;
  changes3: number;
  balance: number;
  change3: number;
}

export const noSwing = (): Swing => ({
  ...{ range: 0, balance: 0, change3: 0 },
  ...{ squares: 0, changes: 0, squares3: 0, changes3: 0 },
});

/**
 * Writes what the risk model looks at, from a swing that has been measured and a month that has, where it could be, been
 * judged. Shorter histories than z asks for have features too: three months say something about the next three. NaN
 * stays without staff this month or without two changes.
 */
export function writeRiskFeatures({ panel, cohorts, swing, limits, out }: Bench, row: number): void {
  const headcount = out.headcount[row];
  if (headcount === GAP || headcount === 0 || swing.changes < FEWEST_CHANGES) return;
  const z = out.z[row];
  writeFeatures(out.features, row * FEATURES, {
    range: swing.range, // each field by itself: spreading an object here costs more than all of scoring
    squares: swing.squares,
    changes: swing.changes,
    squares3: swing.squares3,
    changes3: swing.changes3,
    balance: swing.balance,
    change3: swing.change3,
    hidden: out.hiddenShare[row],
    bandVariance: cohorts.bandVariance[cohorts.band[row]],
    turbulence: cohorts.turbulence[row],
    z: Math.min(MOST_Z, Math.max(-MOST_Z, z)),
    leak: out.leak[row] / limits.leakLimit,
    dispatchCut: dispatchCut(panel.dispatchBefore[row], panel.dispatch[row], headcount),
  });
}

/**
 * Measures the last year's months. Only shifts known beforehand (transfers, code changes) are left out, so this comes
 * before the guard: a jump that it calls a step is often undone later, and that is what a risk should know.
 */
export function measureSwing(h: History, swing: Swing): void {
  let [level, low, high, signs] = [0, 0, 0, 0];
  let [before, ago1, ago2, ago3] = [Number.NaN, Number.NaN, Number.NaN, Number.NaN];
  const last = h.log.length - 1;
  swing.squares = swing.changes = swing.squares3 = swing.changes3 = swing.change3 = 0;
  for (let column = Math.max(h.first, last - MONTHS); column <= last; column++) {
    const now = h.log[column];
    const known = !Number.isNaN(now);
    if (known) {
      if (!Number.isNaN(before) && h.move[column] !== MOVE.shift) {
        const change = now - before;
        const residual = h.residual[column];
        level += change;
        if (level < low) low = level;
        if (level > high) high = level;
        if (column > last - 3) swing.change3 += change;
        if (!Number.isNaN(residual)) {
          swing.squares += change * change;
          swing.changes++;
          signs += Math.sign(residual);
        }
      }
      before = now;
      if (!Number.isNaN(ago3)) {
        swing.squares3 += (level - ago3) * (level - ago3);
        swing.changes3++;
      }
    }
    ago3 = ago2;
    ago2 = ago1;
    ago1 = known ? level : Number.NaN;
  }
  swing.range = high - low;
  swing.balance = swing.changes > 0 ? signs / swing.changes : 0;
}

/** Dispatch workers lost this month, over the headcount; they leave first. NaN when either month is not known. */
const dispatchCut = (before: number, now: number, headcount: number): number =>
  before === GAP || now === GAP ? Number.NaN : (before - now) / headcount;
