import type { EventRecord } from "../../models/record.ts";
import { copyChunks, copyLine } from "./copy.ts";
import type { Db } from "./db.ts";
import type { Vintage } from "./vintage.ts";

export interface EventEntry {
  readonly enterprise: number;
  readonly publishedOn: string;
  readonly record: EventRecord;
}

export async function keepEvents(tx: Db, batch: number, entries: Iterable<EventEntry>): Promise<number> {
  const columns = ["enterprise_id", "kind", "occurred_on", "published_on", "batch_id", "people", "note"];
  const line = ({ enterprise, publishedOn, record: r }: EventEntry) =>
    copyLine([enterprise, r.kind, r.occurredOn, publishedOn, batch, r.people, r.note]);
  return tx.bulkLoad("event", columns, copyChunks(entries, line));
}

export interface StoredEvent {
  readonly enterprise: number;
  readonly kind: string;
  readonly occurredOn: string;
  readonly people: number | null;
  readonly note: string | null;
}

/** Events that happened in [from, to] and were known at the vintage, in order of enterprise and date. */
export async function eventsBetween(db: Db, from: string, to: string, vintage: Vintage): Promise<StoredEvent[]> {
  return db.query<StoredEvent>(
    `select distinct on (enterprise_id, kind, occurred_on)
       enterprise_id as enterprise, kind, occurred_on as "occurredOn", people, note
     from event where occurred_on between $1 and $2 and batch_id <= $3 and published_on <= $4
     order by enterprise_id, kind, occurred_on, published_on desc, batch_id desc`,
    [from, to, vintage.batch, vintage.publishedOn],
  );
}
