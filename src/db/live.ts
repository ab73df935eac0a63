import type { Reach } from "../../models/rights/reach.ts";
import type { Db } from "./db.ts";
import { inReach, reachParams } from "./scope/in-reach.ts";

/** A place in the order of what happened, "xid-id": everything before it was told, nothing after it was. */
export type LivePlace = string;

export interface LiveEvent {
  readonly place: LivePlace;
  readonly kind: "alert" | "run";
}

/** Where a page that is made now begins. */
export async function liveNow(db: Db): Promise<LivePlace> {
  const [row] = await db.query<{ xid: string }>("select pg_snapshot_xmin(pg_current_snapshot())::text as xid");
  return `${row!.xid}-0`;
}

/** The newest place that may be told; null while nothing has happened for a day. */
export async function liveHead(db: Db): Promise<LivePlace | null> {
  const [row] = await db.query<{ place: string }>(
    `select xid || '-' || id as place from live_event where ${SETTLED} order by xid desc, id desc limit 1`,
  );
  return row?.place ?? null;
}

/** What happened after a place within reach, in order; what is older than a day is told by the pages themselves. */
export const liveAfter = (tx: Db, reach: Reach, place: LivePlace): Promise<LiveEvent[]> => {
  const [xid, id] = place.split("-");
  return tx.query<LiveEvent>(
    `select l.xid || '-' || l.id as place, l.kind from live_event l
     where (l.xid, l.id) > ($1::text::xid8, $2::integer) and ${SETTLED}
       and (l.kind = 'run' or exists (
         select from alert a left join enterprise e on a.subject_kind = 'enterprise' and e.code = a.subject
         where a.id = l.alert_id and (a.subject_kind = 'enterprise' or $3) and ${inReach("e.id", 3)}))
     order by l.xid, l.id`,
    [xid, id, ...reachParams(reach)],
  );
};

/** Lets go of what no page is told any more. */
export const forgetLive = (db: Db): Promise<unknown> =>
  db.query("delete from live_event where at < now() - interval '2 days'");

const SETTLED = "xid < pg_snapshot_xmin(pg_current_snapshot()) and at > now() - interval '1 day'";
