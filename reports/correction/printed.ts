import { type Text, text } from "../../models/text.ts";
import { cellText } from "../document/cell.ts";
import type { Cell, DocumentRow, ReportDocument, TableBlock } from "../document/document.ts";
import { WITHHELD } from "../told-groups.ts";
import { wordsOf } from "./said-numbers.ts";

/** A report in both languages; their blocks are the same. */
export interface BothLanguages {
  readonly zh: ReportDocument;
  readonly en: ReportDocument;
}

export interface PrintedNumber {
  readonly column: Text;
  readonly printed: Text;
  readonly cell: Cell;
}

/** A row that holds numbers, and those of them that are told; by their columns' places. */
export interface PrintedRow {
  readonly table: Text;
  readonly name: Text;
  readonly numbers: ReadonlyMap<number, PrintedNumber>;
}

/** Every row with numbers by table and name; the second of a name is another one. */
export function printedRows({ zh, en }: BothLanguages): ReadonlyMap<string, PrintedRow> {
  const english = tablesOf(en);
  const rows = new Map<string, PrintedRow>();
  for (const [t, table] of tablesOf(zh).entries()) {
    const names = new Map<string, number>();
    for (const [r, row] of table.rows.entries()) {
      const name = withoutCounts(nameOf(row));
      const nth = (names.get(name) ?? 0) + 1;
      names.set(name, nth);
      if (row.cells.some(({ number }) => number !== undefined))
        rows.set(JSON.stringify([table.id, name, nth]), printedRow(table, row, english[t]!, r));
    }
  }
  return rows;
}

function printedRow(table: TableBlock, { cells }: DocumentRow, other: TableBlock, r: number): PrintedRow {
  const otherCells = other.rows[r]!.cells;
  const numbers = cells.flatMap((cell, c) => {
    if (!cell.number || cellText(cell) === WITHHELD) return [];
    const column = text(table.columns[c]!.head, other.columns[c]!.head);
    return [[c, { column, printed: text(cellText(cell), cellText(otherCells[c]!)), cell }] as const];
  });
  return {
    table: text(table.caption, other.caption),
    name: text(nameOf({ cells }), nameOf(other.rows[r]!)),
    numbers: new Map(numbers),
  };
}

/** Its first line: below it stands what may change while the row is the same, such as an enterprise's industry. */
const nameOf = ({ cells }: Pick<DocumentRow, "cells">): string => cells[0]!.lines[0]!.map((run) => run.text).join("");

/** 新招（275户填报且相符） is the same row where 276 told. */
const withoutCounts = (name: string): string => name.replace(/（[^）]*）|\([^)]*\)/g, wordsOf);

const tablesOf = ({ blocks }: ReportDocument): readonly TableBlock[] =>
  blocks.filter((block): block is TableBlock => block.kind === "table");
