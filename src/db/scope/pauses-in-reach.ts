import type { Pause } from "../../../models/alert/pause.ts";
import type { Reach } from "../../../models/rights/reach.ts";
import type { Db } from "../db.ts";
import { inReach, reachParams } from "./in-reach.ts";

/** A pause as its desk finds it, with how it ended before its time; null: it did not. */
export interface ListedPause extends Pause {
  /** Of the enterprise; null where there is none. */
  readonly name: string | null;
  readonly end: { readonly at: string; readonly actor: string; readonly reason: string } | null;
}

/** Pauses of enterprises within reach and those that hold for everybody, the last to begin first. */
export const pausesInReach = (tx: Db, reach: Reach, size: number): Promise<ListedPause[]> =>
  tx.query<ListedPause>(
    `select p.id, p.subject_kind as "subjectKind", p.subject, r.name, p.from_day as "from", p.until_day as until, p.reason, p.actor,
       case when x.pause_id is not null then json_build_object('at', x.at, 'actor', x.actor, 'reason', x.reason) end as "end"
     from pause p left join pause_end x on x.pause_id = p.id
     left join enterprise e on p.subject_kind = 'enterprise' and e.code = p.subject
     left join lateral (
       select name from register where enterprise_id = e.id and name is not null
       order by published_on desc, batch_id desc limit 1) as r on true
     where p.subject_kind <> 'enterprise' or ${inReach("e.id", 2)}
     order by p.from_day desc, p.id desc limit $1`,
    [size, ...reachParams(reach)],
  );
