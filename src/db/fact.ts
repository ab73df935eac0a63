import type { RecordedFact } from "../../models/policy/read-facts.ts";
import type { FactRecord } from "../../models/record.ts";
import { copyChunks, copyLine } from "./copy.ts";
import type { Db } from "./db.ts";
import type { Vintage } from "./vintage.ts";

export interface FactEntry {
  /** null: the place's own. */
  readonly enterprise: number | null;
  readonly publishedOn: string;
  readonly record: FactRecord;
}

export async function keepFacts(tx: Db, batch: number, entries: readonly FactEntry[]): Promise<number> {
  const columns = ["fact", "period", "published_on", "batch_id", "value"];
  const cells = ({ publishedOn, record: r }: FactEntry) => [r.fact, r.period, publishedOn, batch, r.value];
  const own = entries.filter(({ enterprise }) => enterprise !== null);
  const place = entries.filter(({ enterprise }) => enterprise === null);
  const ownLine = (entry: FactEntry) => copyLine([entry.enterprise, ...cells(entry)]);
  const placeLine = (entry: FactEntry) => copyLine(cells(entry));
  const kept = await tx.bulkLoad("fact", ["enterprise_id", ...columns], copyChunks(own, ownLine));
  return kept + (await tx.bulkLoad("place_fact", columns, copyChunks(place, placeLine)));
}

/** The place's own facts of some years, as known at a vintage. */
export async function placeFacts(db: Db, years: readonly string[], vintage: Vintage): Promise<RecordedFact[]> {
  return db.query<RecordedFact>(
    `select distinct on (fact, period) fact, period, value
     from place_fact where left(period, 4) = any($1::text[]) and batch_id <= $2 and published_on <= $3
     order by fact, period, published_on desc, batch_id desc`,
    [years, vintage.batch, vintage.publishedOn],
  );
}
