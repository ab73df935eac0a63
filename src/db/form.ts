import { STATUS } from "../../models/score.ts";
import type { Db } from "./db.ts";
import type { Vintage } from "./vintage.ts";

/** What the monthly forms of one month said beside the headcount; persons, summed over the enterprises that said it. */
export interface FormSums {
  /** Enterprises that filled in both hired and departed, and their sums; null when none did. */
  readonly movers: number;
  readonly hired: number | null;
  readonly departed: number | null;
  /** Those among them with a headcount last month too: how many, their sums, and the net change of their headcounts. */
  readonly compared: number;
  readonly hiredCompared: number | null;
  readonly departedCompared: number | null;
  readonly change: number | null;
  /** Enterprises that estimated next month, their persons now and by the estimate; null when none did. */
  readonly estimators: number;
  readonly current: number | null;
  readonly estimate: number | null;
}

/** The month's rows that say more than a headcount, of which nothing newer is known. */
const LATEST = `select * from headcount h
  where month = $1 and batch_id <= $2 and published_on <= $3
    and (hired is not null or departed is not null or next_month is not null or reduction_type is not null or reasons is not null)
    and not exists (
      select 1 from headcount newer
      where newer.enterprise_id = h.enterprise_id and newer.month = $1 and newer.batch_id <= $2 and newer.published_on <= $3
        and (newer.published_on, newer.batch_id) > (h.published_on, h.batch_id))`;

export async function formSums(db: Db, run: number, month: number, vintage: Vintage): Promise<FormSums> {
  const [row] = await db.query<FormSums>(
    `select count(*) filter (where both_said)::integer as movers,
       (sum(hired) filter (where both_said))::integer as hired,
       (sum(departed) filter (where both_said))::integer as departed,
       count(*) filter (where both_said and previous is not null)::integer as compared,
       (sum(hired) filter (where both_said and previous is not null))::integer as "hiredCompared",
       (sum(departed) filter (where both_said and previous is not null))::integer as "departedCompared",
       (sum(headcount - previous) filter (where both_said and previous is not null))::integer as change,
       count(next_month)::integer as estimators,
       (sum(headcount) filter (where next_month is not null))::integer as current,
       sum(next_month)::integer as estimate
     from (
       select l.*, case when s.status <> ${STATUS.returned} then s.previous end as previous, hired is not null and departed is not null as both_said
       from (${LATEST}) as l left join score s on s.run_id = $4 and s.enterprise_id = l.enterprise_id) as latest`,
    [month, vintage.batch, vintage.publishedOn, run],
  );
  if (!row) throw new Error("an aggregate returned no row");
  return row;
}

/** What enterprises estimated last month of this one, beside what they report in it; persons. */
export interface Estimated {
  readonly enterprises: number;
  readonly estimate: number;
  readonly actual: number;
}

/** null when no enterprise both estimated the run's month and reported in it. */
export async function estimatedBefore(db: Db, run: number, month: number, vintage: Vintage): Promise<Estimated | null> {
  const [row] = await db.query<{ enterprises: number; estimate: number | null; actual: number | null }>(
    `select count(*)::integer as enterprises, sum(l.next_month)::integer as estimate, sum(s.headcount)::integer as actual
     from (${LATEST}) as l join score s on s.run_id = $4 and s.enterprise_id = l.enterprise_id
     where l.next_month is not null and s.headcount is not null`,
    [month - 1, vintage.batch, vintage.publishedOn, run],
  );
  return row?.estimate == null || row.actual === null
    ? null
    : { enterprises: row.enterprises, estimate: row.estimate, actual: row.actual };
}

/**
 * Persons lost since last month at enterprises that named a type or reason, by the first one named; largest first.
 * further: enterprises that named a reason second or third, each with all it lost.
 */
export interface ReasonCount {
  readonly kind: "type" | "reason" | "further";
  readonly term: number;
  readonly enterprises: number;
  readonly people: number;
}

export async function reasonCounts(db: Db, run: number, month: number, vintage: Vintage): Promise<ReasonCount[]> {
  return db.query<ReasonCount>(
    `with latest as (${LATEST}),
       fallen as (
         select l.reduction_type, l.reasons[1] as reason, l.reasons[2:3] as further, s.previous - s.headcount as people
         from latest l join score s on s.enterprise_id = l.enterprise_id and s.run_id = $4
         where s.previous > s.headcount and s.status <> ${STATUS.returned} and exists (select 1 from latest))
     select 'type' as kind, reduction_type as term, count(*)::integer as enterprises, sum(people)::integer as people
       from fallen where reduction_type is not null group by reduction_type
     union all
     select 'reason', reason, count(*)::integer, sum(people)::integer
       from fallen where reason is not null group by reason
     union all
     select 'further', term, count(*)::integer, sum(people)::integer
       from fallen cross join lateral (select distinct unnest(further) as term) as named group by term
     order by kind desc, people desc, term`,
    [month, vintage.batch, vintage.publishedOn, run],
  );
}
