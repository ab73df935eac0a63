import type { Db } from "./db.ts";
import type { StoredEvent } from "./event.ts";
import type { Vintage } from "./vintage.ts";

/** An event as people name it: by the enterprise's code, the kind and the day. */
export interface EventName {
  readonly enterprise: string;
  readonly kind: string;
  readonly occurredOn: string;
}

/** Events of one enterprise known at a vintage, the newest first. */
export const eventsOf = (db: Db, enterprise: number, vintage: Vintage): Promise<StoredEvent[]> =>
  db.query<StoredEvent>(
    `select * from (
       select distinct on (kind, occurred_on) enterprise_id as enterprise, kind, occurred_on as "occurredOn", people, note
       from event where enterprise_id = $1 and batch_id <= $2 and published_on <= $3
       order by kind, occurred_on, published_on desc, batch_id desc) e
     order by "occurredOn" desc, kind`,
    [enterprise, vintage.batch, vintage.publishedOn],
  );

/** The newest events of all, by name. */
export const newestEvents = (db: Db, most: number): Promise<EventName[]> =>
  db.query<EventName>(
    `select distinct e.code as enterprise, v.kind, v.occurred_on as "occurredOn"
     from event v join enterprise e on e.id = v.enterprise_id order by "occurredOn" desc, enterprise limit $1`,
    [most],
  );
