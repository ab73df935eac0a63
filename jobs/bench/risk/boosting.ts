import type { FitRows } from "../../../models/risk/cross-fit.ts";
import type { ReductionLine } from "../../../models/risk/model.ts";
import { COLUMNS, matrixOf, writeRow } from "./matrix.ts";

/** Usual settings of gradient boosting on few thousand rows; nothing here was tuned. */
const ROUNDS = 150;
const RATE = 0.05;
const DEPTH = 3;
const FEWEST = 20;
const PULL = 1;
const CUTS = 16;

type Tree = number | { readonly f: number; readonly cut: number; readonly below: Tree; readonly above: Tree };

/** Gradient boosting of shallow trees on the logistic loss, Newton leaves: a reference for the bench only. */
export const boosting =
  (line: ReductionLine): FitRows =>
  (seen) => {
    const x = matrixOf(seen, line);
    const cuts = Array.from({ length: COLUMNS }, (_, f) => cutsOf(x, seen.size, f));
    const bin = Uint8Array.from(x, (v, i) => binOf(cuts[i % COLUMNS]!, v));
    const base = baseOf(seen.outcome);
    const score = new Float64Array(seen.size).fill(base);
    const trees: Tree[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const p = score.map((s) => 1 / (1 + Math.exp(-s)));
      const gradient = p.map((q, r) => seen.outcome[r]! - q);
      const curve = p.map((q) => q * (1 - q));
      const rows = Uint32Array.from(score, (_, r) => r);
      const tree = grow({ bin, cuts, gradient, curve }, rows, DEPTH);
      trees.push(tree);
      for (let r = 0; r < seen.size; r++) score[r]! += RATE * leafOf(tree, x, r);
    }
    const one = new Float64Array(COLUMNS);
    return (rows, r) => {
      writeRow(one, 0, rows, r, line);
      return trees.reduce<number>((sum, tree) => sum + RATE * leafOf(tree, one, 0), base);
    };
  };

interface Growing {
  /** How many of a column's cuts a value reaches: below cut k is in bin k or less. */
  readonly bin: Uint8Array;
  readonly cuts: readonly (readonly number[])[];
  readonly gradient: Float64Array;
  readonly curve: Float64Array;
}

const binOf = (cuts: readonly number[], value: number): number =>
  cuts.reduce((n, cut) => (value >= cut ? n + 1 : n), 0);

const baseOf = (outcome: Uint8Array): number => {
  const rate = outcome.reduce<number>((sum, y) => sum + y, 0) / outcome.length;
  return Math.log(rate / (1 - rate));
};

function cutsOf(x: Float64Array, size: number, f: number): number[] {
  const values = Float64Array.from({ length: size }, (_, r) => x[r * COLUMNS + f]!).sort();
  const at = Array.from({ length: CUTS - 1 }, (_, i) => values[Math.floor(((i + 1) * size) / CUTS)]!);
  return [...new Set(at)];
}

function grow(g: Growing, rows: Uint32Array, depth: number): Tree {
  const total = rows.reduce<Sums>((sum, r) => added(sum, g.gradient[r]!, g.curve[r]!, 1), NOTHING);
  const best = depth > 0 ? bestSplit(g, rows, total) : null;
  if (!best) return total.gradient / (total.curve + PULL);
  const { f, place } = best;
  const below = rows.filter((r) => g.bin[r * COLUMNS + f]! <= place);
  const above = rows.filter((r) => g.bin[r * COLUMNS + f]! > place);
  return { f, cut: g.cuts[f]![place]!, below: grow(g, below, depth - 1), above: grow(g, above, depth - 1) };
}

interface Sums {
  readonly gradient: number;
  readonly curve: number;
  readonly rows: number;
}

const NOTHING: Sums = { gradient: 0, curve: 0, rows: 0 };
const added = (to: Sums, gradient: number, curve: number, rows: number): Sums => ({
  gradient: to.gradient + gradient,
  curve: to.curve + curve,
  rows: to.rows + rows,
});

const gain = ({ gradient, curve }: Sums): number => (gradient * gradient) / (curve + PULL);

function bestSplit(g: Growing, rows: Uint32Array, total: Sums): { readonly f: number; readonly place: number } | null {
  let best: { f: number; place: number } | null = null;
  let most = gain(total) + 1e-9;
  for (let f = 0; f < COLUMNS; f++) {
    const bins = binSums(g, rows, f);
    let below = NOTHING;
    for (let place = 0; place < g.cuts[f]!.length; place++) {
      below = added(below, bins[place * 3]!, bins[place * 3 + 1]!, bins[place * 3 + 2]!);
      const above = added(total, -below.gradient, -below.curve, -below.rows);
      if (below.rows < FEWEST || above.rows < FEWEST) continue;
      const now = gain(below) + gain(above);
      if (now > most) [best, most] = [{ f, place }, now];
    }
  }
  return best;
}

/** Gradient, curve and number of the rows in each bin of a column. */
function binSums({ bin, gradient, curve }: Growing, rows: Uint32Array, f: number): Float64Array {
  const sums = new Float64Array((CUTS + 1) * 3);
  for (const r of rows) {
    const at = bin[r * COLUMNS + f]! * 3;
    sums[at]! += gradient[r]!;
    sums[at + 1]! += curve[r]!;
    sums[at + 2]!++;
  }
  return sums;
}

function leafOf(tree: Tree, x: Float64Array, row: number): number {
  let node = tree;
  while (typeof node !== "number") node = x[row * COLUMNS + node.f]! < node.cut ? node.below : node.above;
  return node;
}
