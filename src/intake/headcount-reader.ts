import { formatMonth, type Month } from "../../models/month.ts";
import type { HeadcountRecord, RegisterRecord } from "../../models/record.ts";
import type { CellLog } from "./cell-log.ts";
import { BAD, Cells, EMPTY, type FileDate } from "./cells.ts";
import { Enterprises } from "./enterprises.ts";
import { EntryTable, mix, monthKey, type RepeatedEntry } from "./entry-table.ts";
import { FormCells } from "./form-cells.ts";
import type { Placement } from "./header.ts";
import type { Known } from "./known.ts";
import { Neighbours } from "./neighbours.ts";
import type { Reader, RecordBlock } from "./reader.ts";
import { RegisterOnce } from "./register-once.ts";
import { repeatsEntry } from "./repeats.ts";
import type { Rows } from "./rows.ts";

/** Headcounts of enterprises: one row an enterprise and month, or one row an enterprise with a column a month. */
export class HeadcountReader implements Reader {
  readonly #log: CellLog;
  readonly #cells: Cells;
  readonly #enterprises: Enterprises;
  readonly #neighbours: Neighbours;
  readonly #form: FormCells;
  readonly #register: RegisterOnce;
  readonly #entries = new EntryTable();
  readonly #months: Placement["months"];
  readonly #monthColumn: number;
  readonly #headcountColumn: number;
  readonly #publishes: boolean;
  #records: HeadcountRecord[] = [];

  constructor(placement: Placement, known: Known, log: CellLog) {
    this.#log = log;
    this.#cells = new Cells(placement, known, log);
    this.#enterprises = new Enterprises(this.#cells);
    this.#neighbours = new Neighbours(known, log);
    this.#form = new FormCells(this.#cells);
    this.#register = new RegisterOnce(this.#cells);
    this.#months = placement.mapping.layout === "wide" ? placement.months : [];
    this.#monthColumn = this.#cells.column("month");
    this.#headcountColumn = this.#cells.column("headcount");
    this.#publishes = this.#cells.column("publishedOn") >= 0;
  }

  row(rows: Rows): void {
    if (this.#months.length > 0) this.#wide(rows);
    else this.#long(rows);
  }

  take(): RecordBlock[] {
    const registers: readonly RegisterRecord[] = this.#register.take();
    const records = this.#records;
    this.#records = [];
    const blocks: RecordBlock[] = registers.length > 0 ? [{ kind: "register", records: registers }] : [];
    return records.length > 0 ? [...blocks, { kind: "headcount", records }] : blocks;
  }

  #long(rows: Rows): void {
    this.#log.counts.read++;
    const number = this.#enterprises.number(rows);
    const month = this.#cells.month(rows, this.#monthColumn);
    const headcount = this.#cells.persons(rows, this.#headcountColumn, "headcount", true);
    const published = this.#publishes ? this.#cells.published(rows) : undefined;
    if (headcount === EMPTY) {
      this.#log.bad("headcount-missing", rows, this.#headcountColumn, { field: this.#log.name("headcount") });
    }
    if (number === BAD || month === BAD || headcount < 0 || published === null) {
      this.#log.reject();
      return;
    }
    this.#form.read(rows);
    this.#enter(rows, this.#headcountColumn, number, month, headcount, published);
  }

  /** An empty month cell is no report; a bad one stays out alone. */
  #wide(rows: Rows): void {
    const number = this.#enterprises.number(rows);
    const published = this.#publishes ? this.#cells.published(rows) : undefined;
    if (number === BAD || published === null) {
      this.#log.counts.read++;
      this.#log.reject();
      return;
    }
    this.#form.clear();
    for (const { column, month } of this.#months) this.#monthCell(rows, column, month, number, published);
  }

  #monthCell(rows: Rows, column: number, month: Month, number: number, published: FileDate | undefined): void {
    const headcount = this.#cells.persons(rows, column, "headcount", true);
    if (headcount === EMPTY) return;
    this.#log.counts.read++;
    if (headcount !== BAD && this.#cells.isFuture(month)) {
      this.#log.bad("month-future", rows, column, { value: formatMonth(month), today: this.#cells.today });
      this.#log.reject();
      return;
    }
    if (headcount === BAD) {
      this.#log.reject();
      return;
    }
    this.#enter(rows, column, number, month, headcount, published);
  }

  #enter(
    rows: Rows,
    column: number,
    number: number,
    month: Month,
    headcount: number,
    published: FileDate | undefined,
  ): void {
    const code = this.#enterprises.code(number);
    this.#neighbours.meet(number, code);
    if (this.#repeats(rows, column, number, month, headcount, published)) return;
    if (this.#neighbours.jumps(rows, column, number, month, headcount)) {
      this.#log.reject();
      return;
    }
    const previous = this.#neighbours.follow(rows, column, number, month, headcount);
    this.#form.check(rows, column, headcount, previous);
    if (published !== undefined && published.month < month) {
      this.#log.warn("published-early", rows, this.#cells.column("publishedOn"), { month: formatMonth(month) });
    }
    const publishedOn = published === undefined ? null : published.iso;
    this.#register.read(rows, number, code, publishedOn);
    this.#records.push(this.#form.record(code, month, headcount, publishedOn));
    this.#log.accept();
  }

  #repeats(
    rows: Rows,
    column: number,
    number: number,
    month: Month,
    headcount: number,
    published: FileDate | undefined,
  ): boolean {
    const print = mix(this.#form.fingerprint(), headcount);
    const first = this.#entries.add(number, monthKey(month, published?.number ?? 0), rows.line, print);
    return first !== null && this.#tellRepeat(rows, column, first, number, month, published);
  }

  /** Apart, so that a row that repeats nothing allocates nothing for the telling. */
  #tellRepeat(
    rows: Rows,
    column: number,
    first: RepeatedEntry,
    number: number,
    month: Month,
    published: FileDate | undefined,
  ): boolean {
    const key = () => [this.#enterprises.code(number), formatMonth(month), published?.iso];
    return repeatsEntry(this.#log, rows, column, first, key);
  }
}
