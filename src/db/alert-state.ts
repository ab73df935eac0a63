import type { AlertState as OpenAlert } from "../../models/decision/decision.ts";
import { firstDay, type Month } from "../../models/month.ts";
import type { Text } from "../../models/text.ts";
import type { SubjectKind } from "./alert.ts";
import type { Db } from "./db.ts";
import type { Run } from "./run.ts";

/** Alert states as the decision wants them, by "kind/subject"; levels are places in the profile's list. */
export interface AlertStates {
  /** As the run before left them; subjects without an open alert, and those whose alert a person closed since, are missing. */
  readonly before: ReadonlyMap<string, OpenAlert>;
  /** What that run held back, by subject. */
  readonly waiting: ReadonlyMap<string, WaitingAlert>;
  /** The level at which a person closed a subject's alert, while it has not been calm since. */
  readonly settled: ReadonlyMap<string, number>;
  /** The month of that run; null when there was none. */
  readonly monthBefore: Month | null;
  /** Subjects last told of by an earlier run of this month: what it left open, or null; empty on a first run. */
  readonly told: ReadonlyMap<string, OpenAlert | null>;
  /** Subjects that a later month, run before this one, told of: what it left open, or null. */
  readonly later: ReadonlyMap<string, OpenAlert | null>;
  /** Numbers of the alerts in `before` and, where it has none, in `told`. */
  readonly alert: ReadonlyMap<string, number>;
  /** How many episodes each subject had that were over before. */
  readonly episodes: ReadonlyMap<string, number>;
  /** Codes of the enterprises in `before`, `waiting`, `settled` and `told`. */
  readonly enterprises: readonly string[];
}

/** An alert that was held back, and the finding it is about. */
export interface WaitingAlert {
  readonly state: OpenAlert;
  /** Persons that a visit would be about; NaN not known. */
  readonly atRisk: number;
  /** Every rule that asked for it asks what a model foretells. */
  readonly foretold: boolean;
  readonly explanation: Text;
  readonly headline: Text;
}

export async function alertStates(
  db: Db,
  run: Pick<Run, "id" | "month" | "afterRun">,
  levels: readonly string[],
): Promise<AlertStates> {
  const left = run.afterRun === null ? [] : await statesLeft(db, run.afterRun);
  const closed = await closedSince(db, run.month);
  const isClosed = new Set(closed.map(keyOf));
  const before = left.filter(
    (state) => state.level !== null && state.settledLevel === null && !isClosed.has(keyOf(state)),
  );
  const waiting = left.filter((state) => state.waitingLevel !== null && !isClosed.has(keyOf(state)));
  const told = await statesTold(db, run);
  const later = await statesToldLater(db, run);
  const numbered = [...told, ...before].filter((state) => state.alert !== null);
  return {
    before: new Map(before.map((state) => [keyOf(state), toOpenAlert(state, levels)!])),
    waiting: new Map(waiting.map((state) => [keyOf(state), toWaiting(state, levels)])),
    settled: new Map(
      [
        ...closed,
        ...left
          .filter((state) => state.settledLevel !== null)
          .map((state) => ({ ...state, level: state.settledLevel })),
      ].map((state) => [keyOf(state), placeOf(state.level!, levels)]),
    ),
    monthBefore: run.afterRun === null ? null : await monthOf(db, run.afterRun),
    told: new Map(told.map((state) => [keyOf(state), toOpenAlert(state, levels)])),
    later: new Map(later.map((state) => [keyOf(state), toOpenAlert(state, levels)])),
    alert: new Map(numbered.map((state) => [keyOf(state), state.alert!])),
    episodes: await episodesBefore(db, run.month),
    enterprises: [...left, ...told, ...closed].filter((s) => s.subjectKind === "enterprise").map((s) => s.subject),
  };
}

/** What a decision left of a subject's alert; level null when none is open. */
interface StoredState {
  readonly subjectKind: SubjectKind;
  readonly subject: string;
  readonly alert: number | null;
  readonly openedMonth: Month | null;
  readonly level: string | null;
  readonly monthsBelow: number;
  readonly monthsClear: number;
}

interface LeftState extends StoredState {
  /** Level at which a person closed it; null when nobody did. */
  readonly settledLevel: string | null;
  /** Level at which it was held back; null when it was not, and then the rest says nothing. */
  readonly waitingLevel: string | null;
  readonly waitingSince: Month;
  readonly atRisk: number | null;
  readonly foretold: boolean;
  readonly explanation: Text;
  readonly headline: Text;
}

const STATE = `d.subject_kind as "subjectKind", d.subject, d.alert_id as alert, a.opened_month as "openedMonth",
  d.level_after as level, d.months_below as "monthsBelow", d.months_clear as "monthsClear"`;

/**
 * Alerts a run left open, held back or settled: each of them is decided on in every run, so the run before knows them all.
 * What a person closed since is settled at the level that the run left.
 */
const statesLeft = (db: Db, run: number): Promise<LeftState[]> =>
  db.query<LeftState>(
    `select ${STATE}, coalesce(d.settled_level, case when a.state = 'closed' and a.settled then d.level_after end) as "settledLevel",
       d.waiting_level as "waitingLevel", d.waiting_since as "waitingSince", d.waiting_at_risk as "atRisk", d.waiting_foretold as foretold,
       d.explanation, d.headline
     from alert_decision d left join alert a on a.id = d.alert_id
     where d.run_id = $1
       and (d.level_after is not null or d.settled_level is not null or d.waiting_level is not null) order by d.subject_kind, d.subject`,
    [run],
  );

interface ClosedSubject {
  readonly subjectKind: SubjectKind;
  readonly subject: string;
  readonly level: string;
}

/** Subjects whose newest alert a person closed after the month was over: whoever closed it knew of the month. */
const closedSince = (db: Db, month: Month): Promise<ClosedSubject[]> =>
  db.query<ClosedSubject>(
    `select subject_kind as "subjectKind", subject, level from (
       select distinct on (a.subject_kind, a.subject) a.subject_kind, a.subject, a.level, a.state, a.settled, c.at
       from alert a join alert_change c on c.alert_id = a.id and c.change = a.changes
       order by a.subject_kind, a.subject, a.id desc) as newest
     where state = 'closed' and settled and level is not null and at >= $1::date at time zone 'Asia/Shanghai'`,
    [firstDay(month + 1)],
  );

/**
 * Subjects of whom this month was the last to tell something, looking no further than this month: what they were told. A
 * run abandoned after its decisions told them too. Whoever was told of an earlier month since knows the state before.
 */
const statesTold = (db: Db, { id, month }: Pick<Run, "id" | "month">): Promise<StoredState[]> =>
  db.query<StoredState>(
    `select * from (
       select distinct on (d.subject_kind, d.subject) ${STATE}, d.month
       from alert_decision d left join alert a on a.id = d.alert_id
       where d.send and d.month <= $1 and d.run_id < $2 and exists (
         select 1 from alert_decision t
         where t.month = $1 and t.subject_kind = d.subject_kind and t.subject = d.subject and t.run_id < $2 and t.send)
       order by d.subject_kind, d.subject, d.run_id desc) as newest
     where month = $1`,
    [month, id],
  );

/** What subjects were last told by months after this one that were run before it: only when months run out of order. */
const statesToldLater = (db: Db, { id, month }: Pick<Run, "id" | "month">): Promise<StoredState[]> =>
  db.query<StoredState>(
    `select distinct on (d.subject_kind, d.subject) ${STATE}
     from alert_decision d left join alert a on a.id = d.alert_id
     where d.send and d.month > $1 and d.run_id < $2
     order by d.subject_kind, d.subject, d.run_id desc`,
    [month, id],
  );

/** How many episodes each subject had that were over before a month, as the runs that speak for the months tell it. */
async function episodesBefore(db: Db, month: Month): Promise<Map<string, number>> {
  const rows = await db.query<{ key: string; count: number }>(
    `select d.subject_kind || '/' || d.subject as key, count(distinct d.alert_id)::integer as count
     from alert_decision d join (
       select distinct on (month) id from run where month < $1 and state = 'done' and kind = 'month' order by month, id desc) as r
       on r.id = d.run_id
     where d.month_reason = 'closed' group by d.subject_kind, d.subject`,
    [month],
  );
  return new Map(rows.map((row) => [row.key, row.count]));
}

async function monthOf(db: Db, run: number): Promise<Month | null> {
  const [row] = await db.query<{ month: number }>("select month from run where id = $1", [run]);
  return row?.month ?? null;
}

const keyOf = ({ subjectKind, subject }: Pick<StoredState, "subjectKind" | "subject">): string =>
  `${subjectKind}/${subject}`;

function toOpenAlert(state: StoredState, levels: readonly string[]): OpenAlert | null {
  if (state.level === null || state.openedMonth === null) return null;
  return {
    alertOpenedMonth: state.openedMonth,
    level: placeOf(state.level, levels),
    monthsBelow: state.monthsBelow,
    monthsClear: state.monthsClear,
  };
}

const toWaiting = (state: LeftState, levels: readonly string[]): WaitingAlert => ({
  state: {
    alertOpenedMonth: state.waitingSince,
    level: placeOf(state.waitingLevel!, levels),
    ...{ monthsBelow: state.monthsBelow, monthsClear: state.monthsClear },
  },
  atRisk: state.atRisk ?? Number.NaN,
  foretold: state.foretold,
  ...{ explanation: state.explanation, headline: state.headline },
});

function placeOf(level: string, levels: readonly string[]): number {
  const place = levels.indexOf(level);
  if (place < 0) throw new RangeError(`alert level "${level}" is not one of ${levels.join(", ")}`);
  return place;
}
