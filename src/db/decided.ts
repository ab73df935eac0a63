import type { Db } from "./db.ts";
import { RUNS_BEFORE } from "./runs-before.ts";

/** What a month decided about an enterprise that had an alert before or after it. */
export interface DecidedInMonth {
  readonly month: number;
  /** Code of the enterprise. */
  readonly subject: string;
  readonly reason: string;
  /** Level code at the month's end; null when no alert is open. */
  readonly level: string | null;
}

/** Every month that was run, and what was decided, from month `from` to a run's own: by the run and by those it builds on. */
export async function decidedByMonth(
  db: Db,
  run: number,
  from: number,
): Promise<{ readonly months: readonly number[]; readonly decided: readonly DecidedInMonth[] }> {
  const runs = await db.query<{ id: number; month: number }>(
    `${RUNS_BEFORE} select id, month from before union select id, month from run where id = $1 order by month`,
    [run, from],
  );
  const decided = await db.query<DecidedInMonth>(
    `select month, subject, month_reason as reason, level_after as level from alert_decision
     where run_id = any($1::integer[]) and subject_kind = 'enterprise' and month_reason <> 'silent' order by month, subject`,
    [runs.map(({ id }) => id)],
  );
  return { months: runs.map(({ month }) => month), decided };
}

/** The day as of which each alert was opened, by its id. */
export async function openedOn(db: Db, alerts: readonly number[]): Promise<Map<number, string>> {
  const rows = await db.query<{ id: number; on: string }>(
    `select a.id, r.as_of as "on" from alert a join run r on r.id = a.opened_run where a.id = any($1::integer[])`,
    [alerts],
  );
  return new Map(rows.map(({ id, on }) => [id, on]));
}
