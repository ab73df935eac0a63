import type { Cases } from "./cases.ts";

/** Never falling in the score: y at each x, straight lines between, level outside. Stored as it is. */
export interface Isotonic {
  readonly kind: "isotonic";
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** A run of neighbouring scores with one value. */
interface Block {
  readonly low: number;
  high: number;
  /** Weighted sums. */
  events: number;
  weight: number;
}

/**
 * Least-squares never-falling curve of outcomes over scores. No value is 0 or 1: what was never seen among n cases is
 * given 1 in n + 2 (Laplace's rule). Source: Ayer et al. (1955); R stats::isoreg for the blocks.
 */
export function fitIsotonic(cases: Cases): Isotonic {
  const blocks = poolAdjacentViolators(cases);
  const least = 1 / (blocks.reduce((sum, { weight }) => sum + weight, 0) + 2);
  const knots = blocks.flatMap(({ low, high, events, weight }) => {
    const value = Math.min(1 - least, Math.max(least, events / weight));
    return low === high ? [[low, value] as const] : [[low, value] as const, [high, value] as const];
  });
  return { kind: "isotonic", x: knots.map(([x]) => x), y: knots.map(([, y]) => y) };
}

/** The blocks from the lowest score up, events / weight rising from one to the next; equal scores share a block. */
export function poolAdjacentViolators({ score, outcome, weight }: Cases): readonly Readonly<Block>[] {
  const order = Uint32Array.from(score, (_, i) => i).sort((a, b) => score[a] - score[b]);
  const blocks: Block[] = [];
  for (const i of order) {
    const own = { low: score[i], high: score[i], events: outcome[i] * weight[i], weight: weight[i] };
    const last = blocks.at(-1);
    if (last?.high === own.low) take(last, own);
    else {
      settle(blocks);
      blocks.push(own);
    }
  }
  settle(blocks);
  return blocks;
}

/** Joins the last block with those before it until it lies above them. */
function settle(blocks: Block[]): void {
  while (blocks.length > 1) {
    const [before, last] = blocks.slice(-2);
    if (before.events * last.weight < last.events * before.weight) return;
    take(before, last);
    blocks.pop();
  }
}

function take(block: Block, other: Block): void {
  block.high = other.high;
  block.events += other.events;
  block.weight += other.weight;
}

/** The curve at a score. */
export function isotonicAt({ x, y }: Isotonic, score: number): number {
  const right = firstFrom(x, score);
  if (right === x.length) return y[right - 1];
  if (right === 0 || x[right] === score) return y[right];
  const share = (score - x[right - 1]) / (x[right] - x[right - 1]);
  return y[right - 1] + share * (y[right] - y[right - 1]);
}

/** Place of the first knot at or above the score. */
function firstFrom(x: readonly number[], score: number): number {
  let [low, high] = [0, x.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (x[middle] < score) low = middle + 1;
    else high = middle;
  }
  return low;
}
