import type { Axis, GroupLayout } from "./group-layout.ts";

/** Where a pass over the months of every enterprise adds: one cell a row, standing for a cell of one axis or of two. */
export interface Column {
  /** Cell of each row. */
  readonly of: ArrayLike<number>;
  /** Persons: no cell of any country has two thousand million. */
  readonly sums: Int32Array;
  readonly offBase: Int32Array;
  readonly offCurrent: Int32Array;
  /** The layout's cells that a cell of this column adds up to. */
  readonly cellsOf: (cell: number) => readonly number[];
}

/** Two axes become one column of their pairs while those are few enough for a processor's cache. */
const MOST_PAIRS = 8192;

export function columnsOf({ axes, cells }: GroupLayout, width: number): Column[] {
  const lengths = axes.map(({ from }, a) => (axes[a + 1]?.from ?? cells) - from);
  const columns: Column[] = [];
  for (let a = 0; a < axes.length; a += 2) {
    const [one, other] = [axes[a]!, axes[a + 1]];
    const [few, many] = [lengths[a]!, lengths[a + 1] ?? 0];
    if (other && few * many <= MOST_PAIRS) columns.push(pairColumn(one, other, few, many, width));
    else
      for (const [k, axis] of [one, other].entries()) if (axis) columns.push(axisColumn(axis, lengths[a + k]!, width));
  }
  return columns;
}

function pairColumn(one: Axis, other: Axis, few: number, many: number, width: number): Column {
  const of = new Int32Array(one.of.length);
  for (let row = 0; row < of.length; row++) of[row] = one.of[row]! * many + other.of[row]!;
  const cellsOf = (cell: number) => [one.from + Math.floor(cell / many), other.from + (cell % many)];
  return { of, ...room(few * many * width), cellsOf };
}

const axisColumn = ({ from, of }: Axis, length: number, width: number): Column => ({
  ...{ of, ...room(length * width) },
  cellsOf: (cell) => [from + cell],
});

const room = (length: number) => ({
  sums: new Int32Array(length),
  offBase: new Int32Array(length),
  offCurrent: new Int32Array(length),
});
