import type { Month } from "../../../models/month.ts";
import type { Db } from "../db.ts";

/** A group of a dimension, as stored figures name it. */
export interface GroupName {
  readonly dimension: string;
  readonly code: string;
}

/** Figures against the month before of all groups of some dimensions, as some runs stored them. */
export const monthFigures = <F>(
  tx: Db,
  runs: readonly number[],
  dimensions: readonly string[],
): Promise<{ readonly month: Month; readonly figure: F }[]> =>
  tx.query(
    `select r.month, f.body as figure from figure f join run r on r.id = f.run_id
     where f.run_id = any ($1::integer[]) and f.scope = 'all' and f.baseline = 'previous' and f.dimension = any ($2::text[])
     order by f.dimension, f.code, r.month`,
    [runs, dimensions],
  );

/** A group's figures against every baseline of a run. */
export async function groupFigures<F>(tx: Db, run: number, { dimension, code }: GroupName): Promise<F[]> {
  const rows = await tx.query<{ body: F }>(
    "select body from figure where run_id = $1 and scope = 'all' and dimension = $2 and code = $3 order by baseline",
    [run, dimension, code],
  );
  return rows.map(({ body }) => body);
}

/** Figures against the month before of the divisions of a section. */
export async function figuresBelow<F>(tx: Db, run: number, section: string): Promise<F[]> {
  const rows = await tx.query<{ body: F }>(
    `select body from figure where run_id = $1 and scope = 'all' and dimension = 'division' and baseline = 'previous'
       and body ->> 'parent' = $2 order by code`,
    [run, section],
  );
  return rows.map(({ body }) => body);
}

/** A group's outlines as some runs stored them, the oldest month first. */
export const monthOutlines = <O>(
  tx: Db,
  runs: readonly number[],
  { dimension, code }: GroupName,
): Promise<{ readonly month: Month; readonly outline: O }[]> =>
  tx.query(
    `select r.month, g.body as outline from group_outline g join run r on r.id = g.run_id
     where g.run_id = any ($1::integer[]) and g.dimension = $2 and g.code = $3 order by r.month`,
    [runs, dimension, code],
  );

/** What a run foretold of a group; null where it foretells none of its kind. */
export async function groupForecast<F>(tx: Db, run: number, { dimension, code }: GroupName): Promise<F | null> {
  const [row] = await tx.query<{ body: F }>(
    "select body from forecast where run_id = $1 and dimension = $2 and code = $3",
    [run, dimension, code],
  );
  return row?.body ?? null;
}

/** What a run counted of a group, with the verdict on each count. */
export const groupCounts = <C>(tx: Db, run: number, { dimension, code }: GroupName): Promise<C[]> =>
  tx.query<C>(
    "select kind, dimension, code, count, alarm from month_count where run_id = $1 and dimension = $2 and code = $3 order by kind",
    [run, dimension, code],
  );
