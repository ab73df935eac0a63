import type { Db } from "./db.ts";

/** What tells a run's reports apart; scope is "" for the whole place. */
export interface ReportKey {
  readonly run: number;
  readonly kind: string;
  readonly scope: string;
}

/** How the facts are laid out; raised when a new version could not read what an older one kept. */
export const FACTS_FORM = 3;

/** Keeps a report once; one that an earlier version laid out otherwise is replaced. */
export async function keepReport(tx: Db, { run, kind, scope }: ReportKey, facts: unknown): Promise<void> {
  await tx.query(
    `insert into report (run_id, kind, scope, form, facts) values ($1, $2, $3, $4, $5::jsonb)
     on conflict (run_id, kind, scope) do update set form = excluded.form, facts = excluded.facts
     where report.form < excluded.form`,
    [run, kind, scope, FACTS_FORM, JSON.stringify(facts)],
  );
}

/** Whether a run has reports in the form that this version reads. */
export async function hasReports(db: Db, run: number): Promise<boolean> {
  return (await db.query("select 1 from report where run_id = $1 and form = $2 limit 1", [run, FACTS_FORM])).length > 0;
}

/** The reports of a run, the whole place's before its parts'. */
export const reportsOfRun = (db: Db, run: number): Promise<{ readonly kind: string; readonly scope: string }[]> =>
  db.query("select kind, scope from report where run_id = $1 and form = $2 order by scope, kind", [run, FACTS_FORM]);

/** The facts of a report; null when there is none, or it was laid out by another version. */
export async function reportFacts<F>(db: Db, { run, kind, scope }: ReportKey): Promise<F | null> {
  const [row] = await db.query<{ facts: F }>(
    "select facts from report where run_id = $1 and kind = $2 and scope = $3 and form = $4",
    [run, kind, scope, FACTS_FORM],
  );
  return row?.facts ?? null;
}
