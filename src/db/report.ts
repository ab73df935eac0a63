import type { Db } from "./db.ts";

export async function keepReport(tx: Db, run: number, kind: string, facts: unknown, html: string): Promise<void> {
  await tx.query("insert into report (run_id, kind, facts, html) values ($1, $2, $3::jsonb, $4)", [
    run,
    kind,
    JSON.stringify(facts),
    html,
  ]);
}

export interface StoredReport {
  readonly facts: unknown;
  readonly html: string;
}

export async function reportOf(db: Db, run: number, kind: string): Promise<StoredReport | null> {
  const [row] = await db.query<StoredReport>("select facts, html from report where run_id = $1 and kind = $2", [
    run,
    kind,
  ]);
  return row ?? null;
}
