/**
 * Cuts values[0, count) into stretches of one level each so that the squared distance to the levels plus `penalty` for
 * every cut is least, no stretch shorter than `shortest`: returns the first place of each stretch, 0 first. Exact, by
 * dynamic programming in count² steps; of equally good cuttings the one whose last stretch begins earliest. `penalty`
 * is in the values' squared unit. No NaN allowed. Throws RangeError when count < shortest or shortest < 1 or the
 * penalty is negative. Source: Jackson et al., IEEE Signal Processing Letters 12 (2005).
 */
export function optimalPartition(values: Float64Array, count: number, shortest: number, penalty: number): number[] {
  if (!(shortest >= 1 && count >= shortest)) {
    throw new RangeError(`a partition needs at least ${Math.max(1, shortest)} values, got ${count}`);
  }
  if (!(penalty >= 0)) throw new RangeError(`penalty of a cut must be at least 0, got ${penalty}`);
  const { sum, square } = prefixSums(values, count);
  const best = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY);
  const start = new Int32Array(count + 1);
  best[0] = -penalty;
  for (let to = shortest; to <= count; to++) {
    for (let from = 0; from <= to - shortest; from++) {
      const total = sum[to] - sum[from];
      const cost = best[from] + penalty + square[to] - square[from] - (total * total) / (to - from);
      if (cost < best[to]) {
        best[to] = cost;
        start[to] = from;
      }
    }
  }
  return walkBack(start, count);
}

/** Sums up to each place, of the distance to the first value: levels far from 0 would eat the digits. */
function prefixSums(values: Float64Array, count: number): { sum: Float64Array; square: Float64Array } {
  const sum = new Float64Array(count + 1);
  const square = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) {
    const value = values[i] - values[0];
    sum[i + 1] = sum[i] + value;
    square[i + 1] = square[i] + value * value;
  }
  return { sum, square };
}

function walkBack(start: Int32Array, count: number): number[] {
  const starts: number[] = [];
  for (let to = count; to > 0; to = start[to]) starts.push(start[to]);
  return starts.reverse();
}
