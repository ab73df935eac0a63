import type { CollectiveJudgement, EarlierFalls } from "../../models/collective.ts";
import type { Month } from "../../models/month.ts";
import type { Db } from "./db.ts";
import { RUNS_BEFORE } from "./runs-before.ts";

export async function keepCollective(tx: Db, run: number, judged: readonly CollectiveJudgement[]): Promise<void> {
  await tx.query(
    `insert into collective_count (run_id, rule, enterprises, verdict)
     select $1, rule, enterprises, verdict from unnest($2::text[], $3::integer[], $4::jsonb[]) as c (rule, enterprises, verdict)`,
    [
      ...[run, judged.map(({ rule }) => rule), judged.map(({ enterprises }) => enterprises)],
      judged.map((one) => JSON.stringify(one)),
    ],
  );
}

/** What a run found of each rule; empty for a run of an earlier version. */
export async function collectiveOf(db: Db, run: number): Promise<CollectiveJudgement[]> {
  const rows = await db.query<{ verdict: CollectiveJudgement }>(
    "select verdict from collective_count where run_id = $1 order by rule",
    [run],
  );
  return rows.map(({ verdict }) => verdict);
}

/** The counts of the months before a run's, from a month on. */
export const collectiveBefore = (db: Db, run: number, from: Month): Promise<EarlierFalls[]> =>
  db.query<EarlierFalls>(
    `${RUNS_BEFORE} select c.rule, b.month, c.enterprises from before b join collective_count c on c.run_id = b.id
     order by b.month, c.rule`,
    [run, from],
  );
