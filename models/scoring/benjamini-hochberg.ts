/**
 * Benjamini–Hochberg adjusted p-values inside each group (such as region × month), as R's p.adjust(p, "BH") for each
 * alone: calling all with an adjusted p ≤ q leaves an expected share q of false ones among those called. A NaN p (no
 * test was made) stays NaN and does not count; a group may be any integer. Throws RangeError for a p outside 0…1 and
 * columns of different lengths. Source: Benjamini and Hochberg, J. R. Stat. Soc. B 57 (1995).
 */
export function adjustWithin(groups: Int32Array, p: Float64Array): Float64Array {
  if (groups.length !== p.length) throw new RangeError(`${groups.length} groups for ${p.length} p-values`);
  const { slot, sizes } = slotsOf(groups, p);
  const starts = startsOf(sizes);
  const sorted = gather(slot, p, starts);
  const adjusted = new Float64Array(sorted.length);
  for (let g = 0; g < sizes.length; g++) {
    const [from, to] = [starts[g], starts[g + 1]];
    sorted.subarray(from, to).sort();
    adjustSorted(sorted, adjusted, from, to);
  }
  return p.map((value, i) =>
    slot[i] < 0 ? Number.NaN : adjusted[placeOf(sorted, value, starts[slot[i]], starts[slot[i] + 1])],
  );
}

/** adjustWithin for one family of tests. */
export const adjust = (p: Float64Array): Float64Array => adjustWithin(new Int32Array(p.length), p);

/** Numbers the groups 0, 1, 2 …; -1 is a p that doesn't count. */
function slotsOf(groups: Int32Array, p: Float64Array): { slot: Int32Array; sizes: number[] } {
  const known = new Map<number, number>();
  const sizes: number[] = [];
  const slot = new Int32Array(p.length).fill(-1);
  for (let i = 0; i < p.length; i++) {
    if (Number.isNaN(p[i])) continue;
    if (p[i] < 0 || p[i] > 1) throw new RangeError(`p-value ${i} must be from 0 to 1, got ${p[i]}`);
    let at = known.get(groups[i]);
    if (at === undefined) {
      at = sizes.push(0) - 1;
      known.set(groups[i], at);
    }
    slot[i] = at;
    sizes[at]++;
  }
  return { slot, sizes };
}

function startsOf(sizes: readonly number[]): Uint32Array {
  const starts = new Uint32Array(sizes.length + 1);
  for (let g = 0; g < sizes.length; g++) starts[g + 1] = starts[g] + sizes[g];
  return starts;
}

function gather(slot: Int32Array, p: Float64Array, starts: Uint32Array): Float64Array {
  const next = starts.slice();
  const values = new Float64Array(starts[starts.length - 1]);
  for (let i = 0; i < p.length; i++) if (slot[i] >= 0) values[next[slot[i]]++] = p[i];
  return values;
}

function adjustSorted(sorted: Float64Array, adjusted: Float64Array, from: number, to: number): void {
  let least = 1;
  for (let i = to - 1; i >= from; i--) {
    least = Math.min(least, ((to - from) / (i - from + 1)) * sorted[i]);
    adjusted[i] = least;
  }
}

/** Where a value stands in sorted[from, to); of equal ones the last, though all of them are adjusted alike. */
function placeOf(sorted: Float64Array, value: number, from: number, to: number): number {
  let [low, high] = [from, to - 1];
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (sorted[middle] <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
