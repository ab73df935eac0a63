import { formatMonth, type Month } from "../../models/month.ts";
import { copyChunks, copyLine } from "./copy.ts";
import type { Db } from "./db.ts";

export type SubjectKind = "enterprise" | "place";

/** A subject whose episode is to be open from a month on, at a level. */
export interface Opening {
  readonly subjectKind: SubjectKind;
  readonly subject: string;
  readonly level: string;
}

/**
 * The episodes of subjects that a run found open from its month on, by "kind/subject": the one that an earlier run opened for
 * the same month, else the one that is open, moved back when it began earlier than was known, else a new one. So a subject
 * never has two.
 */
export async function openAlerts(
  tx: Db,
  run: number,
  month: Month,
  at: string,
  openings: readonly Opening[],
): Promise<Map<string, number>> {
  const subjects = openings.map((o) => o.subject);
  const rows = await tx.query<{ id: number; subjectKind: string; subject: string; openedMonth: number }>(
    `with wanted as (select * from unnest($1::text[], $2::text[]) as w (subject_kind, subject))
     select distinct on (a.subject_kind, a.subject) a.id, a.subject_kind as "subjectKind", a.subject,
       a.opened_month as "openedMonth"
     from alert a join wanted using (subject_kind, subject)
     where a.opened_month = $3 or a.state <> 'closed'
     order by a.subject_kind, a.subject, (a.opened_month = $3) desc, a.id desc`,
    [openings.map((o) => o.subjectKind), subjects, month],
  );
  const known = new Map(rows.map((row) => [keyOf(row), row.id]));
  const late = rows.filter((row) => row.openedMonth > month).map(({ id }) => id);
  await tx.query("update alert set opened_month = $2 where id = any($1::integer[])", [late, month]);
  const fresh = openings.filter((opening) => !known.has(keyOf(opening)));
  for (const [key, id] of await newAlerts(tx, run, month, at, fresh)) known.set(key, id);
  return known;
}

const keyOf = (subject: { readonly subjectKind: string; readonly subject: string }): string =>
  `${subject.subjectKind}/${subject.subject}`;

async function newAlerts(tx: Db, run: number, month: Month, at: string, openings: readonly Opening[]) {
  const rows = await tx.query<{ id: number; subjectKind: string; subject: string }>(
    `with next as (
       select nextval(pg_get_serial_sequence('alert', 'id'))::integer as id, w.*
       from unnest($1::text[], $2::text[], $3::text[]) as w (subject_kind, subject, level)),
     opened as (
       insert into alert (id, number, subject_kind, subject, opened_month, opened_run, level, raised_at, level_since)
       overriding system value
       select id, 'YJ' || $7 || '-' || lpad(id::text, 5, '0'), subject_kind, subject, $4, $5, level, $6, $6 from next
       returning id, subject_kind, subject, level),
     changed as (
       insert into alert_change (alert_id, change, at, actor, action, state, level, run_id)
       select id, 1, $6, $8, 'raise', 'raised', level, $5 from opened)
     select id, subject_kind as "subjectKind", subject from opened`,
    [
      ...[openings.map((o) => o.subjectKind), openings.map((o) => o.subject), openings.map((o) => o.level)],
      ...[month, run, at, formatMonth(month), SYSTEM],
    ],
  );
  return rows.map((row) => [keyOf(row), row.id] as const);
}

/** The service itself, where a change names who made it. */
export const SYSTEM = "system";

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
  /** One line of the explanation; null for a decision of an earlier version. */
  readonly headline: Explanation | null;
  /** Level that a person closed and that is still found; null: may be raised. */
  readonly settledLevel: string | null;
  /** The month the alert opened; null for a decision without one. */
  readonly openedMonth: Month | null;
}

/** A decision about to be stored. */
export interface NewDecision<Explanation> extends Omit<StoredDecision<Explanation>, "openedMonth"> {
  /** The alert that is held back from now on; null when none is. */
  readonly waiting: Waiting | null;
}

/** An alert that nobody has been told of, for want of a visit. */
export interface Waiting {
  readonly level: string;
  /** Month in which it was first held back. */
  readonly since: Month;
  /** Persons that a visit would be about; null not known. */
  readonly atRisk: number | null;
  /** Every rule that asked for it asks what a model foretells. */
  readonly foretold: boolean;
}

export async function keepDecisions(tx: Db, run: number, decisions: Iterable<NewDecision<unknown>>): Promise<number> {
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
    "headline",
    "settled_level",
    "waiting_level",
    "waiting_since",
    "waiting_at_risk",
    "waiting_foretold",
  ];
  const line = (d: NewDecision<unknown>) =>
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
      JSON.stringify(d.headline),
      ...[d.settledLevel, d.waiting?.level ?? null, d.waiting?.since ?? null, d.waiting?.atRisk ?? null],
      d.waiting?.foretold ?? null,
    ]);
  return tx.bulkLoad("alert_decision", columns, copyChunks(decisions, line));
}

/** What a run decided on those who had an alert before or after it; one who was looked at and stayed silent is left out. */
export async function decisionsOf<Explanation>(db: Db, run: number): Promise<StoredDecision<Explanation>[]> {
  return db.query<StoredDecision<Explanation>>(
    `select d.subject_kind as "subjectKind", d.subject, d.month, d.alert_id as alert, a.opened_month as "openedMonth", found_level as "foundLevel",
       level_before as "levelBefore", level_after as "levelAfter", months_below as "monthsBelow", months_clear as "monthsClear", repeat, send, reason, month_reason as "monthReason", rules, explanation, headline, settled_level as "settledLevel"
     from alert_decision d left join alert a on a.id = d.alert_id
     where d.run_id = $1 and d.month_reason <> 'silent' order by d.subject_kind, d.subject`,
    [run],
  );
}

/** The newest decision on an alert; null for one of which none is kept. */
export async function newestDecision<Explanation>(
  db: Db,
  alert: number,
): Promise<{ readonly explanation: Explanation; readonly rules: readonly string[]; readonly month: Month } | null> {
  const [row] = await db.query<{ explanation: Explanation; rules: string[]; month: number }>(
    `select explanation, rules, month from alert_decision where alert_id = $1 and level_after is not null
     order by month desc, run_id desc limit 1`,
    [alert],
  );
  return row ?? null;
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
