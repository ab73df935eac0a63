import type { Intervention, TruthEvent } from "../../models/judging/lead-time.ts";
import type { Month } from "../../models/month.ts";
import type { DecidedLevel } from "../../models/scorecard/alert-history.ts";
import type { Scorecard } from "../../models/scorecard/scorecard.ts";
import type { Db } from "./db.ts";
import { RUNS_BEFORE } from "./runs-before.ts";

/** A run that another builds on, or itself. */
export interface EarlierRun {
  readonly id: number;
  readonly month: Month;
  readonly model: string;
}

/** A run and those it builds on, back to a month, oldest first. */
export const runsUpTo = (db: Db, run: number, from: Month): Promise<EarlierRun[]> =>
  db.query<EarlierRun>(
    `${RUNS_BEFORE} select id, month, model from run
     where id = $1 or id in (select id from before) order by month`,
    [run, from],
  );

/** What runs decided on the alerts of enterprises, in order of month. */
export async function decidedLevels(
  db: Db,
  runs: readonly number[],
  levels: readonly string[],
): Promise<DecidedLevel[]> {
  return db.query<DecidedLevel>(
    `select d.alert_id as alert, e.id as enterprise, a.opened_month as "openedMonth", d.month,
       coalesce(array_position($2::text[], d.level_after), 0) - 1 as level
     from alert_decision d join alert a on a.id = d.alert_id join enterprise e on e.code = d.subject
     where d.run_id = any($1::integer[]) and d.subject_kind = 'enterprise' order by d.month, d.alert_id`,
    [runs, levels],
  );
}

/** Risk that a run foretold, by enterprise id. */
export async function foretoldIn(
  db: Db,
  run: number,
): Promise<{ readonly enterprise: readonly number[]; readonly risk: readonly number[] }> {
  const [row] = await db.query<{ enterprise: number[] | null; risk: number[] | null }>(
    "select array_agg(enterprise_id) as enterprise, array_agg(risk) as risk from score where run_id = $1 and risk is not null",
    [run],
  );
  return { enterprise: row?.enterprise ?? [], risk: row?.risk ?? [] };
}

/** Enterprises about which somebody did something between two days: a visit, an agreed measure, or a case closed as intervened. */
export const interventionsBetween = (db: Db, from: string, to: string): Promise<Intervention[]> =>
  db.query<Intervention>(
    `select distinct e.id as enterprise, (extract(year from at)::integer * 12 + extract(month from at)::integer - 1) as month
     from (select case_id, kind, body, at at time zone 'Asia/Shanghai' as at from case_step) as s
     join enterprise_case c on c.id = s.case_id join enterprise e on e.code = c.enterprise
     where (kind in ('visit', 'measure', 'measure-done') or (kind = 'close' and (body->>'intervened')::boolean))
       and at between $1::date and $2::date + interval '1 day' order by 1, 2`,
    [from, to],
  );

/** Alerts that people closed between two days as layoffs that happened. */
export const layoffsTold = (db: Db, from: string, to: string): Promise<TruthEvent[]> =>
  db.query<TruthEvent>(
    `select e.id as enterprise, null::integer as people,
       extract(year from c.at)::integer * 12 + extract(month from c.at)::integer - 1 as month
     from alert a join enterprise e on a.subject_kind = 'enterprise' and e.code = a.subject
       join lateral (select at at time zone 'Asia/Shanghai' as at from alert_change c
         where c.alert_id = a.id and c.change = a.changes) as c on true
     where a.outcome = 'layoff' and c.at >= $1::date and c.at < $2::date + interval '1 day' order by 1, 3`,
    [from, to],
  );

export async function keepScorecard(tx: Db, run: number, month: Month, card: Scorecard): Promise<void> {
  await tx.query("insert into scorecard (run_id, month, card) values ($1, $2, $3::jsonb)", [
    run,
    month,
    JSON.stringify(card),
  ]);
}

/** The scorecard of a run; null for a run of an earlier version. */
export async function scorecardOfRun(db: Db, run: number): Promise<Scorecard | null> {
  const [row] = await db.query<{ card: Scorecard }>("select card from scorecard where run_id = $1", [run]);
  return row?.card ?? null;
}

export async function keepSample(tx: Db, run: number, month: Month, enterprises: Int32Array): Promise<void> {
  await tx.query(
    "insert into audit_sample (run_id, month, enterprise_id) select $1, $2, * from unnest($3::integer[])",
    [run, month, [...enterprises]],
  );
}

export interface Sampled {
  readonly enterprise: number;
  readonly code: string;
  readonly month: Month;
}

/** Enterprises drawn by runs. */
export const sampledIn = (db: Db, runs: readonly number[]): Promise<Sampled[]> =>
  db.query<Sampled>(
    `select s.enterprise_id as enterprise, e.code, s.month from audit_sample s join enterprise e on e.id = s.enterprise_id
     where s.run_id = any($1::integer[]) order by s.month, e.code`,
    [runs],
  );
