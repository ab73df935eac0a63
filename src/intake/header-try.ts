import type { Month } from "../../models/month.ts";
import { Problem } from "../../models/problem.ts";
import type { Field, Mapping } from "../../models/profile.ts";
import type { RecordKind } from "../../models/record.ts";
import { type Text, text } from "../../models/text.ts";
import { FIELD_NAMES } from "./field-names.ts";
import { halfWidth } from "./fields.ts";
import { fold } from "./fold.ts";

const MONTH_COLUMN = text("月份列", "month columns");

const REQUIRED: Readonly<Record<RecordKind, readonly Field[]>> = {
  register: ["code"],
  headcount: ["code", "month", "headcount"],
  industry: ["industry", "month", "headcount"],
  event: ["code", "kind", "occurredOn"],
  fact: ["code", "fact", "period", "value"],
  application: ["code", "policy", "appliedOn"],
};

/** A column of a wide table that holds a month's headcount. */
export interface MonthColumn {
  readonly column: number;
  readonly month: Month;
}

/** A row of cells that may be the header. */
export interface HeaderRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** One mapping held against one row. */
export interface Try {
  readonly mapping: Mapping;
  readonly row: HeaderRow;
  readonly found: ReadonlyMap<Field, readonly number[]>;
  readonly months: readonly MonthColumn[];
  /** Required columns that are not there. */
  readonly missing: readonly Text[];
}

/** Looks for a mapping's columns in a row. */
export function tryRow(mapping: Mapping, row: HeaderRow): Try {
  const folded = row.cells.map(fold);
  const found = new Map<Field, readonly number[]>();
  for (const [field, names] of Object.entries(mapping.columns) as [Field, readonly string[]][]) {
    const columns = names.map(fold).flatMap((name) => columnsOf(folded, name));
    if (columns.length > 0) found.set(field, [...new Set(columns)]);
  }
  const months = mapping.layout === "wide" ? monthColumns(mapping, row.cells) : [];
  return { mapping, row, found, months, missing: missingIn(mapping, found, months.length) };
}

const columnsOf = (folded: readonly string[], name: string): number[] =>
  folded.flatMap((header, column) => (header === name ? [column] : []));

function monthColumns(mapping: Mapping, cells: readonly string[]): MonthColumn[] {
  const pattern = monthPattern(mapping.monthHeader ?? "^(?<year>\\d{4})[-/年.]?(?<month>\\d{1,2})月?$");
  return cells.flatMap((cell, column) => {
    const { year, month } = (pattern.exec(cell) ?? pattern.exec(halfWidth(cell)))?.groups ?? {};
    const number = Number(month);
    return year !== undefined && number >= 1 && number <= 12 ? [{ column, month: Number(year) * 12 + number - 1 }] : [];
  });
}

function monthPattern(source: string): RegExp {
  try {
    return new RegExp(source, "iu");
  } catch (error) {
    throw new Problem(
      "usage",
      "month-header-wrong",
      text(
        `列对应关系中的 monthHeader 不是有效的正则表达式：${source}。`,
        `The mapping's monthHeader is no regular expression: ${source} (${error}).`,
      ),
      text("请改成带有 year 和 month 两个命名组的正则表达式。", "Write one with groups named year and month."),
    );
  }
}

function missingIn(mapping: Mapping, found: ReadonlyMap<Field, unknown>, months: number): Text[] {
  const missing = requiredFields(mapping)
    .filter((field) => !found.has(field))
    .map((field) => FIELD_NAMES[field]);
  return mapping.layout === "wide" && mapping.kind !== "none" && months === 0 ? [...missing, MONTH_COLUMN] : missing;
}

/** A table that is not for import is known by all of its columns. */
export function requiredFields(mapping: Mapping): readonly Field[] {
  if (mapping.kind === "none") return Object.keys(mapping.columns) as Field[];
  const required = REQUIRED[mapping.kind];
  return mapping.layout === "wide" ? required.filter((field) => field !== "month" && field !== "headcount") : required;
}
