import type { RegisterRecord } from "../../models/record.ts";
import type { Cells } from "./cells.ts";
import { grown } from "./code-table.ts";
import { RegisterRows } from "./register-rows.ts";
import type { Rows } from "./rows.ts";

/** Register columns beside headcounts: each enterprise's are read once, where it stands first. */
export class RegisterOnce {
  readonly #cells: Cells;
  readonly #rows: RegisterRows;
  readonly #any: boolean;
  /** Fingerprint of what was read, by enterprise number; 0 is not yet. */
  #prints = new Int32Array(1024);
  #records: RegisterRecord[] = [];

  constructor(cells: Cells) {
    this.#cells = cells;
    this.#rows = new RegisterRows(cells);
    this.#any = this.#rows.any;
  }

  read(rows: Rows, number: number, code: string, publishedOn: string | null): void {
    if (!this.#any) return;
    if (number >= this.#prints.length) this.#prints = grown(this.#prints);
    const print = this.#rows.fingerprint(rows) | 1;
    const before = this.#prints[number]!;
    if (before === 0) {
      this.#prints[number] = print;
      this.#records.push(this.#rows.read(rows, code, publishedOn));
    } else if (before !== print) this.#cells.log.warn("register-varies", rows, this.#rows.firstColumn);
  }

  take(): readonly RegisterRecord[] {
    const records = this.#records;
    this.#records = [];
    return records;
  }
}
