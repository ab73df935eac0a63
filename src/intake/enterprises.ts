import type { Profile } from "../../models/profile.ts";
import { checkUscc } from "../../models/uscc.ts";
import { BAD, type Cells } from "./cells.ts";
import { CodeTable } from "./code-table.ts";
import { LIMITS } from "./limits.ts";
import type { Rows } from "./rows.ts";

/** The enterprise codes of one table: numbered as they come, each checked once, where it stands first. */
export class Enterprises {
  readonly #cells: Cells;
  readonly #column: number;
  readonly #scheme: Profile["codeScheme"];
  readonly #table = new CodeTable();

  readonly #isOwnNew: (rows: Rows) => boolean;

  /** isOwnNew: whether the row registers a new enterprise of the sender's; left out, rows of this table register none. */
  constructor(cells: Cells, isOwnNew: (rows: Rows) => boolean = () => false) {
    this.#isOwnNew = isOwnNew;
    this.#cells = cells;
    this.#column = cells.column("code");
    this.#scheme = cells.profile.codeScheme;
  }

  get count(): number {
    return this.#table.codes.length;
  }

  code(number: number): string {
    return this.#table.codes[number]!;
  }

  /** The number of the row's enterprise; BAD after reporting why it has none, or none that is the sender's. */
  number(rows: Rows): number {
    const number = this.#any(rows);
    const { reach, log } = this.#cells;
    if (number === BAD || reach === undefined) return number;
    if (reach.owns(this.code(number)) ?? this.#isOwnNew(rows)) return number;
    log.bad("row-not-yours", rows, this.#column);
    return BAD;
  }

  #any(rows: Rows): number {
    const column = this.#column;
    if (column >= rows.count) return this.#slowNumber(rows);
    const start = rows.starts[column]!;
    const end = rows.starts[column + 1]! - 1;
    if (!isPlain(rows.text, start, end, this.#scheme)) return this.#slowNumber(rows);
    return this.#number(rows, rows.text, start, end);
  }

  #slowNumber(rows: Rows): number {
    const raw = rows.cell(this.#column);
    const halfWidth = raw.normalize("NFKC").replace(/\s/g, "");
    const code = this.#scheme === "uscc" ? halfWidth.toUpperCase() : halfWidth;
    const problem = problemOf(code);
    if (problem === null) return this.#number(rows, code, 0, code.length);
    this.#cells.log.bad(problem, rows, this.#column);
    return BAD;
  }

  #number(rows: Rows, text: string, start: number, end: number): number {
    const before = this.count;
    const number = this.#table.number(text, start, end);
    if (number === before && this.#scheme === "uscc") this.#check(rows, this.code(number));
    return number;
  }

  #check(rows: Rows, code: string): void {
    const check = checkUscc(code);
    if (check.valid) return;
    const form = check.failure === "length" || check.failure === "alphabet";
    this.#cells.log.warn(form ? "code-format" : "code-check", rows, this.#column);
  }
}

function problemOf(code: string) {
  if (code === "") return "code-missing" as const;
  if (/^\d(\.\d+)?e\+?\d+$/i.test(code)) return "code-damaged" as const;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return code.length > LIMITS.codeLength.value || /[\x00-\x1f\x7f]/.test(code) ? ("code-unusable" as const) : null;
}

/** Whether the code stands there exactly as it is to be stored: digits and capitals (and - _ a–z where codes are the place's own). */
function isPlain(text: string, start: number, end: number, scheme: Profile["codeScheme"]): boolean {
  if (start >= end || end - start > LIMITS.codeLength.value) return false;
  let letters = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 48 && unit <= 57) continue;
    letters++;
    const capital = unit >= 65 && unit <= 90;
    const own = scheme === "own" && ((unit >= 97 && unit <= 122) || unit === 45 || unit === 95);
    if (!capital && !own) return false;
  }
  return letters !== 1 || end - start > 6 || !isExponent(text, start, end);
}

/** "9E17" is a damaged code too. */
function isExponent(text: string, start: number, end: number): boolean {
  return /^\de\d+$/i.test(text.slice(start, end));
}
