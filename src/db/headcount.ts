import type { HeadcountRecord } from "../../models/record.ts";
import { copyLine } from "./copy.ts";
import type { Db } from "./db.ts";
import type { Vintage } from "./vintage.ts";

export const HEADCOUNT_COLUMNS = [
  "enterprise_id",
  "month",
  "published_on",
  "batch_id",
  "headcount",
  "dispatch",
  "hidden",
  "hired",
  "departed",
  "reduction_type",
  "reasons",
  "next_month",
] as const;

/** A headcount row as COPY text. */
export function headcountLine(record: HeadcountRecord, enterprise: number, publishedOn: string, batch: number): string {
  // Most rows carry nothing but the headcount; a million of them are worth this shortcut.
  if (isBare(record))
    return `${enterprise}\t${record.month}\t${publishedOn}\t${batch}\t${record.headcount}\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\n`;
  return copyLine([
    enterprise,
    record.month,
    publishedOn,
    batch,
    record.headcount,
    record.dispatch,
    record.hidden,
    record.hired,
    record.departed,
    record.reductionType,
    record.reasons.length > 0 ? record.reasons : null,
    record.nextMonth,
  ]);
}

const isBare = (record: HeadcountRecord): boolean =>
  record.dispatch === null &&
  record.hidden === null &&
  record.hired === null &&
  record.departed === null &&
  record.reductionType === null &&
  record.reasons.length === 0 &&
  record.nextMonth === null;

/** The newest month packed in the series and who reported what in it, by code; month null when nothing is packed. */
export interface LastHeadcounts {
  readonly month: number | null;
  readonly headcounts: ReadonlyMap<string, number>;
}

export async function lastHeadcounts(db: Db): Promise<LastHeadcounts> {
  const rows = await db.query<{ code: string; month: number; headcount: number }>(
    `with last as (select max(first_month + array_length(headcount, 1) - 1) as month from series)
     select e.code, last.month, s.headcount[array_length(s.headcount, 1)] as headcount
     from last, series s join enterprise e on e.id = s.enterprise_id
     where s.first_month + array_length(s.headcount, 1) - 1 = last.month`,
  );
  return { month: rows[0]?.month ?? null, headcounts: new Map(rows.map((row) => [row.code, row.headcount])) };
}

/** What the monthly forms of one month said beside the headcount; persons, summed over the enterprises that said it. */
export interface FormSums {
  /** Enterprises that filled in both hired and departed, and their sums; null when none did. */
  readonly movers: number;
  readonly hired: number | null;
  readonly departed: number | null;
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

export async function formSums(db: Db, month: number, vintage: Vintage): Promise<FormSums> {
  const [row] = await db.query<FormSums>(
    `select count(*) filter (where both_said)::integer as movers,
       (sum(hired) filter (where both_said))::integer as hired,
       (sum(departed) filter (where both_said))::integer as departed,
       count(next_month)::integer as estimators,
       (sum(headcount) filter (where next_month is not null))::integer as current,
       sum(next_month)::integer as estimate
     from (select *, hired is not null and departed is not null as both_said from (${LATEST}) as l) as latest`,
    [month, vintage.batch, vintage.publishedOn],
  );
  if (!row) throw new Error("an aggregate returned no row");
  return row;
}

/** Persons lost since last month at enterprises that named a type or reason, by the first one named; largest first. */
export interface ReasonCount {
  readonly kind: "type" | "reason";
  readonly term: number;
  readonly enterprises: number;
  readonly people: number;
}

export async function reasonCounts(db: Db, run: number, month: number, vintage: Vintage): Promise<ReasonCount[]> {
  return db.query<ReasonCount>(
    `with latest as (${LATEST}),
       fallen as (
         select l.reduction_type, l.reasons[1] as reason, s.previous - s.headcount as people
         from latest l join score s on s.enterprise_id = l.enterprise_id and s.run_id = $4
         where s.previous > s.headcount and exists (select 1 from latest))
     select 'type' as kind, reduction_type as term, count(*)::integer as enterprises, sum(people)::integer as people
       from fallen where reduction_type is not null group by reduction_type
     union all
     select 'reason', reason, count(*)::integer, sum(people)::integer
       from fallen where reason is not null group by reason
     order by kind desc, people desc, term`,
    [month, vintage.batch, vintage.publishedOn, run],
  );
}

/** The first and last month that anybody reported, as known at a vintage; null when nobody did. */
export async function reportedMonths(db: Db, vintage: Vintage): Promise<{ first: number; last: number } | null> {
  const [row] = await db.query<{ first: number | null; last: number | null }>(
    "select min(month) as first, max(month) as last from headcount where batch_id <= $1 and published_on <= $2",
    [vintage.batch, vintage.publishedOn],
  );
  return row?.first == null || row.last == null ? null : { first: row.first, last: row.last };
}

/** Whether anybody reported the month, as known at a vintage. */
export async function isReported(db: Db, month: number, vintage: Vintage): Promise<boolean> {
  const [row] = await db.query<{ found: boolean }>(
    "select exists (select 1 from headcount where month = $1 and batch_id <= $2 and published_on <= $3) as found",
    [month, vintage.batch, vintage.publishedOn],
  );
  return row?.found ?? false;
}

/** Tells the block-range indexes of rows that just came; without it they look at every row since the last vacuum. */
export async function indexNewRows(tx: Db): Promise<void> {
  await tx.query("select brin_summarize_new_values('headcount_batch'), brin_summarize_new_values('headcount_month')");
}
