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

/** Enterprises about whom something new was reported since the last judgement, and the newest batch there is now. */
export async function unjudgedEvents(
  tx: Db,
  since: string,
  knownOn: string,
): Promise<{ readonly enterprises: readonly number[]; readonly batch: number }> {
  const [state] = await tx.query<{ judged: number; newest: number }>(
    `select coalesce((select batch_id from event_judged), 0) as judged,
       coalesce((select max(id) from batch where verdict = 'accepted'), 0) as newest`,
  );
  const rows = await tx.query<{ enterprise: number }>(
    `select distinct e.enterprise_id as enterprise from event e
     where e.batch_id > $1 and e.batch_id <= $2 and e.occurred_on >= $3 and e.published_on <= $4
       and not exists (
         select 1 from event o where o.enterprise_id = e.enterprise_id and o.kind = e.kind and o.occurred_on = e.occurred_on
           and o.batch_id < e.batch_id)
     order by 1`,
    [state!.judged, state!.newest, since, knownOn],
  );
  return { enterprises: rows.map(({ enterprise }) => enterprise), batch: state!.newest };
}

/** Whether a batch came in since the last judgement: one cheap question, asked every few seconds. */
export async function hasUnjudged(db: Db): Promise<boolean> {
  const [row] = await db.query<{ unjudged: boolean }>(
    `select exists (select 1 from batch where verdict = 'accepted' and kind = 'event'
       and id > coalesce((select batch_id from event_judged), 0)) as unjudged`,
  );
  return row!.unjudged;
}

export async function keepJudged(tx: Db, batch: number): Promise<void> {
  await tx.query(
    `insert into event_judged (batch_id) values ($1)
     on conflict (singleton) do update set batch_id = greatest(event_judged.batch_id, excluded.batch_id)`,
    [batch],
  );
}
