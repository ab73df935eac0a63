import { type Month, monthOfDate } from "../../models/month.ts";
import type { Field, Profile } from "../../models/profile.ts";
import type { CellLog } from "./cell-log.ts";
import { isNothing, readDate, readMonth, readNumber, wholeWhenNear } from "./fields.ts";
import type { Placement } from "./header.ts";
import type { Known } from "./known.ts";
import { LIMITS } from "./limits.ts";
import type { RowReach } from "./row-reach.ts";
import type { Rows } from "./rows.ts";

/** Nothing stands in the cell. */
export const EMPTY = -1;
/** Something stands in the cell that cannot be taken; it has been reported. */
export const BAD = -2;

const ZERO = 48;
const DASH = 45;

/** A date with its place among the dates of the file; 0 is the date of the delivery, which rows without one have too. */
export interface FileDate {
  readonly iso: string;
  readonly number: number;
  readonly month: Month;
}

/** Reads the cells of one table. Plain digits and YYYY-MM are read in place; everything else through fields.ts. */
export class Cells {
  readonly profile: Profile;
  readonly log: CellLog;
  readonly today: string;
  readonly reach: RowReach | undefined;
  readonly #thisMonth: Month;
  readonly #publishedOn: string;
  readonly #columns: Placement["columns"];
  readonly #unit: number;
  readonly #months = new Map<string, Month | null>();
  readonly #publishedColumn: number;
  /** The publication date of the row before: nearly always this row's too. */
  #publishedRaw = "";
  #publishedBefore: FileDate | undefined;
  readonly #dates = new Map<string, FileDate | null>();

  constructor(placement: Placement, known: Known, log: CellLog) {
    this.profile = known.profile;
    this.log = log;
    this.today = known.today;
    this.reach = known.reach;
    this.#thisMonth = monthOfDate(known.today);
    this.#publishedOn = known.publishedOn;
    this.#columns = placement.columns;
    this.#publishedColumn = this.column("publishedOn");
    this.#unit = placement.mapping.unit ?? 1;
  }

  /** The column of a field; -1 when the table has none. */
  column(field: Field): number {
    return this.#columns[field] ?? -1;
  }

  text(rows: Rows, column: number): string | null {
    const value = rows.cell(column);
    return value === "" ? null : value;
  }

  /** Persons, ≥ 0; EMPTY or BAD otherwise. required: a missing or impossible number keeps the row out. */
  persons(rows: Rows, column: number, field: Field, required: boolean): number {
    if (column < 0 || column >= rows.count) return EMPTY;
    const quick = this.#unit === 1 ? digits(rows, column) : BAD;
    return quick !== BAD && quick <= LIMITS.headcount.value ? quick : this.#slowPersons(rows, column, field, required);
  }

  #slowPersons(rows: Rows, column: number, field: Field, required: boolean): number {
    const raw = rows.cell(column);
    if (isNothing(raw)) return EMPTY;
    const read = readNumber(raw);
    if (!read) return this.#badNumber(rows, column, field, required, "headcount-unreadable");
    const people = wholeWhenNear(read.value * this.#unit);
    if (people < 0) return this.#badNumber(rows, column, field, required, "headcount-negative");
    if (!Number.isInteger(people)) {
      return this.#badNumber(rows, column, field, required, "headcount-decimal", String(Number(people.toFixed(4))));
    }
    if (people > LIMITS.headcount.value) return this.#badNumber(rows, column, field, required, "headcount-too-large");
    if (!read.plain) this.log.warn("number-as-text", rows, column);
    return people;
  }

  #badNumber(
    rows: Rows,
    column: number,
    field: Field,
    required: boolean,
    code: "headcount-unreadable" | "headcount-negative" | "headcount-decimal" | "headcount-too-large",
    people = "",
  ): number {
    if (!required) return this.unreadable(rows, column, field);
    this.log.bad(code, rows, column, { field: this.log.name(field), people, limit: LIMITS.headcount.value });
    return BAD;
  }

  /** Says that an optional cell cannot be read; EMPTY. */
  unreadable(rows: Rows, column: number, field: Field): number {
    this.log.warn("field-unreadable", rows, column, { field: this.log.name(field) });
    return EMPTY;
  }

  /** A month up to this one; BAD otherwise. */
  month(rows: Rows, column: number): Month {
    const quick = isoMonth(rows, column);
    const month = quick === BAD ? this.#slowMonth(rows, column) : quick;
    if (month > this.#thisMonth) {
      this.log.bad("month-future", rows, column, { today: this.today });
      return BAD;
    }
    return month;
  }

  /** Whether a month of a wide table's header lies after today. */
  isFuture(month: Month): boolean {
    return month > this.#thisMonth;
  }

  #slowMonth(rows: Rows, column: number): Month {
    const raw = rows.cell(column);
    let month = this.#months.get(raw);
    if (month === undefined) {
      month = readMonth(raw);
      this.#months.set(raw, month);
    }
    if (month !== null) return month;
    this.log.bad(raw === "" ? "month-missing" : "month-unreadable", rows, column);
    return BAD;
  }

  /** A date up to today that the row needs; null after reporting it. */
  pastDate(rows: Rows, field: Field): FileDate | null {
    const column = this.column(field);
    const raw = rows.cell(column);
    const date = this.#date(raw);
    if (date && date.iso <= this.today) return date;
    const params = { field: this.log.name(field), today: this.today };
    const code = date ? "date-future" : raw === "" ? "date-missing" : "date-unreadable";
    this.log.bad(code, rows, column, params);
    return null;
  }

  /** The row's own publication date, undefined when it has none and the batch's holds; null after reporting a bad one. */
  published(rows: Rows): FileDate | null | undefined {
    const column = this.#publishedColumn;
    if (column < 0 || column >= rows.count) return undefined;
    if (rows.holds(column, this.#publishedRaw)) return this.#publishedBefore;
    const raw = rows.cell(column);
    const date = raw === "" ? undefined : this.pastDate(rows, "publishedOn");
    if (date !== null) {
      this.#publishedRaw = raw;
      this.#publishedBefore = date;
    }
    return date;
  }

  /** A date the row can do without. */
  optionalDate(rows: Rows, field: Field): string | null {
    const column = this.column(field);
    const raw = rows.cell(column);
    if (raw === "") return null;
    const date = this.#date(raw);
    if (!date) this.unreadable(rows, column, field);
    return date?.iso ?? null;
  }

  #date(raw: string): FileDate | null {
    let date = this.#dates.get(raw);
    if (date === undefined) {
      const iso = readDate(raw);
      const number = iso === this.#publishedOn ? 0 : this.#dates.size + 1;
      date = iso === null ? null : { iso, number, month: monthOfDate(iso) };
      this.#dates.set(raw, date);
    }
    return date;
  }
}

/** The cell when it is one to eight plain digits, EMPTY when it has no character at all, else BAD. */
function digits(rows: Rows, column: number): number {
  const { text } = rows;
  const start = rows.starts[column]!;
  const end = rows.starts[column + 1]! - 1;
  if (start === end) return EMPTY;
  if (end - start > 8) return BAD;
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return BAD;
    value = value * 10 + digit;
  }
  return value;
}

/** The cell when it reads YYYY-MM exactly, else BAD. */
function isoMonth(rows: Rows, column: number): Month {
  if (column < 0 || column >= rows.count) return BAD;
  const { text } = rows;
  const start = rows.starts[column]!;
  if (rows.starts[column + 1]! - 1 - start !== 7 || text.charCodeAt(start + 4) !== DASH) return BAD;
  const century = twoDigits(text, start);
  const year = twoDigits(text, start + 2);
  const month = twoDigits(text, start + 5);
  if (century < 19 || century > 21 || year < 0 || month < 1 || month > 12) return BAD;
  return (century * 100 + year) * 12 + month - 1;
}

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : BAD;
}
