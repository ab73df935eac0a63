import type { Month } from "../../models/month.ts";
import type { Db } from "./db.ts";
import type { Vintage } from "./vintage.ts";

/** The first and last month that rows belong to. */
export interface MonthSpan {
  first: Month;
  last: Month;
}

/** Sources whose headcounts reach each of the months before, as many as asked for, and not the month itself. */
export async function silentSources(db: Db, month: Month, vintage: Vintage, months: number): Promise<string[]> {
  const rows = await db.query<{ source: string }>(
    `select b.source
     from generate_series($1::integer - $4::integer, $1::integer) as m (month)
     join publication p on m.month between p.first_month and p.last_month and p.batch_id <= $2 and p.published_on <= $3
     join batch b on b.id = p.batch_id and b.kind = 'headcount'
     group by b.source
     having count(distinct m.month) = $4 and max(m.month) < $1
     order by b.source`,
    [month, vintage.batch, vintage.publishedOn, months],
  );
  return rows.map((row) => row.source);
}

/** The newest month anybody's headcounts reach at a vintage; null when there are none. */
export async function newestMonth(db: Db, vintage: Vintage): Promise<Month | null> {
  const [row] = await db.query<{ month: number | null }>(
    `select max(p.last_month) as month from publication p join batch b on b.id = p.batch_id and b.kind = 'headcount'
     where p.batch_id <= $1 and p.published_on <= $2`,
    [vintage.batch, vintage.publishedOn],
  );
  return row?.month ?? null;
}

/** What became known by a date and a run did not see, that speaks of its month or one of the `width` months it looks at. */
export async function newsFor(
  db: Db,
  run: { readonly month: Month; readonly vintage: Vintage },
  on: string,
  width: number,
): Promise<boolean> {
  const { month, vintage } = run;
  const [row] = await db.query<{ found: boolean }>(
    `select exists (
       select 1 from publication
       where published_on <= $1 and (batch_id > $2 or published_on > $3)
         and first_month <= $4::integer and last_month > $4::integer - $5::integer) as found`,
    [on, vintage.batch, vintage.publishedOn, month, width],
  );
  return row?.found ?? false;
}
