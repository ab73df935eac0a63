import { cellText } from "../document/cell.ts";
import type { Cell, DocumentRow, TableBlock, TableColumn } from "../document/document.ts";

/** A row on paper; `below` stands in a second line of the row, right of its name, over all other columns. */
export interface PaperRow {
  readonly kind?: DocumentRow["kind"];
  readonly cells: readonly Cell[];
  readonly below: readonly { readonly head: string; readonly cell: Cell }[];
}

export interface PaperTable {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly PaperRow[];
  /** Short enough to stand on one page: a row or two of it at the top of the next are read as another table. */
  readonly together: boolean;
}

/** Rows, and signs in a cell, that fill no more than half a page together. */
const SHORT = { rows: 12, signs: 40 };

/** More columns than this leave no room for sentences among them. */
const MOST = 6;

/** A table that a phone would stack has its sentences below the rest of the row on paper, where there are many columns. */
export function paperTable({ columns, rows, stack }: Pick<TableBlock, "columns" | "rows" | "stack">): PaperTable {
  const low = (i: number) => stack === true && columns.length > MOST && i > 0 && columns[i]!.kind === "wide";
  return {
    together:
      rows.length <= SHORT.rows &&
      rows.every(({ cells }) => cells.every((cell) => cellText(cell).length <= SHORT.signs)),
    columns: columns.filter((_, i) => !low(i)),
    rows: rows.map(({ cells, kind }) => ({
      ...(kind ? { kind } : {}),
      cells: cells.filter((_, i) => !low(i)),
      below: cells.flatMap((cell, i) => (low(i) ? [{ head: columns[i]!.head, cell }] : [])),
    })),
  };
}
