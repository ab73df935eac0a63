import type { Db } from "./db.ts";
import type { Run } from "./run.ts";

/** Enterprises about which the run before left an alert open, whatever people did since: a run made anew finds the same. */
export async function openBefore(db: Db, { afterRun }: Pick<Run, "afterRun">): Promise<ReadonlySet<number>> {
  const rows = await db.query<{ id: number }>(
    `select e.id from alert_decision d join enterprise e on e.code = d.subject
     where d.run_id = $1 and d.subject_kind = 'enterprise' and d.level_after is not null`,
    [afterRun],
  );
  return new Set(rows.map(({ id }) => id));
}
