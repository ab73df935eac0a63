import type { Month } from "../../models/month.ts";
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

/** The newest reported headcount of each enterprise at a vintage, with its month. */
export async function newestHeadcounts(
  db: Db,
  vintage: Vintage,
  ids: readonly number[],
): Promise<Map<number, { readonly headcount: number; readonly month: Month }>> {
  const rows = await db.query<{ enterprise: number; headcount: number; month: number }>(
    `select distinct on (enterprise_id) enterprise_id as enterprise, headcount, month from headcount
     where enterprise_id = any($1::integer[]) and batch_id <= $2 and published_on <= $3
     order by enterprise_id, month desc, published_on desc, batch_id desc`,
    [ids, vintage.batch, vintage.publishedOn],
  );
  return new Map(rows.map(({ enterprise, ...rest }) => [enterprise, rest]));
}

/** A month of an enterprise as it stands, whole; null when nothing was reported of it. */
export async function newestRecord(db: Db, code: string, month: Month): Promise<HeadcountRecord | null> {
  const [row] = await db.query<HeadcountRecord>(
    `select e.code, h.month, h.headcount, h.dispatch, h.hidden, h.hired, h.departed, h.reduction_type as "reductionType",
       coalesce(h.reasons, '{}') as reasons, h.next_month as "nextMonth", h.published_on as "publishedOn"
     from headcount h join enterprise e on e.id = h.enterprise_id
     where e.code = $1 and h.month = $2 order by h.published_on desc, h.batch_id desc limit 1`,
    [code, month],
  );
  return row ?? null;
}

/** The reported headcounts of one enterprise at a vintage, by month. */
export const headcountsOf = (
  db: Db,
  code: string,
  vintage: Vintage,
): Promise<{ readonly month: Month; readonly headcount: number }[]> =>
  db.query(
    `select distinct on (h.month) h.month, h.headcount from headcount h join enterprise e on e.id = h.enterprise_id
     where e.code = $1 and h.batch_id <= $2 and h.published_on <= $3
     order by h.month, h.published_on desc, h.batch_id desc`,
    [code, vintage.batch, vintage.publishedOn],
  );
