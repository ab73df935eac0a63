import type { Month } from "../../models/month.ts";
import type { Field, Term } from "../../models/profile.ts";
import type { HeadcountRecord } from "../../models/record.ts";
import { type Cells, EMPTY } from "./cells.ts";
import { mix } from "./entry-table.ts";
import { isNothing, readTerm } from "./fields.ts";
import type { Rows } from "./rows.ts";

const REASONS = ["reason1", "reason2", "reason3"] as const satisfies readonly Field[];
const NONE: readonly number[] = [];

/** A closed list's column: raw text → number of the item, kept because few texts come very often. */
interface TermCells {
  readonly field: Field;
  readonly terms: readonly Term[];
  readonly read: Map<string, number | null>;
}

/** The optional columns of the monthly form beside the headcount, read for one row at a time. */
export class FormCells {
  readonly #cells: Cells;
  readonly #dispatchColumn: number;
  readonly #hiddenColumn: number;
  readonly #hiredColumn: number;
  readonly #departedColumn: number;
  readonly #nextColumn: number;
  readonly #typeColumn: number;
  readonly #reasonColumns: readonly number[];
  readonly #explains: boolean;
  readonly #types: TermCells;
  readonly #reasonTerms: TermCells;
  #dispatch = EMPTY;
  #hidden = EMPTY;
  #hired = EMPTY;
  #departed = EMPTY;
  #next = EMPTY;
  #type = EMPTY;
  #reasons = NONE;

  constructor(cells: Cells) {
    this.#cells = cells;
    this.#dispatchColumn = cells.column("dispatch");
    this.#hiddenColumn = cells.column("hidden");
    this.#hiredColumn = cells.column("hired");
    this.#departedColumn = cells.column("departed");
    this.#nextColumn = cells.column("nextMonth");
    this.#typeColumn = cells.column("reductionType");
    this.#reasonColumns = REASONS.map((field) => cells.column(field)).filter((column) => column >= 0);
    this.#types = { field: "reductionType", terms: cells.profile.reductionTypes, read: new Map() };
    this.#reasonTerms = { field: "reason1", terms: cells.profile.reductionReasons, read: new Map() };
    this.#explains = this.#typeColumn >= 0 || this.#reasonColumns.length > 0;
  }

  /** A wide table has none of these. */
  clear(): void {
    this.#dispatch = this.#hidden = this.#hired = this.#departed = this.#next = this.#type = EMPTY;
    this.#reasons = NONE;
  }

  read(rows: Rows): void {
    const cells = this.#cells;
    this.#dispatch = cells.persons(rows, this.#dispatchColumn, "dispatch", false);
    this.#hidden = cells.persons(rows, this.#hiddenColumn, "hidden", false);
    this.#hired = cells.persons(rows, this.#hiredColumn, "hired", false);
    this.#departed = cells.persons(rows, this.#departedColumn, "departed", false);
    this.#next = cells.persons(rows, this.#nextColumn, "nextMonth", false);
    if (!this.#explains) return;
    this.#type = this.#term(rows, this.#typeColumn, this.#types) ?? EMPTY;
    this.#reasons = this.#readReasons(rows);
  }

  /** Checks the form against its own headcount and the month before's (EMPTY when unknown). */
  check(rows: Rows, column: number, headcount: number, previous: number): void {
    if (this.#dispatch > headcount) this.#exceeds(rows, this.#dispatchColumn, "dispatch", headcount);
    if (this.#hidden > headcount) this.#exceeds(rows, this.#hiddenColumn, "hidden", headcount);
    if (previous === EMPTY) return;
    const unexplained = this.#type === EMPTY || (this.#reasons.length === 0 && this.#reasonColumns.length > 0);
    if (headcount < previous && this.#explains && unexplained) {
      this.#cells.log.warn(
        "reduction-unexplained",
        rows,
        this.#typeColumn >= 0 ? this.#typeColumn : this.#reasonColumns[0]!,
      );
    }
    if (this.#hired < 0 || this.#departed < 0 || this.#hired - this.#departed === headcount - previous) return;
    const flow = { hired: this.#hired, departed: this.#departed, net: this.#hired - this.#departed };
    this.#cells.log.warn("flow-mismatch", rows, column, { ...flow, change: headcount - previous });
  }

  fingerprint(): number {
    let hash = mix(mix(mix(17, this.#dispatch), this.#hidden), this.#hired);
    hash = mix(mix(mix(hash, this.#departed), this.#next), this.#type);
    for (const reason of this.#reasons) hash = mix(hash, reason);
    return hash;
  }

  record(code: string, month: Month, headcount: number, publishedOn: string | null): HeadcountRecord {
    return {
      code,
      month,
      headcount,
      dispatch: reported(this.#dispatch),
      hidden: reported(this.#hidden),
      hired: reported(this.#hired),
      departed: reported(this.#departed),
      reductionType: reported(this.#type),
      reasons: this.#reasons,
      nextMonth: reported(this.#next),
      publishedOn,
    };
  }

  #readReasons(rows: Rows): readonly number[] {
    let reasons = NONE;
    for (const column of this.#reasonColumns) {
      const term = this.#term(rows, column, this.#reasonTerms);
      if (term !== null && !reasons.includes(term)) reasons = [...reasons, term];
    }
    return reasons;
  }

  #term(rows: Rows, column: number, { field, terms, read }: TermCells): number | null {
    if (column < 0 || column >= rows.count || rows.starts[column]! === rows.starts[column + 1]! - 1) return null;
    const raw = rows.cell(column);
    if (isNothing(raw)) return null;
    let term = read.get(raw);
    if (term === undefined) {
      term = readTerm(terms, raw);
      read.set(raw, term);
    }
    if (term === null) this.#cells.log.warn("term-unknown", rows, column, { field: this.#cells.log.name(field) });
    return term;
  }

  #exceeds(rows: Rows, column: number, field: Field, headcount: number): void {
    this.#cells.log.warn("part-exceeds-whole", rows, column, { field: this.#cells.log.name(field), headcount });
  }
}

const reported = (value: number): number | null => (value === EMPTY ? null : value);
