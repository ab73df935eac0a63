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

const PAUSES = `pause p left join pause_end x on x.pause_id = p.id
  left join enterprise e on p.subject_kind = 'enterprise' and e.code = p.subject`;

/** Pauses of enterprises within reach and those that hold for everybody. */
const seen = (first: number): string => `(p.subject_kind <> 'enterprise' or ${inReach("e.id", first)})`;

/** Whether one is not over on the day $1; see models/alert/pause.ts. */
const LASTS = "(x.pause_id is null and p.until_day >= $1::date)";

/** On a day: those that are not over first, of them the last to begin. */
const ORDER = `(${LASTS}, p.from_day, p.id)`;

/** Where a page of the list begins, after the pause of this number (null: the first page), and how long it is. */
interface Page {
  readonly day: string;
  readonly after: number | null;
  readonly size: number;
}

export const pausesInReach = (tx: Db, reach: Reach, { day, after, size }: Page): Promise<ListedPause[]> =>
  tx.query<ListedPause>(
    `select p.id, p.subject_kind as "subjectKind", p.subject, r.name, p.from_day as "from", p.until_day as until, p.reason, p.actor,
       case when x.pause_id is not null then json_build_object('at', x.at, 'actor', x.actor, 'reason', x.reason) end as "end"
     from ${PAUSES}
     left join lateral (
       select name from register where enterprise_id = e.id and name is not null
       order by published_on desc, batch_id desc limit 1) as r on true
     where ($2::integer is null or ${ORDER} < (select ${LASTS}, p.from_day, p.id
       from pause p left join pause_end x on x.pause_id = p.id where p.id = $2)) and ${seen(4)}
     order by ${ORDER} desc limit $3`,
    [day, after, size, ...reachParams(reach)],
  );

/** Whether there is a pause of this number that the reader may see. */
export async function isPauseInReach(tx: Db, reach: Reach, id: number): Promise<boolean> {
  const rows = await tx.query(`select from ${PAUSES} where p.id = $1 and ${seen(2)}`, [id, ...reachParams(reach)]);
  return rows.length > 0;
}

/** How many hold on a day, and how many are to come. */
export async function countPauses(
  tx: Db,
  reach: Reach,
  day: string,
): Promise<{ readonly current: number; readonly coming: number }> {
  const [row] = await tx.query<{ current: number; coming: number }>(
    `select count(*) filter (where p.from_day <= $1::date)::integer as current,
       count(*) filter (where p.from_day > $1::date)::integer as coming
     from ${PAUSES} where ${LASTS} and ${seen(2)}`,
    [day, ...reachParams(reach)],
  );
  return row!;
}
