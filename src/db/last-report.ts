import type { Db } from "./db.ts";
import type { Vintage } from "./vintage.ts";

/** The newest report of an enterprise within some months. */
export interface LastReport {
  readonly enterprise: number;
  readonly code: string;
  readonly month: number;
  readonly headcount: number;
}

/** Of everybody who reported from month `from` to month `to`, as known at a vintage. */
export const lastReports = (db: Db, from: number, to: number, vintage: Vintage): Promise<LastReport[]> =>
  db.query<LastReport>(
    `select distinct on (h.enterprise_id) h.enterprise_id as enterprise, e.code, h.month, h.headcount
     from headcount h join enterprise e on e.id = h.enterprise_id
     where h.month between $1 and $2 and h.batch_id <= $3 and h.published_on <= $4
     order by h.enterprise_id, h.month desc, h.published_on desc, h.batch_id desc`,
    [from, to, vintage.batch, vintage.publishedOn],
  );

/** Months of a span in which anybody reported, as known at a vintage. */
export async function monthsReported(db: Db, from: number, to: number, vintage: Vintage): Promise<number[]> {
  const rows = await db.query<{ month: number }>(
    `select distinct month from headcount where month between $1 and $2 and batch_id <= $3 and published_on <= $4 order by month`,
    [from, to, vintage.batch, vintage.publishedOn],
  );
  return rows.map(({ month }) => month);
}
