import type { FactKind } from "../../models/policy/fact-kind.ts";
import type { FactRecord } from "../../models/record.ts";
import { isWholePlace } from "../../models/region.ts";
import { text } from "../../models/text.ts";
import type { CellLog } from "./cell-log.ts";
import { BAD, Cells } from "./cells.ts";
import { Enterprises } from "./enterprises.ts";
import { EntryTable, textFingerprint } from "./entry-table.ts";
import { readFactValue } from "./fact-value.ts";
import { readNamed, readPeriod } from "./fields.ts";
import type { Placement } from "./header.ts";
import { KeyNumbers } from "./key-numbers.ts";
import type { Known } from "./known.ts";
import type { Reader, RecordBlock } from "./reader.ts";
import { repeatsEntry } from "./repeats.ts";
import type { Rows } from "./rows.ts";

/** What support policies ask of enterprises and of the place, one row a fact and period. */
export class FactReader implements Reader {
  readonly #log: CellLog;
  readonly #cells: Cells;
  readonly #enterprises: Enterprises;
  readonly #kinds: ReadonlyMap<string, FactKind>;
  readonly #named = new Map<string, FactKind | null>();
  readonly #entries = new EntryTable();
  readonly #keys = new KeyNumbers();
  #records: FactRecord[] = [];

  constructor(placement: Placement, known: Known, log: CellLog) {
    this.#log = log;
    this.#cells = new Cells(placement, known, log);
    this.#enterprises = new Enterprises(this.#cells);
    // What Wengang holds itself cannot be told it from outside.
    this.#kinds = new Map(known.profile.facts.filter(({ period }) => period !== null).map((kind) => [kind.code, kind]));
  }

  row(rows: Rows): void {
    this.#log.counts.read++;
    const record = this.#record(rows);
    const published = this.#cells.published(rows);
    if (record === null || published === null) {
      this.#log.reject();
      return;
    }
    const { code, fact, period, value } = record;
    const key = this.#keys.of(code ?? "", fact, period, published?.number ?? 0);
    const first = this.#entries.add(key, 0, rows.line, textFingerprint(String(value)));
    const column = this.#cells.column("value");
    if (repeatsEntry(this.#log, rows, column, first, () => [code, fact, period, published?.iso])) return;
    this.#records.push({ ...record, publishedOn: published?.iso ?? null });
    this.#log.accept();
  }

  take(): RecordBlock[] {
    const records = this.#records;
    this.#records = [];
    return records.length > 0 ? [{ kind: "fact", records }] : [];
  }

  #record(rows: Rows): FactRecord | null {
    const kind = this.#kind(rows);
    const code = this.#code(rows);
    if (kind === null || code === undefined || !this.#isAbout(rows, kind, code)) return null;
    const period = this.#period(rows, kind);
    const value = this.#value(rows, kind, code === null);
    return period === null || value === null ? null : { code, fact: kind.code, period, value, publishedOn: null };
  }

  /** null: the place itself. undefined: no code that can be used, which has been reported. */
  #code(rows: Rows): string | null | undefined {
    const raw = rows.cell(this.#cells.column("code"));
    const { profile } = this.#cells;
    // A name, or the place's code; an enterprise's code has neither blanks nor Chinese in it.
    if (raw === profile.place || (/[^0-9A-Za-z]/.test(raw) && isWholePlace(profile, raw)))
      return this.#cells.reach ? this.#notYours(rows) : null;
    const number = this.#enterprises.number(rows);
    return number === BAD ? undefined : this.#enterprises.code(number);
  }

  #notYours(rows: Rows): undefined {
    this.#log.bad("row-whole-place", rows, this.#cells.column("code"));
  }

  #kind(rows: Rows): FactKind | null {
    const column = this.#cells.column("fact");
    const raw = rows.cell(column);
    let kind = this.#named.get(raw);
    if (kind === undefined) {
      kind = this.#kinds.get(readNamed([...this.#kinds.values()], raw) ?? "") ?? null;
      this.#named.set(raw, kind);
    }
    if (kind === null) this.#log.bad(raw === "" ? "fact-missing" : "fact-unknown", rows, column);
    return kind;
  }

  /** The place may tell of a list that it has come in. */
  #isAbout(rows: Rows, { subject, roster, name }: FactKind, code: string | null): boolean {
    const wrong = code === null ? subject === "enterprise" && !roster : subject === "place";
    if (wrong)
      this.#log.bad(code === null ? "fact-of-enterprise" : "fact-of-place", rows, this.#cells.column("code"), {
        fact: name,
      });
    return !wrong;
  }

  #period(rows: Rows, kind: FactKind): string | null {
    const column = this.#cells.column("period");
    const raw = rows.cell(column);
    const period = readPeriod(raw);
    const { today } = this.#cells;
    if (period === null) this.#log.bad(raw === "" ? "period-missing" : "period-unreadable", rows, column);
    else if (period.length !== LENGTHS[kind.period!])
      this.#log.bad("period-unfit", rows, column, { fact: kind.name, wanted: WORDS[kind.period!] });
    else if (period > today.slice(0, period.length)) this.#log.bad("period-future", rows, column, { today });
    else return period;
    return null;
  }

  #value(rows: Rows, kind: FactKind, ofPlace: boolean): number | null {
    const column = this.#cells.column("value");
    const read = readFactValue(kind, ofPlace, rows.cell(column));
    if ("value" in read) return read.value;
    this.#log.bad(read.code, rows, column, read.params);
    return null;
  }
}

/** Of "2024" and "2024-12". */
const LENGTHS = { year: 4, month: 7 } as const;
const WORDS = { year: text("年", "year"), month: text("月", "month") } as const;
