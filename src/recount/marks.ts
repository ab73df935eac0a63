/**
 * danfo's time goes by the cells that it is given, so it first gets one number an enterprise: all of its numbers, each times a
 * weight of its own. Sums of these agree where every single sum does. The weights are different primes, so that no single cell
 * can be off unseen, nor two of them by fewer than four thousand each. Where marks differ every cell is summed by itself.
 */
const PRIMES: readonly number[] = primesFrom(4_096, 8_192);

/** The weight of a cell by its place among all cells that are marked together. */
const weightAt = (place: number): number => {
  const weight = PRIMES[place];
  if (weight === undefined) throw new RangeError(`at most ${PRIMES.length} cells have weights, asked for ${place + 1}`);
  return weight;
};

/** Rows are marked so many at a time, so that their histories stay in the processor's cache. */
const AT_A_TIME = 2_048;

/** The marks of all rows from columns made for a few of them; each list of columns begins at its own place. */
export function marksOfRows(
  size: number,
  lists: readonly { readonly from: number; columns(rows: Int32Array): readonly Float64Array[] }[],
): Float64Array {
  const marks = new Float64Array(size);
  for (let start = 0; start < size; start += AT_A_TIME) {
    const rows = Int32Array.from({ length: Math.min(AT_A_TIME, size - start) }, (_, i) => start + i);
    for (const { from, columns } of lists) addMarks(marks.subarray(start, start + rows.length), columns(rows), from);
  }
  return marks;
}

function addMarks(marks: Float64Array, columns: readonly Float64Array[], from: number): void {
  for (const [c, column] of columns.entries()) {
    const weight = weightAt(from + c);
    for (let i = 0; i < marks.length; i++) marks[i]! += weight * column[i]!;
  }
}

/** The mark of numbers that were counted the first time. */
export const markOf = (values: readonly (number | null)[], from: number): number =>
  values.reduce<number>((mark, value, i) => mark + weightAt(from + i) * (value ?? 0), 0);

function primesFrom(from: number, below: number): number[] {
  const isPrime = (n: number) => {
    for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
    return true;
  };
  return Array.from({ length: below - from }, (_, i) => from + i).filter(isPrime);
}
