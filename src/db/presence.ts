import type { Month } from "../../models/month.ts";
import type { Db } from "./db.ts";
import type { Vintage } from "./vintage.ts";

/** How many enterprises reported a month, as known at a vintage. */
export async function reportingIn(tx: Db, month: Month, vintage: Vintage): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::integer as count from (
       select 1 from headcount where month = $1 and batch_id <= $2 and published_on <= $3 group by enterprise_id) as seen`,
    [month, vintage.batch, vintage.publishedOn],
  );
  return row?.count ?? 0;
}

/** How many reported in the months from … to, as their own runs counted them; months never run are missing. */
export async function reportingBefore(tx: Db, from: Month, to: Month): Promise<number[]> {
  const rows = await tx.query<{ enterprises: number }>(
    `select distinct on (r.month) (s.counts ->> 'reporting')::integer as enterprises
     from run r join run_step s on s.run_id = r.id and s.step = 'check'
     where r.month between $1 and $2 order by r.month, r.id desc`,
    [from, to],
  );
  return rows.map((row) => row.enterprises);
}
