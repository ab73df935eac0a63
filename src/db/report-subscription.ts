import type { ReportKind } from "../../models/report-kind.ts";
import type { Db } from "./db.ts";

export interface Subscription {
  readonly id: number;
  readonly recipient: number;
  readonly kind: ReportKind;
  readonly scope: string;
  readonly formats: readonly string[];
}

/** Stores who gets which report; null when the recipient has it already. */
export async function keepSubscription(
  db: Db,
  { recipient, kind, scope, formats }: Omit<Subscription, "id">,
  { actor, at }: { readonly actor: string; readonly at: string },
): Promise<number | null> {
  const [row] = await db.query<{ id: number }>(
    `insert into report_subscription (recipient_id, kind, scope, formats, actor, at)
     values ($1, $2, $3, string_to_array($4, ','), $5, $6)
     on conflict (recipient_id, kind, scope) where ended_at is null do nothing returning id`,
    [recipient, kind, scope, formats.join(","), actor, at],
  );
  return row?.id ?? null;
}

/** Ends a subscription; false when there is none of that number. */
export async function endSubscription(db: Db, id: number, at: string): Promise<boolean> {
  const rows = await db.query(
    "update report_subscription set ended_at = $2 where id = $1 and ended_at is null returning id",
    [id, at],
  );
  return rows.length > 0;
}

export const subscriptions = (db: Db): Promise<Subscription[]> =>
  db.query<Subscription>(
    `select id, recipient_id as recipient, kind, scope, formats from report_subscription where ended_at is null order by id`,
  );

/** A report that a message carries. */
export interface SentReport {
  readonly report: number;
  readonly formats: readonly string[];
}

/** Notes which report a message carries, and to whom: one row a report and recipient. */
export async function keepReportSending(
  tx: Db,
  { report, formats }: SentReport,
  { key, recipient }: { readonly key: string; readonly recipient: number },
): Promise<void> {
  await tx.query(
    `insert into report_sending (report_id, recipient_id, sending_id, formats)
     select $1, $2, id, string_to_array($3, ',') from sending where key = $4`,
    [report, recipient, formats.join(","), key],
  );
}

/** The report that a message carries; null for one about alerts. */
export async function reportIn(db: Db, sending: number): Promise<SentReport | null> {
  const [row] = await db.query<SentReport>(
    "select report_id as report, formats from report_sending where sending_id = $1",
    [sending],
  );
  return row ?? null;
}

/** How far each report's messages are, by report. */
export async function reportDeliveries(db: Db): Promise<Map<number, Record<string, number>>> {
  const rows = await db.query<{ report: number; state: string; count: number }>(
    `select r.report_id as report, s.state, count(*)::integer as count
     from report_sending r join sending s on s.id = r.sending_id group by 1, 2 order by 1, 2`,
  );
  const all = new Map<number, Record<string, number>>();
  for (const { report, state, count } of rows) all.set(report, { ...all.get(report), [state]: count });
  return all;
}
