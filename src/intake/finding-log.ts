import type { Finding } from "../../models/finding.ts";
import type { Text } from "../../models/text.ts";
import { CODES, type Code, wordingOf } from "./codes.ts";
import { LIMITS } from "./limits.ts";
import { address, type Rows } from "./rows.ts";
import { fill, type Params } from "./wording.ts";

interface Kept {
  finding: Finding;
  /** Cells this finding stands for. */
  cells: number;
}

/**
 * The findings of one delivery. Quarantined rows are all kept; of a warning the first thousand, then one that counts the
 * rest; a warning about a pattern of the file is one finding with a count from the start.
 */
export class FindingLog {
  readonly #kept: Kept[] = [];
  readonly #seen = new Map<Code, number>();
  /** The finding that stands for all further ones of its code. */
  readonly #rest = new Map<Code, Kept>();

  /** About the file or the set. */
  file(code: Code, params: Params = {}): Finding {
    const finding = findingOf(code, null, null, null, null, params);
    this.#kept.push({ finding, cells: 1 });
    return finding;
  }

  /** About a number of rows, of which the first one's line is told. */
  rows(code: Code, line: number, count: number): void {
    this.#kept.push({ finding: findingOf(code, null, line, null, null, {}), cells: count });
  }

  /** About the cell of the row the cursor stands at. */
  cell(code: Code, rows: Rows, column: number, params: Params = {}): void {
    const rest = this.#rest.get(code);
    if (rest) {
      rest.cells++;
      return;
    }
    const kept = { finding: cellFinding(code, rows, column, params), cells: 1 };
    this.#kept.push(kept);
    const seen = (this.#seen.get(code) ?? 0) + 1;
    this.#seen.set(code, seen);
    const { severity, summed } = wordingOf(code);
    if (severity === "warn" && (summed || seen > LIMITS.findingsPerCode.value)) this.#rest.set(code, kept);
  }

  list(): Finding[] {
    return this.#kept.map(({ finding, cells }) => (cells === 1 ? finding : counted(finding, cells)));
  }

  /** The first findings of each code: enough to see what is wrong with a batch that stays out. */
  firstOfEach(limit: number): Finding[] {
    const taken = new Map<string, number>();
    return this.list().filter(({ code }) => {
      const count = (taken.get(code) ?? 0) + 1;
      taken.set(code, count);
      return count <= limit;
    });
  }
}

/** A finding about the file, for a delivery that is refused before anything is read. */
export const fileFinding = (code: Code, params: Params = {}): Finding =>
  findingOf(code, null, null, null, null, params);

/** The same with a line, when the file broke at a known one. */
export const lineFinding = (code: Code, line: number, params: Params = {}): Finding =>
  findingOf(code, null, line, null, null, { line, ...params });

function cellFinding(code: Code, rows: Rows, column: number, params: Params): Finding {
  const value = rows.cell(column);
  const cell = address(rows.sheet, Math.max(column, 0), rows.line);
  const raw = wordingOf(code).severity === "quarantine" ? rows.raw() : null;
  return findingOf(code, cell, rows.line, cut(value), raw, { value: cut(value), ...params });
}

function findingOf(
  code: Code,
  cell: string | null,
  row: number | null,
  value: string | null,
  rawRow: string | null,
  params: Params,
): Finding {
  const { severity, message, repair } = wordingOf(code);
  return { code, severity, cell, row, value, message: fill(message, params), repair: fill(repair, params), rawRow };
}

const counted = (finding: Finding, cells: number): Finding => ({
  ...finding,
  cells,
  message: {
    zh: `${finding.message.zh}共 ${cells} 处，此处为第一处。`,
    en: `${finding.message.en} ${cells} in all; this is the first.`,
  } satisfies Text,
});

const cut = (value: string): string => (value.length > 200 ? `${value.slice(0, 199)}…` : value);

export const isCode = (value: string): value is Code => value in CODES;
