import type { Weights } from "./ranking.ts";

/** Probabilities and what came, as columns. Rows of unknown outcome (-1) or without a probability (NaN) are left out. */
export interface Foretold {
  readonly probability: Float64Array;
  readonly outcome: Int8Array;
}

/** Some of the rows, alike in probability or in size. */
export interface ReliabilityBin {
  readonly rows: number;
  readonly events: number;
  /** Mean probability given. */
  readonly foretold: number;
  /** Share that had the event. */
  readonly observed: number;
}

/** Mean squared distance of the probability from what came, 0…1, smaller is better; null without a row. Brier (1950). */
export function brier({ probability, outcome }: Foretold, weight?: Weights): number | null {
  let [sum, rows] = [0, 0];
  for (let i = 0; i < outcome.length; i++) {
    if (!isKnown(probability[i], outcome[i])) continue;
    const w = weight ? weight[i] : 1;
    sum += w * (probability[i] - outcome[i]) ** 2;
    rows += w;
  }
  return rows > 0 ? sum / rows : null;
}

/**
 * 1 − Brier / Brier of always saying the base rate of the same rows: 1 is perfect, 0 no better than the base rate,
 * below 0 worse. null without both outcomes.
 */
export function brierSkill(foretold: Foretold, weight?: Weights): number | null {
  const { probability, outcome } = foretold;
  let [events, rows] = [0, 0];
  for (let i = 0; i < outcome.length; i++) {
    if (!isKnown(probability[i], outcome[i])) continue;
    const w = weight ? weight[i] : 1;
    events += w * outcome[i];
    rows += w;
  }
  const own = brier(foretold, weight);
  if (own === null || events === 0 || events === rows) return null;
  const base = events / rows;
  return 1 - own / (base * (1 - base));
}

/** Rows in `bins` groups of equal number from the lowest probability up; equal probabilities are never parted. */
export function reliabilityTable(foretold: Foretold, bins: number): readonly ReliabilityBin[] {
  if (!Number.isInteger(bins) || bins < 1) throw new RangeError(`bins must be a whole number from 1 up, got ${bins}`);
  const { probability, outcome } = foretold;
  const order = Uint32Array.from(outcome, (_, i) => i)
    .filter((i) => isKnown(probability[i], outcome[i]))
    .sort((a, b) => probability[a] - probability[b]);
  const table: ReliabilityBin[] = [];
  for (let b = 1, from = 0; b <= bins; b++) {
    let to = Math.max(from, Math.round((order.length * b) / bins));
    while (to > from && to < order.length && probability[order[to]] === probability[order[to - 1]]) to++;
    if (to > from) table.push(binOf(foretold, order.subarray(from, to)));
    from = to;
  }
  return table;
}

/** Calibration in the large: events that the probabilities of a table's rows add up to, and those that came. */
export const inTheLarge = (table: readonly ReliabilityBin[]): { readonly expected: number; readonly came: number } => ({
  expected: table.reduce((sum, { foretold, rows }) => sum + foretold * rows, 0),
  came: table.reduce((sum, { events }) => sum + events, 0),
});

/** The rows of enterprises of `from` persons up to, not including, `below`. */
export function inSizeBand(
  { probability, outcome }: Foretold,
  size: Int32Array,
  from: number,
  below: number,
): Foretold {
  const kept = Uint32Array.from(outcome, (_, i) => i).filter((i) => size[i] >= from && size[i] < below);
  return {
    probability: Float64Array.from(kept, (i) => probability[i]),
    outcome: Int8Array.from(kept, (i) => outcome[i]),
  };
}

function binOf({ probability, outcome }: Foretold, rows: Uint32Array): ReliabilityBin {
  const events = rows.reduce((sum, i) => sum + outcome[i], 0);
  const foretold = rows.reduce((sum, i) => sum + probability[i], 0) / rows.length;
  return { rows: rows.length, events, foretold, observed: events / rows.length };
}

const isKnown = (probability: number, outcome: number): boolean => outcome >= 0 && !Number.isNaN(probability);
