import type { Db } from "./db.ts";

export interface PlaceTotals {
  readonly enterprises: number;
  readonly headcounts: number;
  readonly events: number;
}

/** How much there is, every vintage counted. */
export async function placeTotals(db: Db): Promise<PlaceTotals> {
  const [row] = await db.query<PlaceTotals>(
    `select (select count(*)::integer from enterprise) as enterprises,
       (select coalesce(sum(rows_accepted), 0)::integer from batch where kind = 'headcount' and verdict = 'accepted') as headcounts,
       (select count(*)::integer from event) as events`,
  );
  if (!row) throw new Error("an aggregate returned no row");
  return row;
}
