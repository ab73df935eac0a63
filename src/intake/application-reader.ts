import type { Field } from "../../models/profile.ts";
import type { ApplicationRecord } from "../../models/record.ts";
import type { CellLog } from "./cell-log.ts";
import { BAD, Cells } from "./cells.ts";
import { Enterprises } from "./enterprises.ts";
import { EntryTable, textFingerprint } from "./entry-table.ts";
import { isNothing, readNamed, readNumber, readOutcome } from "./fields.ts";
import type { Placement } from "./header.ts";
import { KeyNumbers } from "./key-numbers.ts";
import type { Known } from "./known.ts";
import { LIMITS } from "./limits.ts";
import type { Reader, RecordBlock } from "./reader.ts";
import { repeatsEntry } from "./repeats.ts";
import type { Rows } from "./rows.ts";

/** Applications for support policies, one row an application or what became of it. */
export class ApplicationReader implements Reader {
  readonly #log: CellLog;
  readonly #cells: Cells;
  readonly #enterprises: Enterprises;
  readonly #policies = new Map<string, string | null>();
  readonly #entries = new EntryTable();
  readonly #keys = new KeyNumbers();
  #records: ApplicationRecord[] = [];

  constructor(placement: Placement, known: Known, log: CellLog) {
    this.#log = log;
    this.#cells = new Cells(placement, known, log);
    this.#enterprises = new Enterprises(this.#cells);
  }

  row(rows: Rows): void {
    this.#log.counts.read++;
    const number = this.#enterprises.number(rows);
    const policy = this.#policy(rows);
    const applied = this.#cells.pastDate(rows, "appliedOn");
    const published = this.#cells.published(rows);
    if (number === BAD || policy === null || applied === null || published === null) {
      this.#log.reject();
      return;
    }
    const code = this.#enterprises.code(number);
    const record = this.#record(rows, { code, policy, appliedOn: applied.iso, publishedOn: published?.iso ?? null });
    const key = this.#keys.of(code, policy, applied.iso, published?.number ?? 0);
    const first = this.#entries.add(key, 0, rows.line, textFingerprint(JSON.stringify(record)));
    const column = this.#cells.column("policy");
    if (repeatsEntry(this.#log, rows, column, first, () => [code, policy, applied.iso])) return;
    this.#records.push(record);
    this.#log.accept();
  }

  take(): RecordBlock[] {
    const records = this.#records;
    this.#records = [];
    return records.length > 0 ? [{ kind: "application", records }] : [];
  }

  #record(
    rows: Rows,
    key: Pick<ApplicationRecord, "code" | "policy" | "appliedOn" | "publishedOn">,
  ): ApplicationRecord {
    const people = this.#cells.persons(rows, this.#cells.column("claimedPeople"), "claimedPeople", false);
    const record = {
      ...key,
      claimedPeople: people < 0 ? null : people,
      claimedAmount: this.#amount(rows, "claimedAmount"),
      decidedOn: this.#cells.optionalDate(rows, "decidedOn"),
      grantedAmount: this.#amount(rows, "grantedAmount"),
      outcome: this.#outcome(rows),
    };
    this.#question(rows, record);
    return record;
  }

  #policy(rows: Rows): string | null {
    const column = this.#cells.column("policy");
    const raw = rows.cell(column);
    let policy = this.#policies.get(raw);
    if (policy === undefined) {
      policy = readNamed(this.#cells.profile.policies, raw);
      this.#policies.set(raw, policy);
    }
    if (policy === null) this.#log.bad(raw === "" ? "policy-missing" : "policy-unknown", rows, column);
    return policy;
  }

  /** Yuan; null when not said, and after reporting one that cannot be. */
  #amount(rows: Rows, field: Field): number | null {
    const column = this.#cells.column(field);
    const raw = rows.cell(column);
    if (isNothing(raw)) return null;
    const amount = readNumber(raw)?.value ?? Number.NaN;
    const sound = amount >= 0 && amount <= LIMITS.amount.value && Number(amount.toFixed(2)) === amount;
    if (!sound) this.#log.warn("amount-odd", rows, column, { field: this.#log.name(field) });
    return sound ? amount : null;
  }

  #outcome(rows: Rows): ApplicationRecord["outcome"] {
    const column = this.#cells.column("outcome");
    const raw = rows.cell(column);
    if (isNothing(raw)) return null;
    const outcome = readOutcome(raw);
    if (outcome === null) this.#log.warn("term-unknown", rows, column, { field: this.#log.name("outcome") });
    return outcome;
  }

  #question(rows: Rows, { appliedOn, decidedOn, claimedAmount, grantedAmount }: ApplicationRecord): void {
    if (decidedOn !== null && decidedOn < appliedOn)
      this.#log.warn("decided-early", rows, this.#cells.column("decidedOn"), { applied: appliedOn });
    if (grantedAmount !== null && claimedAmount !== null && grantedAmount > claimedAmount)
      this.#log.warn("granted-above", rows, this.#cells.column("grantedAmount"), { claimed: claimedAmount });
  }
}
