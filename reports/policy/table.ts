import { type Language, type Text, text } from "../../models/text.ts";
import { words } from "../document/cell.ts";
import type { Cell, DocumentRow, TableBlock, TableColumn } from "../document/document.ts";

/** A column of a policy table, its head in both languages. */
export type Column = readonly [zh: string, en: string, kind?: TableColumn["kind"]];

/** What a table of policies is made from. */
export interface PolicyTable {
  readonly id: string;
  readonly caption: Text;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly empty: Text;
  /** Whether simulated deliveries had a part: every row then says so, wherever it is copied to. */
  readonly simulated: boolean;
}

const MARK: Column = ["数据", "data", "tag"];
const SIMULATED = text("模拟数据", "simulated data");

export function policyTable(
  { id, caption, columns, rows, empty, simulated }: PolicyTable,
  language: Language,
): TableBlock {
  const heads = simulated ? [...columns, MARK] : columns;
  const marked = (cells: readonly Cell[]): DocumentRow => ({
    cells: simulated ? [...cells, words(SIMULATED[language])] : cells,
  });
  return {
    ...{ kind: "table", id, caption: caption[language], empty: empty[language], rows: rows.map(marked) },
    columns: heads.map(([zh, en, kind = "text"]) => ({ head: language === "zh" ? zh : en, kind })),
  };
}
