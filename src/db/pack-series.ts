import type { RecordKind } from "../../models/record.ts";
import { copyLine } from "./copy.ts";
import type { Db } from "./db.ts";
import type { Vintage } from "./vintage.ts";

/** Brings the packed series to a vintage. Forward it touches only enterprises with news; backward it packs anew. */
export async function packSeries(tx: Db, vintage: Vintage): Promise<{ patched: number; rebuilt: number }> {
  const state = await seriesState(tx);
  if (state && state.batch === vintage.batch && state.publishedOn === vintage.publishedOn)
    return { patched: 0, rebuilt: 0 };
  await tx.query("set local work_mem = '64MB'"); // hash joins of one month's news with the series stay in memory
  const forward = state && state.batch <= vintage.batch && state.publishedOn <= vintage.publishedOn;
  const counts = forward ? await packNews(tx, state, vintage) : await packAll(tx, vintage);
  await tx.query(
    `insert into series_state (batch_id, published_on) values ($1, $2)
     on conflict (singleton) do update set batch_id = excluded.batch_id, published_on = excluded.published_on`,
    [vintage.batch, vintage.publishedOn],
  );
  return counts;
}

async function seriesState(tx: Db): Promise<Vintage | null> {
  const [row] = await tx.query<{ batch: number; publishedOn: string }>(
    `select batch_id as batch, published_on as "publishedOn" from series_state`,
  );
  return row ?? null;
}

async function packAll(tx: Db, vintage: Vintage): Promise<{ patched: number; rebuilt: number }> {
  await tx.query("truncate series");
  const rebuilt = await packFrom(tx, vintage, "");
  await placeSeries(tx, vintage, "");
  return { patched: 0, rebuilt };
}

/**
 * A single figure that comes after all we have of its enterprise is put into the array in place. Everything else (several
 * months, a month before the first, a figure published before ones already packed) is "odd" and packs the enterprise anew.
 */
async function packNews(tx: Db, state: Vintage, vintage: Vintage): Promise<{ patched: number; rebuilt: number }> {
  await tx.query("create temporary table odd (enterprise_id integer primary key) on commit drop");
  const patched = await patchNews(tx, state, vintage);
  await tx.query("delete from series where enterprise_id in (select enterprise_id from odd)");
  const rebuilt = await packFrom(tx, vintage, "join odd using (enterprise_id)");
  await placeNews(tx, state, vintage);
  await tx.query("drop table odd");
  return { patched, rebuilt };
}

/** Puts single figures in place and gathers the enterprises for which that won't do in "odd". */
async function patchNews(tx: Db, state: Vintage, vintage: Vintage): Promise<number> {
  const news = await newsBatches(tx, "headcount", state, vintage);
  if (news.length === 0) return 0;
  const fresh = "h.batch_id = any($1::integer[]) and h.published_on <= $2 and (h.batch_id > $3 or h.published_on > $4)";
  const values = [news, vintage.publishedOn, state.batch, state.publishedOn];
  const [shape] = await tx.query<NewsShape>(
    `select count(*)::integer as rows, min(month) = max(month) and min(published_on) = max(published_on)
       and min(batch_id) = max(batch_id) and min(published_on) >= $4 as uniform,
       count(dispatch) > 0 or exists (select 1 from series where dispatch is not null) as dispatch,
       count(hidden) > 0 or exists (select 1 from series where hidden is not null) as hidden
     from headcount h where ${fresh}`,
    values,
  );
  if (!shape || shape.rows === 0) return 0;
  // One batch of one month and date has each enterprise at most once: then only those without a place in the series are odd.
  if (!shape.uniform) await gatherOdd(tx, fresh, values, "count(*) > 1 or min(h.published_on) < $4");
  const patched = await patch(tx, fresh, values, shape);
  if (patched < shape.rows)
    await gatherOdd(tx, fresh, values, "min(h.month - s.first_month) < 0 or min(s.first_month) is null");
  return patched;
}

async function gatherOdd(tx: Db, fresh: string, values: readonly unknown[], having: string): Promise<void> {
  await tx.query(
    `insert into odd
     select h.enterprise_id from headcount h left join series s on s.enterprise_id = h.enterprise_id
     where ${fresh} group by h.enterprise_id having ${having.replace("$4", "$4::date")} on conflict do nothing`,
    values,
  );
  await tx.query("analyze odd");
}

interface NewsShape {
  readonly rows: number;
  /** One batch, one month, one date, and nothing published later is packed already. */
  readonly uniform: boolean;
  /** Whether anybody ever reported these, in the news or in the series. */
  readonly dispatch: boolean;
  readonly hidden: boolean;
}

async function patch(tx: Db, fresh: string, values: readonly unknown[], shape: NewsShape): Promise<number> {
  const at = "h.month - s.first_month + 1";
  const put = (column: "dispatch" | "hidden") =>
    !shape[column]
      ? ""
      : `, ${column} = case when h.${column} is null and s.${column}[${at}] is null then s.${column}
       else patched_months(s.${column}, ${at}, h.${column}) end`;
  const [row] = await tx.query<{ count: number }>(
    `with patched as (
       update series s set headcount[${at}] = h.headcount${put("dispatch")}${put("hidden")}
       from headcount h
       where s.enterprise_id = h.enterprise_id and h.month >= s.first_month and ${fresh}
         and not exists (select 1 from odd where odd.enterprise_id = h.enterprise_id)
       returning 1)
     select count(*)::integer as count from patched`,
    values,
  );
  return row?.count ?? 0;
}

/** Accepted batches of a kind with rows that became visible between two vintages. */
async function newsBatches(tx: Db, kind: RecordKind, state: Vintage, vintage: Vintage): Promise<number[]> {
  const rows = await tx.query<{ batch_id: number }>(
    `select distinct p.batch_id from publication p join batch b on b.id = p.batch_id
     where b.kind in ($5, 'headcount') and p.batch_id <= $1 and p.published_on <= $2 and (p.batch_id > $3 or p.published_on > $4)`,
    [vintage.batch, vintage.publishedOn, state.batch, state.publishedOn, kind],
  );
  return rows.map((row) => row.batch_id);
}

/** Places the enterprises the register has news of, and those packed anew. A headcount file may carry register columns too. */
async function placeNews(tx: Db, state: Vintage, vintage: Vintage): Promise<void> {
  const news = await newsBatches(tx, "register", state, vintage);
  await tx.query(
    `insert into odd select enterprise_id from register
     where batch_id = any($1::integer[]) and published_on <= $2 and (batch_id > $3 or published_on > $4)
     on conflict do nothing`,
    [news, vintage.publishedOn, state.batch, state.publishedOn],
  );
  // A successor named before it was known itself: its number is there now.
  await tx.query(
    `insert into odd select r.enterprise_id from register r join enterprise e on e.code = r.successor
     join series s on s.enterprise_id = r.enterprise_id and s.successor is null
     where r.batch_id <= $1 and r.published_on <= $2 on conflict do nothing`,
    [vintage.batch, vintage.publishedOn],
  );
  const [odd] = await tx.query("select 1 from odd limit 1");
  if (odd) await placeSeries(tx, vintage, "and enterprise_id in (select enterprise_id from odd)");
}

/** Writes into the series what the register says; a later entry's blank leaves what an earlier one said. */
async function placeSeries(tx: Db, vintage: Vintage, also: string): Promise<void> {
  const newest = (column: string, when = column) =>
    `(array_agg(${column} order by published_on desc, batch_id desc) filter (where ${when} is not null))[1]`;
  // A giver that lives on has no end; then its entry tells the month of the handover by the date it became known.
  const effective = "extract(year from day)::integer * 12 + extract(month from day)::integer - 1";
  await tx.query(
    `update series s set industry = p.industry, region = p.region, closed_month = p.closed_month,
       successor = e.id, successor_month = p.successor_month
     from (
       select enterprise_id, ${newest("industry")} as industry, ${newest("region")} as region,
         ${newest("successor")} as successor, ${newest(effective, "successor")} as successor_month,
         ${newest(effective, "valid_to")} as closed_month
       from (select *, coalesce(valid_to, published_on) as day from register) as r
       where batch_id <= $1 and published_on <= $2 ${also}
       group by enterprise_id) as p
     left join enterprise e on e.code = p.successor
     where s.enterprise_id = p.enterprise_id`,
    [vintage.batch, vintage.publishedOn],
  );
}

interface History {
  enterprise_id: number;
  months: number[];
  headcount: (number | null)[];
  dispatch: (number | null)[];
  hidden: (number | null)[];
}

/** Packs every enterprise that `join` lets through. Rows come oldest vintage first, so the last one for a month stands. */
async function packFrom(tx: Db, vintage: Vintage, join: string): Promise<number> {
  let packed = 0;
  const histories = tx.scan<History>(
    `select enterprise_id, array_agg(month) as months, array_agg(headcount) as headcount,
       array_agg(dispatch) as dispatch, array_agg(hidden) as hidden
     from (select h.enterprise_id, h.month, h.headcount, h.dispatch, h.hidden from headcount h ${join}
           where h.batch_id <= $1 and h.published_on <= $2
           order by h.enterprise_id, h.month, h.published_on, h.batch_id) as ordered
     group by enterprise_id order by enterprise_id`,
    [vintage.batch, vintage.publishedOn],
    4096,
  );
  const columns = ["enterprise_id", "first_month", "headcount", "dispatch", "hidden"];
  for await (const block of histories) {
    packed += await tx.bulkLoad("series", columns, [block.map(seriesLine).join("")]);
  }
  return packed;
}

function seriesLine(history: History): string {
  const first = history.months[0] as number;
  const row = [history.headcount, history.dispatch, history.hidden].map((values) =>
    packed(values, history.months, first),
  );
  return copyLine([history.enterprise_id, first, ...row]);
}

/** Values by month as PostgreSQL array text, NULL for gaps, up to the last value; null when nothing was ever reported. */
function packed(values: readonly (number | null)[], months: readonly number[], first: number): string | null {
  const slots: (number | string)[] = [];
  for (let i = 0; i < values.length; i++) {
    const slot = (months[i] as number) - first;
    while (slots.length <= slot) slots.push("NULL");
    slots[slot] = values[i] ?? "NULL"; // of several vintages of a month the last stands, also when it says nothing
  }
  while (slots.at(-1) === "NULL") slots.pop();
  return slots.length > 0 ? `{${slots.join(",")}}` : null;
}
