import type { Field } from "../../models/profile.ts";
import type { Text } from "../../models/text.ts";
import { BlockedBatch } from "./blocked-batch.ts";
import type { Code } from "./codes.ts";
import { FIELD_NAMES } from "./field-names.ts";
import { type FindingLog, fileFinding } from "./finding-log.ts";
import type { Counts } from "./known.ts";
import { LIMITS } from "./limits.ts";
import type { Rows } from "./rows.ts";
import type { Params } from "./wording.ts";

/** Findings about cells, together with what becomes of the row they stand in. */
export class CellLog {
  readonly counts: Counts = { read: 0, accepted: 0, quarantined: 0, warned: 0 };
  readonly #log: FindingLog;
  #warned = false;

  constructor(log: FindingLog) {
    this.#log = log;
  }

  name(field: Field): Text {
    return FIELD_NAMES[field];
  }

  /** The row (or month cell) enters, marked. */
  warn(code: Code, rows: Rows, column: number, params?: Params): void {
    this.#warned = true;
    this.#log.cell(code, rows, column, params);
  }

  /** Something worth telling that concerns no entry, such as a blank row. */
  note(code: Code, rows: Rows, column: number, params?: Params): void {
    this.#log.cell(code, rows, column, params);
  }

  /** The same about a number of rows, of which the first one's line is told. */
  rows(code: Code, line: number, count: number): void {
    this.#log.rows(code, line, count);
  }

  /** The row (or month cell) stays out; call `reject` once for it. */
  bad(code: Code, rows: Rows, column: number, params?: Params): void {
    this.#log.cell(code, rows, column, params);
  }

  accept(): void {
    this.counts.accepted++;
    if (this.#warned) this.counts.warned++;
    this.#warned = false;
  }

  /** Throws BlockedBatch when so much is bad that the table must be another one than mapped. */
  reject(): void {
    const { counts } = this;
    counts.quarantined++;
    this.#warned = false;
    if (counts.quarantined < LIMITS.badRows.value || counts.quarantined * 2 <= counts.read) return;
    const finding = fileFinding("rows-mostly-bad", { bad: counts.quarantined, read: counts.read });
    throw new BlockedBatch(finding, ...this.#log.firstOfEach(LIMITS.findingsPerCode.value));
  }

  /** The row repeats an earlier one and is not counted again. */
  repeat(): void {
    this.#warned = false;
  }
}
