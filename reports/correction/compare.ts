import type { Text } from "../../models/text.ts";
import { text } from "../../models/text.ts";
import { cellText } from "../document/cell.ts";
import type { Cell, ReportDocument, TableBlock } from "../document/document.ts";
import { type AnyFacts, documentOf } from "../document-of.ts";
import { WITHHELD } from "../told-groups.ts";
import { CORRECTION_LIMITS } from "./limits.ts";

/** A printed number that is another one now, in both languages. */
export interface NumberChange {
  readonly table: Text;
  readonly row: Text;
  readonly column: Text;
  readonly before: Text;
  readonly after: Text;
}

export interface Changes {
  /** Beyond the bound, in the order of the report. */
  readonly large: readonly NumberChange[];
  /** How many others changed as printed. */
  readonly small: number;
}

/** The printed numbers of a report that differ from those that later data gives, row by row of every table that has both. */
export function changesBetween(before: AnyFacts, after: AnyFacts): Changes {
  const [was, is] = [numbersIn(before), numbersIn(after)];
  const changed = [...was].flatMap(([key, old]) => {
    const now = is.get(key);
    return now === undefined || now.printed.zh === old.printed.zh ? [] : [{ old, now }];
  });
  const large = changed.filter(({ old, now }) => isLarge(old.cell, now.cell));
  return {
    large: large.map(({ old, now }) => ({ ...old.where, before: old.printed, after: now.printed })),
    small: changed.length - large.length,
  };
}

interface Printed {
  readonly where: Pick<NumberChange, "table" | "row" | "column">;
  readonly printed: Text;
  readonly cell: Cell;
}

/** Every number that is told by table, name of its row (the second of a name is another) and column. */
function numbersIn(facts: AnyFacts): ReadonlyMap<string, Printed> {
  const english = tablesOf(documentOf(facts, "en", null));
  const numbers = new Map<string, Printed>();
  for (const [t, table] of tablesOf(documentOf(facts, "zh", null)).entries()) {
    const names = new Map<string, number>();
    for (const [r, { cells }] of table.rows.entries()) {
      const name = cellText(cells[0]!);
      const nth = (names.get(name) ?? 0) + 1;
      names.set(name, nth);
      const other = english[t]!;
      for (const [c, cell] of cells.entries())
        if (cell.number && cellText(cell) !== WITHHELD)
          numbers.set(JSON.stringify([table.id, name, nth, c]), {
            where: {
              table: text(table.caption, other.caption),
              row: text(name, cellText(other.rows[r]!.cells[0]!)),
              column: text(table.columns[c]!.head, other.columns[c]!.head),
            },
            printed: text(cellText(cell), cellText(other.rows[r]!.cells[c]!)),
            cell,
          });
    }
  }
  return numbers;
}

const tablesOf = ({ blocks }: ReportDocument): readonly TableBlock[] =>
  blocks.filter((block): block is TableBlock => block.kind === "table");

/** A number that came or went is large; a rate goes by the difference, all else by the share of what was printed. */
function isLarge({ number: old }: Cell, { number: now }: Cell): boolean {
  if (!old || !now || old.value === null || now.value === null) return true;
  const moved = Math.abs(now.value - old.value);
  const { share, points } = CORRECTION_LIMITS;
  return old.form.kind === "percent" ? moved >= points.value : moved >= share.value * Math.abs(old.value);
}
