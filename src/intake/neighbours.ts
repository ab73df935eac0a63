import type { Month } from "../../models/month.ts";
import { MONTH_LIMITS } from "../../models/month-limits.ts";
import { type Text, text } from "../../models/text.ts";
import type { CellLog } from "./cell-log.ts";
import { EMPTY } from "./cells.ts";
import { grown } from "./code-table.ts";
import type { Known } from "./known.ts";
import { LIMITS } from "./limits.ts";
import { address, type Rows } from "./rows.ts";

const NO_MONTH = -100;
const STORED = 0;

/** Compares each headcount with the enterprise's one before it: in the file, or the last stored one for its first row. */
export class Neighbours {
  readonly #known: Known;
  readonly #log: CellLog;
  readonly #storedMonth: Month;
  #seen = 0;
  #month = new Int32Array(1024);
  #count = new Int32Array(1024);
  #line = new Int32Array(1024);
  #column = new Int32Array(1024);
  #run = new Int32Array(1024);
  /** Figures taken of this file, and the last one that was refused for its unit. */
  #taken = new Int32Array(1024);
  #refused = new Int32Array(1024);

  constructor(known: Known, log: CellLog) {
    this.#known = known;
    this.#log = log;
    this.#storedMonth = known.lastMonth ?? NO_MONTH;
  }

  /** Enterprises are numbered in order, so each new number is the next one. */
  meet(number: number, code: string): void {
    if (number < this.#seen) return;
    this.#seen = number + 1;
    if (number >= this.#month.length) this.#grow();
    const stored = this.#known.lastHeadcount(code);
    this.#count[number] = stored ?? EMPTY;
    this.#month[number] = stored === undefined ? NO_MONTH : this.#storedMonth;
  }

  /**
   * Whether 人 and 万人 seem confused; reported, and the row must stay out. A figure that takes the place of the one known for
   * the same month is not held against it: otherwise nobody could put a wrong unit right. Of a file's first figure only, the
   * second that is like the one refused before it turns the tables: two against one, the first was the wrong one.
   */
  jumps(rows: Rows, column: number, number: number, month: Month, headcount: number): boolean {
    const previous = this.#count[number]!;
    if (month === this.#month[number]) return false;
    if (previous <= 0 || headcount <= 0 || !looksLikeUnit(previous, headcount)) return false;
    if (this.#outvotes(number, headcount)) {
      this.#log.warn("unit-first", rows, column, { other: this.#where(rows, number), previous });
      return false;
    }
    this.#refused[number] = headcount;
    const factor = LIMITS.unitFactor.value;
    const suggestion = headcount < previous ? headcount * factor : Math.max(1, Math.round(headcount / factor));
    this.#log.bad("unit-jump", rows, column, { other: this.#where(rows, number), previous, suggestion });
    return true;
  }

  #outvotes(number: number, headcount: number): boolean {
    const refused = this.#refused[number]!;
    return (
      this.#line[number] !== STORED && this.#taken[number] === 1 && refused > 0 && !looksLikeUnit(refused, headcount)
    );
  }

  /** Takes the headcount in; returns the month before's, EMPTY when unknown. */
  follow(rows: Rows, column: number, number: number, month: Month, headcount: number): number {
    const step = month - this.#month[number]!;
    const previous = this.#count[number]!;
    if (step === 1) this.#compare(rows, column, number, previous, headcount);
    else if (step === -1) this.#compare(rows, column, number, headcount, previous);
    this.#countRun(rows, column, number, step, headcount);
    this.#month[number] = month;
    this.#count[number] = headcount;
    this.#taken[number]!++;
    this.#line[number] = rows.line;
    this.#column[number] = column;
    return step === 1 ? previous : EMPTY;
  }

  #compare(rows: Rows, column: number, number: number, before: number, after: number): void {
    if (Math.max(before, after) <= LIMITS.changePeople.value) return;
    const share = before === 0 ? Number.POSITIVE_INFINITY : after / before - 1;
    if (Math.abs(share) <= LIMITS.changeShare.value) return;
    const change = Number.isFinite(share) ? `${share > 0 ? "+" : ""}${(share * 100).toFixed(1)}%` : "+∞";
    const params = { previous: this.#count[number]!, other: this.#where(rows, number), change };
    this.#log.warn("month-change-large", rows, column, { ...params, limit: LIMITS.changeShare.value * 100 });
  }

  #countRun(rows: Rows, column: number, number: number, step: number, headcount: number): void {
    const same = (step === 1 || step === -1) && headcount === this.#count[number];
    const run = same ? this.#run[number]! + 1 : 1;
    this.#run[number] = run;
    const { unchangedMonths: months, unchangedPeople: people } = MONTH_LIMITS;
    if (run !== months.value || headcount < people.value) return;
    this.#log.warn("headcount-constant", rows, column, { months: run, people: people.value });
  }

  #where(rows: Rows, number: number): Text {
    const line = this.#line[number]!;
    if (line === STORED) return text("上次已存的数", "the last stored value");
    const cell = address(rows.sheet, this.#column[number]!, line);
    return text(cell, cell);
  }

  #grow(): void {
    this.#month = grown(this.#month);
    this.#count = grown(this.#count);
    this.#line = grown(this.#line);
    this.#column = grown(this.#column);
    this.#run = grown(this.#run);
    this.#taken = grown(this.#taken);
    this.#refused = grown(this.#refused);
  }
}

function looksLikeUnit(a: number, b: number): boolean {
  const ratio = Math.max(a, b) / Math.min(a, b);
  const { unitFactor, unitSpread } = LIMITS;
  return ratio >= unitFactor.value / unitSpread.value && ratio <= unitFactor.value * unitSpread.value;
}
