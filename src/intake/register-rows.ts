import { resolveIndustry } from "../../models/industry.ts";
import type { Field } from "../../models/profile.ts";
import type { RegisterRecord } from "../../models/record.ts";
import { isWholePlace, resolveRegion } from "../../models/region.ts";
import type { Cells } from "./cells.ts";
import type { Code } from "./codes.ts";
import { mix, textFingerprint } from "./entry-table.ts";
import { isNothing, readBoolean, readNumber, readSuccession } from "./fields.ts";
import { fold } from "./fold.ts";
import type { Rows } from "./rows.ts";

const REGISTER_FIELDS = [
  "name",
  "industry",
  "region",
  "ownership",
  "revenue",
  "assets",
  "keyEnterprise",
  "specialist",
  "successor",
  "successorKind",
  "validFrom",
  "validTo",
] as const satisfies readonly Field[];

/** Reads the register columns of a row, whichever of them the table has. */
export class RegisterRows {
  readonly #cells: Cells;
  readonly #columns: readonly number[];
  /** Raw text → known or not, so that ten thousand rows of one industry ask once. */
  readonly #known = new Map<string, boolean>();
  readonly #ownerships: ReadonlyMap<string, string>;

  constructor(cells: Cells) {
    this.#cells = cells;
    this.#columns = REGISTER_FIELDS.map((field) => cells.column(field)).filter((column) => column >= 0);
    const names = cells.profile.ownerships.flatMap(({ code, name }) =>
      [code, name.zh, name.en].map((n) => [fold(n), code] as const),
    );
    this.#ownerships = new Map(names);
  }

  /** Whether the table has a register column at all. */
  get any(): boolean {
    return this.#columns.length > 0;
  }

  get firstColumn(): number {
    return this.#columns[0]!;
  }

  /** The same number for the same register cells. */
  fingerprint(rows: Rows): number {
    return this.#columns.reduce((hash, column) => mix(hash, textFingerprint(rows.cell(column))), 17);
  }

  read(rows: Rows, code: string, publishedOn: string | null): RegisterRecord {
    const cells = this.#cells;
    const text = (field: Field) => cells.text(rows, cells.column(field));
    return {
      code,
      name: text("name"),
      industry: this.industry(rows),
      region: this.region(rows),
      ownership: this.#ownership(rows),
      revenue: this.#amount(rows, "revenue"),
      assets: this.#amount(rows, "assets"),
      keyEnterprise: this.#optional(rows, "keyEnterprise", readBoolean),
      specialist: text("specialist"),
      successor: text("successor"),
      successorKind: this.#optional(rows, "successorKind", readSuccession),
      validFrom: cells.optionalDate(rows, "validFrom"),
      validTo: cells.optionalDate(rows, "validTo"),
      publishedOn,
    };
  }

  /** The text as written, after a warning when it names nothing we know. */
  industry(rows: Rows): string | null {
    return this.#checked(rows, "industry", "industry-unknown", (raw) => this.#isIndustry(raw));
  }

  region(rows: Rows): string | null {
    return this.#checked(rows, "region", "region-unknown", (raw) => this.#isRegion(raw));
  }

  #checked(rows: Rows, field: Field, code: Code, isKnown: (raw: string) => boolean): string | null {
    const column = this.#cells.column(field);
    const raw = rows.cell(column);
    if (isNothing(raw)) return null;
    const key = `${field} ${raw}`;
    let known = this.#known.get(key);
    if (known === undefined) {
      known = isKnown(raw);
      this.#known.set(key, known);
    }
    if (!known) this.#cells.log.warn(code, rows, column);
    return raw;
  }

  #isIndustry(raw: string): boolean {
    return resolveIndustry(this.#cells.profile, raw) !== null;
  }

  /** The place itself is known too, though it is none of its own regions. */
  #isRegion(raw: string): boolean {
    const { profile, today } = this.#cells;
    return isWholePlace(profile, raw) || resolveRegion(profile, raw, today) !== null;
  }

  #ownership(rows: Rows): string | null {
    const column = this.#cells.column("ownership");
    const raw = rows.cell(column);
    if (isNothing(raw)) return null;
    const code = this.#ownerships.get(fold(raw));
    if (code === undefined) this.#cells.log.warn("ownership-unknown", rows, column);
    return code ?? raw;
  }

  #amount(rows: Rows, field: Field): number | null {
    return this.#optional(rows, field, (raw) => readNumber(raw)?.value ?? null);
  }

  #optional<T>(rows: Rows, field: Field, read: (raw: string) => T | null): T | null {
    const column = this.#cells.column(field);
    const raw = rows.cell(column);
    if (isNothing(raw)) return null;
    const value = read(raw);
    if (value === null) this.#cells.unreadable(rows, column, field);
    return value;
  }
}
