const COMMA = 44;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** What separates cells and rows of a text, as character codes. */
export interface Marks {
  readonly cell: number;
  readonly row: number;
}

/** Marks for rows that were already parsed: two control characters no cell may contain. */
export const PARSED: Marks = { cell: 0x1f, row: 0x1e };

/**
 * A cursor over many rows in one string. `next()` moves to the next row; cell i is then
 * `text[starts[i] … starts[i + 1] - 2]`. No row or cell is allocated until somebody asks for its text.
 */
export class Rows {
  readonly text: string;
  readonly sheet: string | null;
  starts = new Int32Array(64);
  /** Cells in this row. */
  count = 0;
  /** 1-based line in the file as the reader sees it. */
  line = 0;
  readonly #marks: Marks;
  readonly #lines: readonly number[] | null;
  readonly #firstLine: number;
  #index = -1;
  #position = 0;

  /** lines: the line number of each row, when they do not simply follow firstLine. */
  constructor(text: string, marks: Marks, firstLine: number, lines: readonly number[] | null, sheet: string | null) {
    this.text = text;
    this.sheet = sheet;
    this.#marks = marks;
    this.#firstLine = firstLine;
    this.#lines = lines;
  }

  next(): boolean {
    const { text } = this;
    let at = this.#position;
    if (at >= text.length) return false;
    const { cell, row } = this.#marks;
    const { length } = text;
    let { starts } = this;
    let count = 1;
    starts[0] = at;
    for (; at < length; at++) {
      const unit = text.charCodeAt(at);
      if (unit === cell) {
        if (count + 1 >= starts.length) starts = this.#grow();
        starts[count++] = at + 1;
      } else if (unit === row) break;
    }
    starts[count] = endsWithReturn(text, starts[count - 1]!, at, row) ? at : at + 1;
    this.#index++;
    this.#position = at + 1;
    this.count = count;
    this.line = this.#lines ? this.#lines[this.#index]! : this.#firstLine + this.#index;
    return true;
  }

  /** Moves back to before the first row. */
  rewind(): void {
    this.#index = -1;
    this.#position = 0;
  }

  /** The cell's text without the spaces around it; "" when the row has no such cell. */
  cell(column: number): string {
    if (column < 0 || column >= this.count) return "";
    return this.text.slice(this.starts[column]!, this.starts[column + 1]! - 1).trim();
  }

  /** Whether the cell is exactly this text. */
  holds(column: number, value: string): boolean {
    const start = this.starts[column]!;
    if (this.starts[column + 1]! - 1 - start !== value.length) return false;
    for (let at = value.length - 1; at >= 0; at--) {
      if (this.text.charCodeAt(start + at) !== value.charCodeAt(at)) return false;
    }
    return true;
  }

  cells(): string[] {
    return Array.from({ length: this.count }, (_, column) => this.cell(column));
  }

  /** The row as csv text. */
  raw(): string {
    return csvLine(this.cells());
  }

  #grow(): Int32Array<ArrayBuffer> {
    const wider = new Int32Array(this.starts.length * 2);
    wider.set(this.starts);
    this.starts = wider;
    return wider;
  }
}

/** Rows that are already apart, such as those csv-parse gives. */
export function rowsOf(cells: readonly (readonly string[])[], lines: readonly number[], sheet: string | null): Rows {
  return new Rows(joinCells(cells), PARSED, 0, lines, sheet);
}

/** Rows of cells as one text with the PARSED marks. */
export const joinCells = (cells: readonly (readonly string[])[]): string =>
  cells.map((row) => `${row.map(clean).join("\x1f")}\x1e`).join("");

/** "C17", or "Sheet1!C17" in a workbook. */
export function address(sheet: string | null, column: number, line: number): string {
  return `${sheet === null ? "" : `${sheet}!`}${columnLetters(column)}${line}`;
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}

export const csvLine = (cells: readonly string[]): string =>
  cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",");

export const plainMarks = (delimiter = COMMA, row = LINE_FEED): Marks => ({ cell: delimiter, row });

// biome-ignore lint/suspicious/noControlCharactersInRegex: these two are the marks themselves
const clean = (cell: string): string => (/[\x1e\x1f]/.test(cell) ? cell.replace(/[\x1e\x1f]/g, " ") : cell);

const endsWithReturn = (text: string, start: number, end: number, row: number): boolean =>
  row === LINE_FEED && end > start && text.charCodeAt(end - 1) === CARRIAGE_RETURN;
