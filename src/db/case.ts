import type { KeptStep } from "../../models/case/case.ts";
import type { Db } from "./db.ts";

/** A case as listed; what happened in it stands in its steps. */
export interface CaseRow {
  readonly id: number;
  readonly number: string;
  readonly enterprise: string;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly referent: string;
  readonly criticality: string;
  readonly steps: number;
}

const COLUMNS = `id, number, enterprise, opened_at as "openedAt", closed_at as "closedAt", referent, criticality, steps`;

/** A case by its number, held until the transaction ends. */
export async function holdCase(tx: Db, number: string): Promise<CaseRow | null> {
  const [row] = await tx.query<CaseRow>(`select ${COLUMNS} from enterprise_case where number = $1 for update`, [
    number,
  ]);
  return row ?? null;
}

export async function caseNumbered(db: Db, number: string): Promise<CaseRow | null> {
  const [row] = await db.query<CaseRow>(`select ${COLUMNS} from enterprise_case where number = $1`, [number]);
  return row ?? null;
}

/** The open case of an enterprise, held until the transaction ends. */
export async function holdOpenCase(tx: Db, enterprise: string): Promise<CaseRow | null> {
  const [row] = await tx.query<CaseRow>(
    `select ${COLUMNS} from enterprise_case where enterprise = $1 and closed_at is null for update`,
    [enterprise],
  );
  return row ?? null;
}

export interface CaseFilter {
  readonly open?: boolean;
  readonly referent?: string;
  readonly enterprise?: string;
}

/** Cases, the newest first. */
export const cases = (db: Db, { open, referent, enterprise }: CaseFilter): Promise<CaseRow[]> =>
  db.query<CaseRow>(
    `select ${COLUMNS} from enterprise_case
     where ($1::boolean is null or (closed_at is null) = $1) and ($2::text is null or referent = $2)
       and ($3::text is null or enterprise = $3) order by id desc`,
    [open ?? null, referent ?? null, enterprise ?? null],
  );

/** Begins a case that has no step yet. Throws where the enterprise has an open one: hold that first. */
export async function newCase(
  tx: Db,
  { enterprise, referent, criticality, at }: { enterprise: string; referent: string; criticality: string; at: string },
): Promise<CaseRow> {
  const [row] = await tx.query<CaseRow>(
    `with next as (select nextval(pg_get_serial_sequence('enterprise_case', 'id'))::integer as id)
     insert into enterprise_case (id, number, enterprise, opened_at, referent, criticality)
     overriding system value
     select id, 'AJ' || left($5, 4) || '-' || lpad(id::text, 5, '0'), $1, $2::timestamptz, $3, $4 from next returning ${COLUMNS}`,
    [enterprise, at, referent, criticality, at],
  );
  return row!;
}

/** Writes a case's next step and what it changes of the listing. False when somebody else wrote one since it was read. */
export async function keepStep(
  tx: Db,
  { id, steps }: Pick<CaseRow, "id" | "steps">,
  { kind, actor, ...body }: KeptStep,
  after: { readonly closed: boolean; readonly referent: string; readonly criticality: string; readonly at: string },
): Promise<boolean> {
  const rows = await tx.query(
    `update enterprise_case set steps = $2, referent = $3, criticality = $4,
       closed_at = case when $5 then coalesce(closed_at, $6::timestamptz) end
     where id = $1 and steps = $2 - 1 returning id`,
    [id, steps + 1, after.referent, after.criticality, after.closed, after.at],
  );
  if (rows.length === 0) return false;
  await tx.query(
    "insert into case_step (case_id, step, at, kind, actor, body) values ($1, $2, $3, $4, $5, $6::jsonb)",
    [...[id, steps + 1, after.at, kind, actor, JSON.stringify(body)]],
  );
  return true;
}

export interface StepRow {
  readonly step: number;
  readonly at: string;
  readonly taken: KeptStep;
}

/** The steps of cases, in order, by case. */
export async function stepsOf(db: Db, cases: readonly number[]): Promise<Map<number, readonly StepRow[]>> {
  const rows = await db.query<{
    of: number;
    step: number;
    at: string;
    kind: KeptStep["kind"];
    actor: string;
    body: object;
  }>(
    `select case_id as "of", step, at, kind, actor, body from case_step where case_id = any($1::integer[])
     order by case_id, step`,
    [cases],
  );
  const steps = new Map<number, StepRow[]>();
  for (const { of, step, at, kind, actor, body } of rows)
    steps.set(of, [...(steps.get(of) ?? []), { step, at, taken: { kind, actor, ...body } as KeptStep }]);
  return steps;
}

export async function linkAlert(tx: Db, caseId: number, alert: number): Promise<void> {
  await tx.query("insert into case_alert (case_id, alert_id) values ($1, $2) on conflict do nothing", [caseId, alert]);
}

/** Alerts that a case is about. */
export async function alertsOfCase(db: Db, caseId: number): Promise<number[]> {
  const rows = await db.query<{ id: number }>("select alert_id as id from case_alert where case_id = $1 order by 1", [
    caseId,
  ]);
  return rows.map(({ id }) => id);
}

/** The newest case of each alert that has one, by alert. */
export async function casesOfAlerts(db: Db, alerts: readonly number[]): Promise<Map<number, number>> {
  const rows = await db.query<{ alert: number; of: number }>(
    `select alert_id as alert, max(case_id)::integer as "of" from case_alert where alert_id = any($1::integer[])
     group by alert_id`,
    [alerts],
  );
  return new Map(rows.map(({ alert, of }) => [alert, of]));
}

/** The case an alert belongs to; null: none yet. */
export async function caseOfAlert(db: Db, alert: number): Promise<string | null> {
  const [row] = await db.query<{ number: string }>(
    `select c.number from case_alert l join enterprise_case c on c.id = l.case_id where l.alert_id = $1
     order by c.id desc limit 1`,
    [alert],
  );
  return row?.number ?? null;
}

/** Which of some cases are open. */
export async function openAmong(db: Db, ids: readonly number[]): Promise<Set<number>> {
  const rows = await db.query<{ id: number }>(
    "select id from enterprise_case where id = any($1::integer[]) and closed_at is null",
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}
