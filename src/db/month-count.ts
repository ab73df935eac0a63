import { copyChunks, copyLine } from "./copy.ts";
import type { Db } from "./db.ts";
import { RUNS_BEFORE } from "./runs-before.ts";

interface Count {
  readonly kind: string;
  readonly dimension: string;
  readonly code: string;
  readonly count: number;
}

interface Judged extends Count {
  readonly alarm: unknown;
}

export async function keepMonthCounts(tx: Db, run: number, counts: Iterable<Judged>): Promise<number> {
  const columns = ["run_id", "kind", "dimension", "code", "count", "alarm"];
  const line = (c: Judged) => copyLine([run, c.kind, c.dimension, c.code, c.count, JSON.stringify(c.alarm)]);
  return tx.bulkLoad("month_count", columns, copyChunks(counts, line));
}

export async function monthCountsOf<C extends Judged>(db: Db, run: number): Promise<C[]> {
  return db.query<C>(
    "select kind, dimension, code, count, alarm from month_count where run_id = $1 order by kind, dimension, code",
    [run],
  );
}

/** Counts of the months before a run's, from month `from` on. */
export async function countsBefore<C extends Count & { readonly month: number }>(
  db: Db,
  run: number,
  from: number,
): Promise<C[]> {
  return db.query<C>(
    `${RUNS_BEFORE} select b.month, c.kind, c.dimension, c.code, c.count from before b join month_count c on c.run_id = b.id
     order by b.month, c.kind, c.dimension, c.code`,
    [run, from],
  );
}

/** Enterprises for which a run found a level, alerted or not. */
export async function alarmingEnterprises(db: Db, run: number): Promise<number[]> {
  const rows = await db.query<{ id: number }>(
    `select e.id from alert_decision d join enterprise e on e.code = d.subject
     where d.run_id = $1 and d.subject_kind = 'enterprise' and d.found_level is not null order by e.id`,
    [run],
  );
  return rows.map((row) => row.id);
}
