import type { RegisterRecord } from "../../models/record.ts";
import type { CellLog } from "./cell-log.ts";
import { BAD, Cells } from "./cells.ts";
import { Enterprises } from "./enterprises.ts";
import { EntryTable } from "./entry-table.ts";
import type { Placement } from "./header.ts";
import type { Known } from "./known.ts";
import type { Reader, RecordBlock } from "./reader.ts";
import { RegisterRows } from "./register-rows.ts";
import { repeatsEntry } from "./repeats.ts";
import type { Rows } from "./rows.ts";

/** The enterprise register: one row an enterprise. */
export class RegisterReader implements Reader {
  readonly #log: CellLog;
  readonly #cells: Cells;
  readonly #enterprises: Enterprises;
  readonly #register: RegisterRows;
  readonly #entries = new EntryTable();
  #records: RegisterRecord[] = [];

  constructor(placement: Placement, known: Known, log: CellLog) {
    this.#log = log;
    this.#cells = new Cells(placement, known, log);
    this.#enterprises = new Enterprises(this.#cells, (rows) => this.#isOwnNew(rows));
    this.#register = new RegisterRows(this.#cells);
  }

  row(rows: Rows): void {
    this.#log.counts.read++;
    const number = this.#enterprises.number(rows);
    const published = this.#cells.published(rows);
    if (number === BAD || published === null) {
      this.#log.reject();
      return;
    }
    const code = this.#enterprises.code(number);
    const column = this.#cells.column("code");
    const print = this.#register.fingerprint(rows);
    const first = this.#entries.add(number, published?.number ?? 0, rows.line, print);
    if (repeatsEntry(this.#log, rows, column, first, () => [code, published?.iso])) return;
    this.#records.push(this.#register.read(rows, code, published?.iso ?? null));
    this.#log.accept();
  }

  #isOwnNew(rows: Rows): boolean {
    const raw = (field: "industry" | "region" | "ownership") => rows.cell(this.#cells.column(field));
    const row = { industry: raw("industry"), region: raw("region"), ownership: raw("ownership") };
    return this.#cells.reach?.ownsNew(row) ?? true;
  }

  take(): RecordBlock[] {
    const records = this.#records;
    this.#records = [];
    return records.length > 0 ? [{ kind: "register", records }] : [];
  }
}
