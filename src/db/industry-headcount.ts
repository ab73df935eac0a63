import type { IndustryRecord } from "../../models/record.ts";
import { copyChunks, copyLine } from "./copy.ts";
import type { Db } from "./db.ts";
import type { Vintage } from "./vintage.ts";

export interface IndustryEntry {
  readonly industry: string;
  readonly region: string | null;
  readonly publishedOn: string;
  readonly record: IndustryRecord;
}

export async function keepIndustryHeadcounts(tx: Db, batch: number, entries: Iterable<IndustryEntry>): Promise<number> {
  const columns = ["industry", "region", "month", "published_on", "batch_id", "headcount"];
  const line = (e: IndustryEntry) =>
    copyLine([e.industry, e.region ?? "", e.record.month, e.publishedOn, batch, e.record.headcount]);
  return tx.bulkLoad("industry_headcount", columns, copyChunks(entries, line));
}

export interface IndustryTotal {
  readonly industry: string;
  /** null is the whole place. */
  readonly region: string | null;
  readonly headcount: number;
}

/** The published industry headcounts of a month, as known at the vintage. */
export async function industryTotals(db: Db, month: number, vintage: Vintage): Promise<IndustryTotal[]> {
  return db.query<IndustryTotal>(
    `select distinct on (industry, region) industry, nullif(region, '') as region, headcount
     from industry_headcount where month = $1 and batch_id <= $2 and published_on <= $3
     order by industry, region, published_on desc, batch_id desc`,
    [month, vintage.batch, vintage.publishedOn],
  );
}
