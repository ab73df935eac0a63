import type { Month } from "../../models/month.ts";
import { copyChunks, copyLine } from "./copy.ts";
import type { Db } from "./db.ts";

export type SubjectKind = "enterprise" | "place";

/** Opens an episode, or returns the one that an earlier run opened for the same subject and month. */
export async function openAlerts(
  tx: Db,
  run: number,
  month: Month,
  subjects: readonly { subjectKind: SubjectKind; subject: string }[],
): Promise<Map<string, number>> {
  const rows = await tx.query<{ id: number; subject_kind: string; subject: string }>(
    `with wanted as (select * from unnest($3::text[], $4::text[]) as w (subject_kind, subject)),
     opened as (
       insert into alert (subject_kind, subject, opened_month, opened_run)
       select subject_kind, subject, $2, $1 from wanted
       on conflict (subject_kind, subject, opened_month) do nothing
       returning id, subject_kind, subject)
     select id, subject_kind, subject from opened
     union all
     select a.id, a.subject_kind, a.subject from alert a join wanted using (subject_kind, subject) where a.opened_month = $2`,
    [run, month, subjects.map((s) => s.subjectKind), subjects.map((s) => s.subject)],
  );
  return new Map(rows.map((row) => [`${row.subject_kind}/${row.subject}`, row.id]));
}

/** A decision as stored, sent or not. */
export interface StoredDecision<Explanation> {
  readonly subjectKind: SubjectKind;
  readonly subject: string;
  readonly month: Month;
  readonly alert: number | null;
  readonly foundLevel: string | null;
  readonly levelBefore: string | null;
  readonly levelAfter: string | null;
  readonly monthsBelow: number;
  readonly monthsClear: number;
  readonly repeat: boolean;
  readonly send: boolean;
  readonly reason: string;
  /** What happened against the month before, whatever an earlier run of this month told; reports speak of this one. */
  readonly monthReason: string;
  readonly rules: readonly string[];
  readonly explanation: Explanation;
  /** The month the alert opened; null for a decision without one. */
  readonly openedMonth: Month | null;
}

export async function keepDecisions(
  tx: Db,
  run: number,
  decisions: Iterable<Omit<StoredDecision<unknown>, "openedMonth">>,
): Promise<number> {
  const columns = [
    "run_id",
    "subject_kind",
    "subject",
    "month",
    "alert_id",
    "found_level",
    "level_before",
    "level_after",
    "months_below",
    "months_clear",
    "repeat",
    "send",
    "reason",
    "month_reason",
    "rules",
    "explanation",
  ];
  const line = (d: Omit<StoredDecision<unknown>, "openedMonth">) =>
    copyLine([
      run,
      d.subjectKind,
      d.subject,
      d.month,
      d.alert,
      d.foundLevel,
      d.levelBefore,
      d.levelAfter,
      d.monthsBelow,
      d.monthsClear,
      d.repeat,
      d.send,
      d.reason,
      d.monthReason,
      JSON.stringify(d.rules),
      JSON.stringify(d.explanation),
    ]);
  return tx.bulkLoad("alert_decision", columns, copyChunks(decisions, line));
}

/** What a run decided on those who had an alert before or after it; one who was looked at and stayed silent is left out. */
export async function decisionsOf<Explanation>(db: Db, run: number): Promise<StoredDecision<Explanation>[]> {
  return db.query<StoredDecision<Explanation>>(
    `select d.subject_kind as "subjectKind", d.subject, d.month, d.alert_id as alert, a.opened_month as "openedMonth", found_level as "foundLevel",
       level_before as "levelBefore", level_after as "levelAfter", months_below as "monthsBelow", months_clear as "monthsClear", repeat, send, reason, month_reason as "monthReason", rules, explanation
     from alert_decision d left join alert a on a.id = d.alert_id
     where d.run_id = $1 and d.month_reason <> 'silent' order by d.subject_kind, d.subject`,
    [run],
  );
}

/** Open alerts and notices to send, by run. */
export async function decisionCounts(
  db: Db,
  runs: readonly number[],
): Promise<Map<number, { readonly open: number; readonly sent: number }>> {
  const rows = await db.query<{ run: number; open: number; sent: number }>(
    `select run_id as run, (count(*) filter (where level_after is not null))::integer as open,
       (count(*) filter (where send))::integer as sent
     from alert_decision where run_id = any($1::integer[]) group by run_id`,
    [runs],
  );
  return new Map(rows.map(({ run, open, sent }) => [run, { open, sent }]));
}
