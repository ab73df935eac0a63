import { toUSVString } from "node:util";
import * as XLSX from "@e965/xlsx";
import { joinCells } from "./rows.ts";

/** Rows of one sheet as text with the PARSED marks, and the line of each. */
export interface SheetText {
  readonly text: string;
  readonly lines: readonly number[];
}

export interface ReadSheet {
  readonly name: string;
  /** Lines at which areas merged downwards begin. */
  readonly merged: readonly number[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

type Cell = XLSX.CellObject | undefined;

/** A blank row is told about only when it stands close to data. */
const LONGEST_GAP = 100;
const DAYS_1904 = 1462;

const OPTIONS: XLSX.ParsingOptions = {
  dense: true,
  cellNF: true,
  cellText: false,
  cellFormula: false,
  cellHTML: false,
  cellDates: false,
  sheetStubs: false,
};

/** SheetJS reads a package that is already unpacked; it exports the function without a type. */
const { parse_zip: parsePackage } = XLSX as unknown as {
  parse_zip(zip: { FullPaths: string[]; FileIndex: object[] }, options: XLSX.ParsingOptions): XLSX.WorkBook;
};

/** Empties the map: what was read is not needed twice. */
export function readPackage(parts: Map<string, Buffer>): ReadSheet[] {
  const names = [...parts.keys()];
  const files = names.map((name) => ({ name: name.split("/").at(-1), type: 2, content: parts.get(name) }));
  parts.clear();
  return sheetsOf(parsePackage({ FullPaths: names.map((name) => `Root Entry/${name}`), FileIndex: files }, OPTIONS));
}

export const readXls = (bytes: Buffer): ReadSheet[] => sheetsOf(XLSX.read(bytes, { ...OPTIONS, type: "buffer" }));

export function sheetText(rows: ReadSheet["rows"]): SheetText {
  return { text: joinCells(rows.map(({ cells }) => cells)), lines: rows.map(({ line }) => line) };
}

/** The visible sheets that hold anything; hidden ones are lists of choices. */
function sheetsOf(book: XLSX.WorkBook): ReadSheet[] {
  const shift = book.Workbook?.WBProps?.date1904 ? DAYS_1904 : 0;
  const hidden = new Set((book.Workbook?.Sheets ?? []).flatMap((sheet) => (sheet.Hidden ? [sheet.name] : [])));
  const visible = book.SheetNames.filter((name) => !hidden.has(name));
  const names = visible.length > 0 ? visible : book.SheetNames;
  return names.map((name) => readSheet(name, book.Sheets[name], shift)).filter(({ rows }) => rows.length > 0);
}

/** Frees each row of the library's cells as it goes: both together would double the memory. */
function readSheet(name: string, sheet: XLSX.WorkSheet | undefined, shift: number): ReadSheet {
  const data = ((sheet as { "!data"?: Cell[][] } | undefined)?.["!data"] ?? []) as Cell[][];
  const merges = (sheet?.["!merges"] ?? []).filter(({ s, e }) => e.r > s.r);
  for (const { s, e } of merges) fillDown(data, s, e);
  const rows: { line: number; cells: readonly string[] }[] = [];
  data.forEach((cells, row) => {
    const texts = Array.from(cells, (cell) => textOf(cell, shift));
    data[row] = [];
    if (texts.every((text) => text === "")) return;
    for (let line = (rows.at(-1)?.line ?? row) + 1; line <= row && row - line < LONGEST_GAP; line++) {
      rows.push({ line, cells: [] });
    }
    rows.push({ line: row + 1, cells: texts });
  });
  return { name: toUSVString(name), merged: merges.map(({ s }) => s.r + 1).toSorted((a, b) => a - b), rows };
}

/** A merged area shows its first cell in every row that has anything else in it. */
function fillDown(data: Cell[][], from: XLSX.CellAddress, to: XLSX.CellAddress): void {
  const top = data[from.r]?.[from.c];
  if (top === undefined) return;
  for (let row = from.r + 1; row <= Math.min(to.r, data.length - 1); row++) {
    const cells = data[row];
    if (cells?.some((cell) => cell !== undefined && cell.v !== undefined)) cells[from.c] = top;
  }
}

function textOf(cell: Cell, shift: number): string {
  if (cell?.v === undefined || cell.v === null) return "";
  if (cell.t === "n") return numberText(Number(cell.v), cell.z, shift);
  if (cell.t === "e") return cell.w ?? "#ERROR";
  return toUSVString(String(cell.v)).replaceAll("\0", "").trim();
}

/** A number beyond 2^53 has lost digits; written with an exponent it is known as damaged further on. */
function numberText(value: number, format: unknown, shift: number): string {
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return value.toExponential();
  return isDateFormat(format) ? dateText(value + shift) : String(value);
}

const DATE_FORMATS = new Map<unknown, boolean>();

function isDateFormat(format: unknown): boolean {
  if (format === undefined || format === "General") return false;
  const before = DATE_FORMATS.get(format);
  if (before !== undefined) return before;
  const known = XLSX.SSF.is_date(String(format)) === true;
  DATE_FORMATS.set(format, known);
  return known;
}

function dateText(serial: number): string {
  const date = XLSX.SSF.parse_date_code(serial) as { y: number; m: number; d: number } | null;
  if (!date) return String(serial);
  return `${date.y}-${String(date.m).padStart(2, "0")}-${String(date.d).padStart(2, "0")}`;
}
