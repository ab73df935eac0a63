import type { Db } from "./db.ts";
import { RUNS_BEFORE } from "./runs-before.ts";

/** An alert about an enterprise that was open at the end of a month. */
export interface OpenInMonth {
  readonly month: number;
  /** Code of the enterprise. */
  readonly subject: string;
  readonly level: string;
}

/** Alerts about enterprises left open by a run and by those it builds on, from month `from` on, with every month that was run. */
export async function openAlertsByMonth(
  db: Db,
  run: number,
  from: number,
): Promise<{ readonly months: readonly number[]; readonly open: readonly OpenInMonth[] }> {
  const runs = await db.query<{ id: number; month: number }>(
    `${RUNS_BEFORE} select id, month from before union select id, month from run where id = $1 order by month`,
    [run, from],
  );
  const open = await db.query<OpenInMonth>(
    `select month, subject, level_after as level from alert_decision
     where run_id = any($1::integer[]) and subject_kind = 'enterprise' and level_after is not null order by month, subject`,
    [runs.map(({ id }) => id)],
  );
  return { months: runs.map(({ month }) => month), open };
}
