import type { Estimate } from "./bootstrap.ts";
import type { Foretold } from "./calibration.ts";

interface Tally {
  rows: number;
  events: number;
  /** Sum of (probability − outcome)². */
  squares: number;
}

/** Groups that enterprises fall into: enough for a stable spread, few enough to hold events each. */
const GROUPS = 40;

/**
 * Brier skill (1 perfect, 0 the base rate, below 0 worse) with its interval by leaving out one group of enterprises at a time:
 * one pass, where drawing millions of rows again and again would take minutes. null without both outcomes; limits null when a
 * group holds every event. Rows of unknown outcome (-1) or without a probability (NaN) are left out.
 * @param z two-sided limit of the normal distribution, 1.96 for 95 %
 * Source: Kott, J. Off. Stat. 17 (2001), the delete-a-group jackknife.
 */
export function groupedSkill(foretold: Foretold, enterprise: Int32Array, z: number): Estimate | null {
  const groups = Array.from({ length: GROUPS }, (): Tally => ({ rows: 0, events: 0, squares: 0 }));
  const all: Tally = { rows: 0, events: 0, squares: 0 };
  for (const [i, outcome] of foretold.outcome.entries()) {
    const probability = foretold.probability[i];
    if (outcome < 0 || Number.isNaN(probability)) continue;
    for (const tally of [all, groups[enterprise[i] % GROUPS]]) {
      tally.rows++;
      tally.events += outcome;
      tally.squares += (probability - outcome) ** 2;
    }
  }
  const value = skillOf(all);
  if (value === null) return null;
  const without = groups.map((group) => skillOf(minus(all, group)));
  if (without.includes(null)) return { value, low: null, high: null };
  const mean = without.reduce<number>((sum, skill) => sum + skill!, 0) / GROUPS;
  const squares = without.reduce<number>((sum, skill) => sum + (skill! - mean) ** 2, 0);
  const half = z * Math.sqrt(((GROUPS - 1) / GROUPS) * squares);
  return { value, low: value - half, high: value + half };
}

const minus = (all: Tally, group: Tally): Tally => ({
  rows: all.rows - group.rows,
  events: all.events - group.events,
  squares: all.squares - group.squares,
});

function skillOf({ rows, events, squares }: Tally): number | null {
  if (events === 0 || events === rows) return null;
  const base = events / rows;
  return 1 - squares / rows / (base * (1 - base));
}
