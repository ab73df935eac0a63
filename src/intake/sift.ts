import type { CellLog } from "./cell-log.ts";
import { fold } from "./fold.ts";
import type { Placement } from "./header.ts";
import type { Rows } from "./rows.ts";

const TOTAL =
  /^(?:合计|总计|小计|共计|累计|总和|总数|本页合计|本页小计|全县合计|totals?|sub-?total|sum|grandtotal)[:：]?(?:\(.*\))?$/;
const TOTAL_STARTS = new Set([..."合总小共累本全tTsSgGｔＴｓＳｇＧ"].map((letter) => letter.charCodeAt(0)));

/** Sets rows apart that are no entries: blank ones, repeated headers, totals and rows wider than the header. */
export class Sift {
  readonly #log: CellLog;
  readonly #headers: readonly string[];
  readonly #key: number;
  readonly #named: readonly number[];
  /** Blank rows since the last entry; every spreadsheet has some at its end, so they count only when data follows. */
  #waiting = 0;
  #blank = 0;
  #firstBlank = 0;

  constructor({ columns, headers }: Placement, log: CellLog) {
    this.#log = log;
    this.#headers = headers;
    this.#key = columns.code ?? columns.industry ?? 0;
    const named = [columns.code, columns.name, columns.industry, 0].filter((column) => column !== undefined);
    this.#named = [...new Set(named)];
  }

  /** Whether the row is an entry to be read. */
  isEntry(rows: Rows): boolean {
    if (isBlank(rows)) {
      if (this.#blank + this.#waiting++ === 0) this.#firstBlank = rows.line;
      return false;
    }
    this.#blank += this.#waiting;
    this.#waiting = 0;
    if (this.#isHeader(rows)) {
      this.#log.note("row-header-repeated", rows, this.#key);
      return false;
    }
    return !this.#isTotal(rows) && !this.#isShifted(rows);
  }

  /** To be called after the last row. */
  finish(): void {
    if (this.#blank > 0) this.#log.rows("row-blank", this.#firstBlank, this.#blank);
  }

  #isHeader(rows: Rows): boolean {
    const header = this.#headers[this.#key]!;
    if (this.#key >= rows.count || rows.text.charCodeAt(rows.starts[this.#key]!) !== header.charCodeAt(0)) return false;
    return (
      rows.cell(this.#key) === header && rows.cells().every((cell, i) => fold(cell) === fold(this.#headers[i] ?? ""))
    );
  }

  #isTotal(rows: Rows): boolean {
    for (const column of this.#named) {
      if (column >= rows.count || !TOTAL_STARTS.has(rows.text.charCodeAt(rows.starts[column]!))) continue;
      if (TOTAL.test(fold(rows.cell(column)))) return this.#leaveOut("row-total", rows, column);
    }
    return false;
  }

  #isShifted(rows: Rows): boolean {
    const width = this.#headers.length;
    for (let column = width; column < rows.count; column++) {
      if (rows.cell(column) !== "") return this.#leaveOut("row-too-wide", rows, column);
    }
    return false;
  }

  #leaveOut(code: "row-total" | "row-too-wide", rows: Rows, column: number): true {
    this.#log.counts.read++;
    this.#log.bad(code, rows, column, { found: rows.count, width: this.#headers.length });
    this.#log.reject();
    return true;
  }
}

function isBlank(rows: Rows): boolean {
  for (let column = 0; column < rows.count; column++) {
    const start = rows.starts[column]!;
    const end = rows.starts[column + 1]! - 1;
    if (end > start && (rows.text.charCodeAt(start) > 32 ? !isSpace(rows, start) : rows.cell(column) !== ""))
      return false;
  }
  return true;
}

/** A full-width or no-break space at the start of a cell that may hold nothing else. */
function isSpace(rows: Rows, at: number): boolean {
  const unit = rows.text.charCodeAt(at);
  return (unit === 0x3000 || unit === 0xa0) && rows.cells().every((cell) => cell === "");
}
