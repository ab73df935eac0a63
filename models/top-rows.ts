/** A row and by what it was chosen. */
export interface TopRow {
  readonly row: number;
  readonly value: number;
}

/** The `most` rows of the largest positive value in each of many cells; of two alike the one offered first. */
export interface TopRows {
  offer(cell: number, row: number, value: number): void;
  /** The same over several cells together, largest first. A row stands in one of them only. */
  best(cells: readonly number[]): TopRow[];
}

export function topRows(cells: number, most: number): TopRows {
  const rows = new Int32Array(cells * most);
  const values = new Float64Array(cells * most);
  return {
    offer(cell, row, value) {
      const from = cell * most;
      let at = from + most - 1;
      if (!(value > values[at]!)) return;
      for (; at > from && value > values[at - 1]!; at--) {
        rows[at] = rows[at - 1]!;
        values[at] = values[at - 1]!;
      }
      rows[at] = row;
      values[at] = value;
    },
    best(wanted) {
      const found = wanted.flatMap((cell) =>
        Array.from({ length: most }, (_, k) => ({ row: rows[cell * most + k]!, value: values[cell * most + k]! })),
      );
      return found
        .filter(({ value }) => value > 0)
        .sort((a, b) => b.value - a.value || a.row - b.row)
        .slice(0, most);
    },
  };
}
