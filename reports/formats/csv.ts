import { cellText } from "../document/cell.ts";
import type { Cell, ReportDocument, TableBlock } from "../document/document.ts";
import { disarmed } from "./disarm.ts";

const BOM = "\ufeff";
const LINE_END = "\r\n";

/** Each table of a report as a csv file that Excel opens with its Chinese right. Numbers come plain: no commas, a share as .0128. */
export const csvFiles = (document: ReportDocument): readonly { readonly name: string; readonly text: string }[] =>
  document.blocks
    .filter((block): block is TableBlock => block.kind === "table")
    .map((table) => ({ name: `${document.id}-${table.id}.csv`, text: csvOf(table) }));

const csvOf = ({ columns, rows }: TableBlock): string =>
  fileOf([columns.map(({ head }) => quoted(disarmed(head))), ...rows.map(({ cells }) => cells.map(field))]);

/** Lines as such a file: numbers plain, words that no spreadsheet takes for a formula. */
export const csvText = (lines: Lines): string => `${BOM}${csvLines(lines)}`;

type Lines = readonly (readonly (string | number)[])[];

/** Further lines of one that was begun. */
export const csvLines = (lines: Lines): string =>
  linesOf(lines.map((line) => line.map((one) => (typeof one === "number" ? String(one) : quoted(disarmed(one))))));

const linesOf = (lines: readonly (readonly string[])[]): string =>
  lines.map((line) => `${line.join(",")}${LINE_END}`).join("");

const fileOf = (lines: readonly (readonly string[])[]): string => `${BOM}${linesOf(lines)}`;

/** What is not computable or suppressed keeps its mark, because empty would read as not asked. */
const field = (cell: Cell): string => {
  const value = cell.number?.value ?? null;
  return value === null ? quoted(disarmed(cellText(cell))) : String(value);
};

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
