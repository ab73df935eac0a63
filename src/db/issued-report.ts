import type { Db } from "./db.ts";
import { FACTS_FORM } from "./report.ts";

/** A report that was reviewed or issued, without its facts. */
export interface IssuedReport {
  readonly id: number;
  readonly kind: string;
  readonly scope: string;
  readonly month: number;
  readonly run: number | null;
  readonly state: "reviewed" | "issued";
  readonly reviewedBy: string;
  readonly reviewedAt: string;
  /** Department code, year and number it was issued under; null until then. */
  readonly issuer: string | null;
  readonly year: number | null;
  readonly number: number | null;
  readonly issuedOn: string | null;
  readonly issuedBy: string | null;
}

/** Who does something with a report, and when. */
export interface By {
  readonly actor: string;
  /** ISO instant. */
  readonly at: string;
}

const COLUMNS = `id, kind, scope, month, run_id as run, state, reviewed_by as "reviewedBy", reviewed_at as "reviewedAt",
  issuer, year, number, issued_on as "issuedOn", issued_by as "issuedBy"`;

export type ReportName = Pick<IssuedReport, "kind" | "scope" | "month">;

/** What there is of a report since somebody looked through it; null for a draft. */
export async function issuedReport(db: Db, { kind, scope, month }: ReportName): Promise<IssuedReport | null> {
  const [row] = await db.query<IssuedReport>(
    `select ${COLUMNS} from issued_report where kind = $1 and scope = $2 and month = $3 order by id desc limit 1`,
    [kind, scope, month],
  );
  return row ?? null;
}

export async function issuedById(db: Db, id: number): Promise<IssuedReport | null> {
  const [row] = await db.query<IssuedReport>(`select ${COLUMNS} from issued_report where id = $1`, [id]);
  return row ?? null;
}

/** The facts as frozen; null when another version laid them out. */
export async function frozenFacts<F>(db: Db, id: number): Promise<F | null> {
  const [row] = await db.query<{ facts: F }>("select facts from issued_report where id = $1 and form = $2", [
    id,
    FACTS_FORM,
  ]);
  return row?.facts ?? null;
}

/** Reports since they were looked through, the newest first. */
export const issuedReports = (db: Db): Promise<IssuedReport[]> =>
  db.query<IssuedReport>(`select ${COLUMNS} from issued_report order by month desc, id desc`);

export interface Reviewed extends ReportName {
  readonly run: number | null;
  readonly facts: unknown;
  readonly by: string;
  readonly at: string;
}

/** Freezes what was looked through. One that was looked through before and not issued is replaced; null when it was issued. */
export async function keepReviewed(tx: Db, r: Reviewed): Promise<IssuedReport | null> {
  const [row] = await tx.query<IssuedReport>(
    `insert into issued_report (kind, scope, month, run_id, form, facts, state, reviewed_by, reviewed_at)
     values ($1, $2, $3, $4, $5, $6::jsonb, 'reviewed', $7, $8)
     on conflict (kind, scope, month) where kind <> 'correction' do update set run_id = excluded.run_id, form = excluded.form,
       facts = excluded.facts, reviewed_by = excluded.reviewed_by, reviewed_at = excluded.reviewed_at
     where issued_report.state = 'reviewed' returning ${COLUMNS}`,
    [r.kind, r.scope, r.month, r.run, FACTS_FORM, JSON.stringify(r.facts), r.by, r.at],
  );
  return row ?? null;
}

export interface Issuing {
  readonly issuer: string;
  readonly on: string;
  readonly by: string;
  readonly at: string;
}

/** Gives a reviewed report the issuer's next number of the year; null when somebody issued it meanwhile. */
export async function numberReport(tx: Db, id: number, { issuer, on, by, at }: Issuing): Promise<IssuedReport | null> {
  await tx.query("lock table issued_report in share row exclusive mode"); // two at once must not get one number
  const [row] = await tx.query<IssuedReport>(
    `update issued_report set state = 'issued', issuer = $2, year = left($3, 4)::integer, issued_on = $3::date, issued_by = $4,
       issued_at = $5,
       number = 1 + (select coalesce(max(number), 0) from issued_report o where o.issuer = $2 and o.year = left($3, 4)::integer)
     where id = $1 and state = 'reviewed' returning ${COLUMNS}`,
    [id, issuer, on, by, at],
  );
  return row ?? null;
}
