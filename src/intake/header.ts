import type { Field, Mapping } from "../../models/profile.ts";
import type { RecordKind } from "../../models/record.ts";
import { SIMULATED_HEADER } from "../../models/simulated.ts";
import { FIELD_NAMES } from "./field-names.ts";
import { fold } from "./fold.ts";
import { headerAdvice } from "./header-advice.ts";
import { type Note, shortList } from "./header-note.ts";
import { type HeaderRow, type MonthColumn, requiredFields, type Try, tryRow } from "./header-try.ts";
import { LIMITS } from "./limits.ts";
import { columnLetters, type Rows } from "./rows.ts";

/** Where each field of a table stands. */
export interface Placement {
  readonly kind: RecordKind;
  readonly mapping: Mapping;
  /** Line of the header; data begins after it. */
  readonly line: number;
  readonly headers: readonly string[];
  /** Field → column; a field that is not here has no column. */
  readonly columns: Readonly<Partial<Record<Field, number>>>;
  /** wide only: the columns that hold a month's headcount. */
  readonly months: readonly MonthColumn[];
  /** Whether the table says by a column of its own that the simulator wrote it. */
  readonly simulated: boolean;
}

export type Placed =
  | { readonly kind: "placed"; readonly placement: Placement; readonly notes: readonly Note[] }
  | { readonly kind: "skipped"; readonly mapping: Mapping }
  | {
      readonly kind: "missing";
      readonly note: Note;
      /** How many columns the closest mapping found, and what it is a table of. */
      readonly matched: number;
      readonly recordKind: RecordKind | null;
    };

/** Finds the first mapping whose required columns all stand in one of the first rows. */
export function placeHeader(head: Rows, mappings: readonly Mapping[]): Placed {
  const rows = firstRows(head);
  const tries = mappings.flatMap((mapping) => rows.map((row) => tryRow(mapping, row)));
  const fit = tries.find(({ missing }) => missing.length === 0);
  if (!fit || isMisread(fit, tries)) return { kind: "missing", ...headerAdvice(tries, fit) };
  if (fit.mapping.kind === "none") return { kind: "skipped", mapping: fit.mapping };
  return settle(fit, fit.mapping.kind);
}

function firstRows(head: Rows): HeaderRow[] {
  const rows: HeaderRow[] = [];
  head.rewind();
  while (rows.length < LIMITS.headerRows.value && head.next()) {
    const cells = head.cells();
    if (cells.some((cell) => cell !== "")) rows.push({ line: head.line, cells });
  }
  head.rewind();
  return rows;
}

/**
 * A register needs no more than a code, so a headcount table with a misspelt column would pass for one: a column that only
 * such a table has, the month, tells them apart.
 */
function isMisread(fit: Try, tries: readonly Try[]): boolean {
  if (fit.mapping.kind !== "register") return false;
  const ignored = new Set((fit.mapping.ignore ?? []).map(fold));
  const used = new Set([...fit.found.values()].flat());
  const isStray = (column: number) => !used.has(column) && !ignored.has(fold(fit.row.cells[column]!));
  return tries.some(({ row, found }) => row === fit.row && (found.get("month") ?? []).some(isStray));
}

function settle(fit: Try, kind: RecordKind): Placed {
  const required = requiredFields(fit.mapping);
  const repeated = [...fit.found].filter(([, columns]) => columns.length > 1);
  const headerOf = (column: number) => `${fit.row.cells[column]} (${columnLetters(column)})`;
  const notes = repeated.map(([field, columns]): Note => {
    const same = fold(fit.row.cells[columns[0]!]!) === fold(fit.row.cells[columns[1]!]!);
    const code = same && required.includes(field) ? "header-duplicate" : "header-ambiguous";
    return { code, params: { field: FIELD_NAMES[field], names: columns.map(headerOf).join("、") } };
  });
  const twice = monthsTwice(fit.months);
  const fatal =
    notes.find(({ code }) => code === "header-duplicate") ??
    (twice ? { code: "header-month-twice" as const, params: { names: twice } } : undefined) ??
    tooManyColumns(fit.row);
  if (fatal) return { kind: "missing", note: fatal, matched: Number.POSITIVE_INFINITY, recordKind: kind };
  const unknown = unknownHeaders(fit);
  if (unknown.length > 0) notes.push({ code: "header-unknown", params: { names: shortList(unknown) } });
  return { kind: "placed", placement: placementOf(fit, kind), notes };
}

const placementOf = ({ mapping, row, found, months }: Try, kind: RecordKind): Placement => ({
  kind,
  mapping,
  line: row.line,
  headers: row.cells,
  columns: Object.fromEntries([...found].map(([field, columns]) => [field, columns[0]!])),
  months,
  simulated: row.cells.some(saysSimulated),
});

const saysSimulated = (cell: string): boolean => fold(cell) === SIMULATED_HEADER;

function monthsTwice(months: Placement["months"]): string | null {
  const twice = months.filter(({ month }, index) => months.findIndex((other) => other.month === month) !== index);
  return twice.length > 0 ? twice.map(({ column }) => columnLetters(column)).join("、") : null;
}

function tooManyColumns({ cells, line }: HeaderRow): Note | undefined {
  if (cells.length <= LIMITS.columns.value) return undefined;
  return { code: "columns-too-many", params: { line, found: cells.length, limit: LIMITS.columns.value } };
}

function unknownHeaders({ mapping, row, found, months }: Try): string[] {
  const ignored = new Set((mapping.ignore ?? []).map(fold));
  const used = new Set([...[...found.values()].flat(), ...months.map(({ column }) => column)]);
  const isUnknown = (cell: string) => cell !== "" && !ignored.has(fold(cell)) && !saysSimulated(cell);
  return row.cells.filter((cell, column) => isUnknown(cell) && !used.has(column));
}
