import type { Db } from "./db.ts";

/** Somebody's answer to "was this alert useful?". */
export interface Feedback {
  readonly alert: number;
  readonly actor: string;
  readonly at: string;
  readonly useful: boolean;
  /** Code of the profile's casework. */
  readonly reason: string;
  readonly note: string | null;
}

export async function keepFeedback(db: Db, f: Feedback): Promise<void> {
  await db.query(
    "insert into alert_feedback (alert_id, actor, at, useful, reason, note) values ($1, $2, $3, $4, $5, $6)",
    [f.alert, f.actor, f.at, f.useful, f.reason, f.note],
  );
}

/** The newest answer of each person about alerts; all alerts when none are named. */
export const feedbackOn = (db: Db, alerts?: readonly number[]): Promise<Feedback[]> =>
  db.query<Feedback>(
    `select distinct on (alert_id, actor) alert_id as alert, actor, at, useful, reason, note from alert_feedback
     where $1::integer[] is null or alert_id = any($1) order by alert_id, actor, at desc`,
    [alerts ?? null],
  );
