import { resolveIndustry } from "../../models/industry.ts";
import { formatMonth, type Month } from "../../models/month.ts";
import type { IndustryRecord } from "../../models/record.ts";
import { isWholePlace, resolveRegion } from "../../models/region.ts";
import type { CellLog } from "./cell-log.ts";
import { BAD, Cells, EMPTY, type FileDate } from "./cells.ts";
import { EntryTable, monthKey } from "./entry-table.ts";
import type { Placement } from "./header.ts";
import type { Known } from "./known.ts";
import { LIMITS } from "./limits.ts";
import type { Reader, RecordBlock } from "./reader.ts";
import { RegisterRows } from "./register-rows.ts";
import { repeatsEntry } from "./repeats.ts";
import type { Rows } from "./rows.ts";

/** Headcounts published for whole industries, one row a month or one column a month. */
export class IndustryReader implements Reader {
  readonly #log: CellLog;
  readonly #cells: Cells;
  readonly #named: RegisterRows;
  readonly #entries = new EntryTable();
  readonly #keys = new Map<string, number>();
  /** What #keys says, by what is written in the table. */
  readonly #numbers = new Map<string, number>();
  readonly #months: Placement["months"];
  #records: IndustryRecord[] = [];

  constructor(placement: Placement, known: Known, log: CellLog) {
    this.#log = log;
    this.#cells = new Cells(placement, known, log);
    this.#named = new RegisterRows(this.#cells);
    this.#months = placement.mapping.layout === "wide" ? placement.months : [];
  }

  row(rows: Rows): void {
    const industry = this.#named.industry(rows);
    const published = this.#cells.published(rows);
    const column = this.#cells.column("industry");
    if (this.#cells.reach) this.#log.bad("row-whole-place", rows, column);
    else if (industry === null) this.#log.bad("industry-missing", rows, column);
    else if (industry.length > LIMITS.codeLength.value * 2) this.#log.bad("code-unusable", rows, column);
    else if (published !== null) {
      this.#headcounts(rows, industry, published);
      return;
    }
    this.#log.counts.read++;
    this.#log.reject();
  }

  take(): RecordBlock[] {
    const records = this.#records;
    this.#records = [];
    return records.length > 0 ? [{ kind: "industry", records }] : [];
  }

  #headcounts(rows: Rows, industry: string, published: FileDate | undefined): void {
    if (this.#months.length === 0) {
      this.#long(rows, industry, published);
      return;
    }
    for (const { column, month } of this.#months) {
      const headcount = this.#cells.persons(rows, column, "headcount", true);
      if (headcount === EMPTY) continue;
      this.#log.counts.read++;
      const future = this.#cells.isFuture(month);
      if (future) this.#log.bad("month-future", rows, column, { value: formatMonth(month), today: this.#cells.today });
      if (future || headcount === BAD) this.#log.reject();
      else this.#enter(rows, column, industry, month, headcount, published);
    }
  }

  #long(rows: Rows, industry: string, published: FileDate | undefined): void {
    this.#log.counts.read++;
    const month = this.#cells.month(rows, this.#cells.column("month"));
    const column = this.#cells.column("headcount");
    const headcount = this.#cells.persons(rows, column, "headcount", true);
    if (headcount === EMPTY) this.#log.bad("headcount-missing", rows, column, { field: this.#log.name("headcount") });
    if (month === BAD || headcount < 0) {
      this.#log.reject();
      return;
    }
    this.#enter(rows, column, industry, month, headcount, published);
  }

  #enter(
    rows: Rows,
    column: number,
    industry: string,
    month: Month,
    headcount: number,
    published: FileDate | undefined,
  ): void {
    const region = this.#named.region(rows);
    const key = this.#keyNumber(industry, region ?? "");
    const first = this.#entries.add(key, monthKey(month, published?.number ?? 0), rows.line, headcount);
    if (
      repeatsEntry(this.#log, rows, column, first, () => [
        industry,
        region ?? undefined,
        formatMonth(month),
        published?.iso,
      ])
    )
      return;
    this.#records.push({ industry, region, month, headcount, publishedOn: published?.iso ?? null });
    this.#log.accept();
  }

  /** One number for one industry and region, however they are written: "13" and "农副食品加工业", no region and the place's own name. */
  #keyNumber(industry: string, region: string): number {
    const written = `${industry}\n${region}`;
    const known = this.#numbers.get(written);
    if (known !== undefined) return known;
    const { profile } = this.#cells;
    const where = isWholePlace(profile, region) ? "" : (resolveRegion(profile, region) ?? region);
    const key = `${resolveIndustry(profile, industry) ?? industry}\n${where}`;
    const number = this.#keys.get(key) ?? this.#keys.size;
    this.#keys.set(key, number);
    this.#numbers.set(written, number);
    return number;
  }
}
