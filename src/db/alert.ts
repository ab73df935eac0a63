import type { AlertState as OpenAlert } from "../../models/decide.ts";
import type { Month } from "../../models/month.ts";
import { copyChunks, copyLine } from "./copy.ts";
import type { Db } from "./db.ts";

export type SubjectKind = "enterprise" | "place";

/** What a decision left of a subject's alert; level null when none is open. */
export interface StoredState {
  readonly subjectKind: SubjectKind;
  readonly subject: string;
  readonly alert: number | null;
  readonly openedMonth: Month | null;
  readonly level: string | null;
  readonly monthsBelow: number;
  readonly monthsClear: number;
}

const STATE = `d.subject_kind as "subjectKind", d.subject, d.alert_id as alert, a.opened_month as "openedMonth",
  d.level_after as level, d.months_below as "monthsBelow", d.months_clear as "monthsClear"`;

/**
 * Each subject's newest decision before a month. A rerun of a month decides afresh on every subject its predecessor
 * decided on, so the newest by month and run is the one that stands.
 */
export async function statesBefore(db: Db, month: Month): Promise<StoredState[]> {
  return db.query<StoredState>(
    `select distinct on (d.subject_kind, d.subject) ${STATE}
     from alert_decision d join run r on r.id = d.run_id and r.state <> 'abandoned' left join alert a on a.id = d.alert_id
     where d.month < $1
     order by d.subject_kind, d.subject, d.month desc, d.run_id desc`,
    [month],
  );
}

/** What earlier runs of the same month decided, per subject; empty on a month's first run. */
export async function statesTold(db: Db, month: Month, run: number): Promise<StoredState[]> {
  return db.query<StoredState>(
    `select distinct on (d.subject_kind, d.subject) ${STATE}
     from alert_decision d left join alert a on a.id = d.alert_id
     where d.month = $1 and d.run_id < $2
     order by d.subject_kind, d.subject, d.run_id desc`,
    [month, run],
  );
}

/** How many episodes each subject had that were over before a month; withdrawn ones never were. */
export async function episodesBefore(db: Db, month: Month): Promise<Map<string, number>> {
  const rows = await db.query<{ key: string; count: number }>(
    `select a.subject_kind || '/' || a.subject as key, count(*)::integer as count from alert a
     where a.opened_month < $1 and exists (
       select 1 from alert_decision d where d.alert_id = a.id and d.month < $1 and d.reason = 'closed')
     group by a.subject_kind, a.subject`,
    [month],
  );
  return new Map(rows.map((row) => [row.key, row.count]));
}

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

export async function decisionsOf<Explanation>(db: Db, run: number): Promise<StoredDecision<Explanation>[]> {
  return db.query<StoredDecision<Explanation>>(
    `select d.subject_kind as "subjectKind", d.subject, d.month, d.alert_id as alert, a.opened_month as "openedMonth", found_level as "foundLevel",
       level_before as "levelBefore", level_after as "levelAfter", months_below as "monthsBelow", months_clear as "monthsClear", repeat, send, reason, month_reason as "monthReason", rules, explanation
     from alert_decision d left join alert a on a.id = d.alert_id
     where d.run_id = $1 order by d.subject_kind, d.subject`,
    [run],
  );
}

/** Alert states as the decision wants them, by "kind/subject"; levels are places in the profile's list. */
export interface AlertStates {
  /** As the month before left them; subjects without an open alert are missing. */
  readonly before: ReadonlyMap<string, OpenAlert>;
  /** As an earlier run of this month left them, null when it left none open; empty on a first run. */
  readonly told: ReadonlyMap<string, OpenAlert | null>;
  readonly alert: ReadonlyMap<string, number>;
  readonly episodes: ReadonlyMap<string, number>;
  /** Codes of the enterprises among them. */
  readonly enterprises: readonly string[];
}

export async function alertStates(db: Db, month: Month, run: number, levels: readonly string[]): Promise<AlertStates> {
  const before = (await statesBefore(db, month)).filter((state) => state.level !== null);
  const told = await statesTold(db, month, run);
  const all = [...before, ...told];
  return {
    before: new Map(before.map((state) => [keyOf(state), toOpenAlert(state, levels)!])),
    told: new Map(told.map((state) => [keyOf(state), toOpenAlert(state, levels)])),
    alert: new Map(all.flatMap((state) => (state.alert === null ? [] : [[keyOf(state), state.alert] as const]))),
    episodes: await episodesBefore(db, month),
    enterprises: [...new Set(all.filter((s) => s.subjectKind === "enterprise").map((s) => s.subject))],
  };
}

const keyOf = ({ subjectKind, subject }: StoredState): string => `${subjectKind}/${subject}`;

function toOpenAlert(state: StoredState, levels: readonly string[]): OpenAlert | null {
  if (state.level === null || state.openedMonth === null) return null;
  const level = levels.indexOf(state.level);
  if (level < 0) throw new RangeError(`alert level "${state.level}" is not one of ${levels.join(", ")}`);
  return {
    alertOpenedMonth: state.openedMonth,
    level,
    monthsBelow: state.monthsBelow,
    monthsClear: state.monthsClear,
  };
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
