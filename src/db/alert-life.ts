import type { Happened } from "../../models/alert/action-name.ts";
import type { Change, Life, LifeState } from "../../models/alert/life.ts";
import type { Outcome } from "../../models/alert/outcome.ts";
import type { SubjectKind } from "./alert.ts";
import type { Db } from "./db.ts";

/** An alert as it stands now. */
export interface Alert {
  readonly id: number;
  readonly number: string;
  readonly subjectKind: SubjectKind;
  readonly subject: string;
  readonly openedMonth: number;
  /** Level code as last decided; null once it is over. */
  readonly level: string | null;
  readonly raisedAt: string;
  /** Since when the level is no milder than now. */
  readonly levelSince: string;
  readonly escalations: number;
  readonly life: Life;
}

interface AlertRow extends Omit<Alert, "life"> {
  state: LifeState;
  outcome: Outcome | null;
  settled: boolean;
  owner: string | null;
  snoozedUntil: string | null;
  noData: boolean;
  changes: number;
}

const COLUMNS = `id, number, subject_kind as "subjectKind", subject, opened_month as "openedMonth", level, raised_at as "raisedAt",
  level_since as "levelSince", escalations, state, outcome, settled, owner, snoozed_until as "snoozedUntil", no_data as "noData", changes`;

function toAlert({ state, outcome, settled, owner, snoozedUntil, noData, changes, ...alert }: AlertRow): Alert {
  return { ...alert, life: { state, outcome, settled, owner, snoozedUntil, noData, changes } };
}

export async function alertsById(db: Db, ids: readonly number[]): Promise<Map<number, Alert>> {
  const rows = await db.query<AlertRow>(`select ${COLUMNS} from alert where id = any($1::integer[])`, [ids]);
  return new Map(rows.map((row) => [row.id, toAlert(row)]));
}

/** Alerts by id, held until the transaction ends: nobody changes them meanwhile. */
export async function holdAlerts(tx: Db, ids: readonly number[]): Promise<Map<number, Alert>> {
  const rows = await tx.query<AlertRow>(
    `select ${COLUMNS} from alert where id = any($1::integer[]) order by id for update`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, toAlert(row)]));
}

/** The alert with a number (预警编号), or null. */
export async function alertNumbered(db: Db, number: string): Promise<Alert | null> {
  const [row] = await db.query<AlertRow>(`select ${COLUMNS} from alert where number = $1`, [number]);
  return row ? toAlert(row) : null;
}

/** The open alert of each subject that has one, by subject. */
export async function openAlertsOf(
  db: Db,
  kind: SubjectKind,
  subjects: readonly string[],
): Promise<Map<string, Alert>> {
  const rows = await db.query<AlertRow>(
    `select ${COLUMNS} from alert where subject_kind = $1 and subject = any($2::text[]) and state <> 'closed'`,
    [kind, subjects],
  );
  return new Map(rows.map((row) => [row.subject, toAlert(row)]));
}

/** How many episodes of each subject are over, by subject. */
export async function endedEpisodes(
  db: Db,
  kind: SubjectKind,
  subjects: readonly string[],
): Promise<Map<string, number>> {
  const rows = await db.query<{ subject: string; count: number }>(
    `select subject, count(*)::integer as count from alert
     where subject_kind = $1 and subject = any($2::text[]) and state = 'closed' group by subject`,
    [kind, subjects],
  );
  return new Map(rows.map(({ subject, count }) => [subject, count]));
}

/** Alerts of some levels that nobody acknowledged yet. */
export async function unacknowledged(db: Db, levels: readonly string[]): Promise<Alert[]> {
  const rows = await db.query<AlertRow>(
    `select ${COLUMNS} from alert where state = 'raised' and level = any($1::text[]) order by id`,
    [levels],
  );
  return rows.map(toAlert);
}

export interface AlertFilter {
  readonly open?: boolean;
  readonly level?: string | undefined;
  readonly subject?: string | undefined;
}

/** Alerts, oldest first. */
export async function alertList(db: Db, { open, level, subject }: AlertFilter): Promise<Alert[]> {
  const rows = await db.query<AlertRow>(
    `select ${COLUMNS} from alert
     where ($1::boolean is null or (state <> 'closed') = $1) and ($2::text is null or level = $2)
       and ($3::text is null or subject = $3) order by id`,
    [open ?? null, level ?? null, subject ?? null],
  );
  return rows.map(toAlert);
}

/** A change that was granted, with what the alert is from then on. */
export interface KeptChange {
  readonly alert: number;
  readonly change: Change;
  readonly life: Life;
  readonly at: string;
  readonly run?: number;
  /** The level from now on, when the change moves it; null: none any more. */
  readonly level?: string | null;
}

/**
 * Keeps changes and what they make of their alerts, several of one alert in the order given; returns the alerts that somebody
 * else changed since they were read: of those nothing is written, and the change is to be looked at again.
 */
export async function keepChanges(tx: Db, kept: readonly KeptChange[]): Promise<readonly number[]> {
  const refused = new Set<number>();
  for (const turn of inTurns(kept)) {
    const asked = turn.filter(({ alert }) => !refused.has(alert));
    if (asked.length > 0) for (const alert of await keepOneEach(tx, asked)) refused.add(alert);
  }
  return [...refused];
}

/** The first change of every alert, then every second one, and so on. */
function inTurns(kept: readonly KeptChange[]): readonly (readonly KeptChange[])[] {
  const turns: KeptChange[][] = [];
  const taken = new Map<number, number>();
  for (const one of kept) {
    const turn = taken.get(one.alert) ?? 0;
    taken.set(one.alert, turn + 1);
    if (turns[turn]) turns[turn].push(one);
    else turns[turn] = [one];
  }
  return turns;
}

/** Keeps one change of each alert. */
async function keepOneEach(tx: Db, kept: readonly KeptChange[]): Promise<readonly number[]> {
  const rows = await tx.query<{ id: number }>(
    `with asked as (
       select * from unnest($1::integer[], $2::text[], $3::text[], $4::boolean[], $5::text[], $6::date[], $7::boolean[], $8::integer[],
         $9::boolean[], $10::text[], $11::timestamptz[], $12::text[], $13::text[], $14::text[], $15::date[], $16::text[], $17::integer[])
         as c (alert_id, state, outcome, settled, owner, snoozed_until, no_data, change,
           moves_level, new_level, at, actor, action, reason, until, named, run_id)),
     changed as (
       update alert a set state = c.state, outcome = c.outcome, settled = c.settled, owner = c.owner,
         snoozed_until = c.snoozed_until, no_data = c.no_data, changes = c.change,
         level = case when c.moves_level then c.new_level else a.level end,
         level_since = case when c.action in ('re-arm', 'rise') then c.at else a.level_since end,
         escalations = case c.action when 're-arm' then 0 when 'rise' then 0 when 'escalate' then a.escalations + 1 else a.escalations end
       from asked c where a.id = c.alert_id and a.changes = c.change - 1
       returning a.id, a.level)
     insert into alert_change (alert_id, change, at, actor, action, state, level, reason, outcome, until, owner, run_id)
     select c.alert_id, c.change, c.at, c.actor, c.action, c.state, d.level, c.reason, c.outcome, c.until, c.named, c.run_id
     from asked c join changed d on d.id = c.alert_id
     returning alert_id as id`,
    [
      ...[kept.map((k) => k.alert), kept.map((k) => k.life.state), kept.map((k) => k.life.outcome)],
      ...[kept.map((k) => k.life.settled), kept.map((k) => k.life.owner), kept.map((k) => k.life.snoozedUntil)],
      ...[kept.map((k) => k.life.noData), kept.map((k) => k.life.changes), kept.map((k) => k.level !== undefined)],
      ...[kept.map((k) => k.level ?? null), kept.map((k) => k.at), kept.map((k) => k.change.actor)],
      ...[kept.map((k) => k.change.action), kept.map((k) => k.change.reason ?? null)],
      ...[
        kept.map((k) => k.change.until ?? null),
        kept.map((k) => k.change.owner ?? null),
        kept.map((k) => k.run ?? null),
      ],
    ],
  );
  const done = new Set(rows.map(({ id }) => id));
  return kept.filter(({ alert }) => !done.has(alert)).map(({ alert }) => alert);
}

export interface ChangeRow {
  readonly change: number;
  readonly at: string;
  readonly actor: string;
  readonly action: Happened;
  readonly state: LifeState;
  readonly level: string | null;
  readonly reason: string | null;
  readonly outcome: Outcome | null;
  readonly until: string | null;
  readonly owner: string | null;
}

/** Everything that happened to an alert, in order. */
export const changesOf = (db: Db, alert: number): Promise<ChangeRow[]> =>
  db.query<ChangeRow>(
    `select change, at, actor, action, state, level, reason, outcome, until, owner
     from alert_change where alert_id = $1 order by change`,
    [alert],
  );
