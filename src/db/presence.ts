import type { Month } from "../../models/month.ts";
import type { Db } from "./db.ts";
import type { Vintage } from "./vintage.ts";

/** An enterprise that reported in one of two neighbouring months only, with its headcount there. */
export interface OneSided {
  readonly code: string;
  readonly headcount: number;
}

/** Who reported in a month and the months before it, as known at a vintage. */
export interface Presence {
  /** Enterprises reporting, by month, oldest first; months nobody reported are missing. */
  readonly reporting: readonly { readonly month: Month; readonly enterprises: number }[];
  /** Reported last month and this month. */
  readonly matched: number;
  /** Reported this month but not last month, largest first, at most 20, and how many in all. */
  readonly appeared: readonly OneSided[];
  readonly appearedCount: number;
  /** Reported last month but not this month. */
  readonly vanished: readonly OneSided[];
  readonly vanishedCount: number;
  /** 20 or more people and the same headcount in all of the six months to this one. */
  readonly frozen: readonly OneSided[];
  readonly frozenCount: number;
}

const EXAMPLES = 20;
const MONTHS = 6;

export async function presenceIn(tx: Db, month: Month, vintage: Vintage): Promise<Presence> {
  await tx.query("set local work_mem = '64MB'");
  const visible = "batch_id <= $2 and published_on <= $3";
  const [both] = await tx.query<
    Omit<Presence, "reporting" | "frozen" | "frozenCount"> & { now: number; before: number }
  >(
    `with seen as materialized (
       select enterprise_id, bool_or(month = $1) as now, bool_or(month = $1 - 1) as before, max(headcount) as headcount
       from headcount where month in ($1, $1 - 1) and ${visible} group by enterprise_id),
     appeared as (select e.code, s.headcount from seen s join enterprise e on e.id = s.enterprise_id
       where now and not before order by s.headcount desc, e.code limit ${EXAMPLES}),
     vanished as (select e.code, s.headcount from seen s join enterprise e on e.id = s.enterprise_id
       where before and not now order by s.headcount desc, e.code limit ${EXAMPLES})
     select (count(*) filter (where now))::integer as now, (count(*) filter (where before))::integer as before,
       (count(*) filter (where now and before))::integer as matched,
       (count(*) filter (where now and not before))::integer as "appearedCount",
       (count(*) filter (where before and not now))::integer as "vanishedCount",
       (select coalesce(jsonb_agg(appeared), '[]') from appeared) as appeared,
       (select coalesce(jsonb_agg(vanished), '[]') from vanished) as vanished
     from seen`,
    [month, vintage.batch, vintage.publishedOn],
  );
  if (!both) throw new Error("an aggregate returned no row");
  const { now, before, ...presence } = both;
  const frozen = await frozenIn(tx, month, vintage);
  const earlier = await earlierMonths(tx, month);
  const reporting = [...earlier, { month: month - 1, enterprises: before }, { month, enterprises: now }];
  return { ...presence, reporting, frozen: frozen.slice(0, EXAMPLES), frozenCount: frozen.length };
}

/** How many reported in the months before, as their own runs counted them. */
const earlierMonths = (tx: Db, month: Month): Promise<{ month: Month; enterprises: number }[]> =>
  tx.query(
    `select distinct on (r.month) r.month, (s.counts ->> 'reporting')::integer as enterprises
     from run r join run_step s on s.run_id = r.id and s.step = 'check'
     where r.month between $1 and $2 order by r.month, r.id desc`,
    [month - MONTHS + 1, month - 2],
  );

/** The same number of 20 or more people in this month and, in the series as packed last, in the five before it. */
const frozenIn = (tx: Db, month: Month, vintage: Vintage): Promise<OneSided[]> =>
  tx.query<OneSided>(
    `select e.code, max(h.headcount) as headcount
     from headcount h join series s on s.enterprise_id = h.enterprise_id join enterprise e on e.id = h.enterprise_id
     where h.month = $1 and h.batch_id <= $2 and h.published_on <= $3 and h.headcount >= 20
       and s.headcount[$1 - ${MONTHS - 1} - s.first_month + 1:$1 - 1 - s.first_month + 1] = array_fill(h.headcount, array[${MONTHS - 1}])
     group by e.code having min(h.headcount) = max(h.headcount) order by headcount desc, e.code`,
    [month, vintage.batch, vintage.publishedOn],
  );
