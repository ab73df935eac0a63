import type { EventRecord } from "../../models/record.ts";
import type { CellLog } from "./cell-log.ts";
import { BAD, Cells, EMPTY } from "./cells.ts";
import { Enterprises } from "./enterprises.ts";
import { EntryTable, mix, textFingerprint } from "./entry-table.ts";
import { readNamed } from "./fields.ts";
import type { Placement } from "./header.ts";
import { KeyNumbers } from "./key-numbers.ts";
import type { Known } from "./known.ts";
import type { Reader, RecordBlock } from "./reader.ts";
import { repeatsEntry } from "./repeats.ts";
import type { Rows } from "./rows.ts";

/** What happened at enterprises, one row an event. */
export class EventReader implements Reader {
  readonly #log: CellLog;
  readonly #cells: Cells;
  readonly #enterprises: Enterprises;
  readonly #entries = new EntryTable();
  readonly #keys = new KeyNumbers();
  readonly #kinds = new Map<string, string | null>();
  #records: EventRecord[] = [];

  constructor(placement: Placement, known: Known, log: CellLog) {
    this.#log = log;
    this.#cells = new Cells(placement, known, log);
    this.#enterprises = new Enterprises(this.#cells);
  }

  row(rows: Rows): void {
    this.#log.counts.read++;
    const number = this.#enterprises.number(rows);
    const kind = this.#kind(rows);
    const occurred = this.#cells.pastDate(rows, "occurredOn");
    const published = this.#cells.published(rows);
    if (number === BAD || kind === null || occurred === null || published === null) {
      this.#log.reject();
      return;
    }
    const record = this.#record(rows, number, kind, occurred.iso, published?.iso ?? null);
    const key = this.#keys.of(record.code, kind, record.occurredOn, published?.number ?? 0);
    const print = mix(textFingerprint(record.note ?? ""), record.people ?? EMPTY);
    const first = this.#entries.add(key, 0, rows.line, print);
    const column = this.#cells.column("kind");
    if (repeatsEntry(this.#log, rows, column, first, () => [record.code, kind, occurred.iso])) return;
    this.#records.push(record);
    this.#log.accept();
  }

  take(): RecordBlock[] {
    const records = this.#records;
    this.#records = [];
    return records.length > 0 ? [{ kind: "event", records }] : [];
  }

  #record(rows: Rows, number: number, kind: string, occurredOn: string, publishedOn: string | null): EventRecord {
    const people = this.#cells.persons(rows, this.#cells.column("people"), "people", false);
    const note = this.#cells.text(rows, this.#cells.column("note"));
    return {
      code: this.#enterprises.code(number),
      kind,
      occurredOn,
      people: people < 0 ? null : people,
      note,
      publishedOn,
    };
  }

  #kind(rows: Rows): string | null {
    const column = this.#cells.column("kind");
    const raw = rows.cell(column);
    let kind = this.#kinds.get(raw);
    if (kind === undefined) {
      kind = readNamed(this.#cells.profile.eventKinds, raw);
      this.#kinds.set(raw, kind);
    }
    if (kind === null) this.#log.bad(raw === "" ? "event-kind-missing" : "event-kind-unknown", rows, column);
    return kind;
  }
}
