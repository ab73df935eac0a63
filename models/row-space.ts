/** What can be made of some vectors by adding and subtracting. */
export interface RowSpace {
  /** Positions of the vectors that make the target, any one way of doing so; null when none does. */
  combination(target: readonly number[]): number[] | null;
  /** Coordinates that can be had alone, each with the positions of the vectors that give it. */
  units(): { readonly at: number; readonly of: number[] }[];
}

/** Exact for small whole numbers: every step is a sum of few of them, and what is nearly 0 is 0. */
const NOTHING = 1e-9;

/** By reduced row echelon form; each row remembers of which vectors it is made. */
export function rowSpace(vectors: readonly (readonly number[])[]): RowSpace {
  const width = vectors[0]?.length ?? 0;
  const rows = vectors.map((vector, i) => Float64Array.from([...vector, ...vectors.map((_, k) => (i === k ? 1 : 0))]));
  const pivots = reduce(rows, width);
  const madeOf = (row: Float64Array) => vectors.flatMap((_, i) => (Math.abs(row[width + i]!) > NOTHING ? [i] : []));
  return {
    combination: (target) => {
      const rest = Float64Array.from([...target, ...vectors.map(() => 0)]);
      for (const [i, column] of pivots.entries()) subtract(rest, rows[i]!, rest[column]!);
      return rest.subarray(0, width).every((c) => Math.abs(c) < NOTHING) ? madeOf(rest) : null;
    },
    units: () =>
      pivots.flatMap((at, i) => {
        const others = rows[i]!.subarray(0, width).filter((c) => Math.abs(c) > NOTHING).length;
        return others === 1 ? [{ at, of: madeOf(rows[i]!) }] : [];
      }),
  };
}

/** Brings rows to the form in place and returns the column each of the first rows begins with. */
function reduce(rows: Float64Array[], width: number): number[] {
  const pivots: number[] = [];
  for (let column = 0; column < width && pivots.length < rows.length; column++) {
    const done = pivots.length;
    const found = rows.findIndex((row, i) => i >= done && Math.abs(row[column]!) > NOTHING);
    if (found < 0) continue;
    [rows[done], rows[found]] = [rows[found]!, rows[done]!];
    const pivot = rows[done]!;
    const scale = pivot[column]!;
    for (let k = 0; k < pivot.length; k++) pivot[k]! /= scale;
    for (const row of rows) if (row !== pivot) subtract(row, pivot, row[column]!);
    pivots.push(column);
  }
  return pivots;
}

function subtract(row: Float64Array, other: Float64Array, times: number): void {
  if (times === 0) return;
  for (let k = 0; k < row.length; k++) {
    const left = row[k]! - times * other[k]!;
    row[k] = Math.abs(left) < NOTHING ? 0 : left;
  }
}
