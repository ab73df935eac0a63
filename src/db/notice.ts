import type { Notice, NoticeAbout, NoticeKind } from "../../models/notice/notice.ts";
import type { Db } from "./db.ts";

/** A notice about to be written; `at` is an ISO instant. */
export interface NewNotice extends Omit<Notice, "id" | "at"> {
  readonly at: string;
  /** What it is about, to be looked up when it is sent; both null: nothing that could end meanwhile. */
  readonly alert: number | null;
  readonly case: number | null;
}

/** Writes notices, each key once; returns how many were new. */
export async function keepNotices(tx: Db, notices: readonly NewNotice[]): Promise<number> {
  if (notices.length === 0) return 0;
  const rows = await tx.query(
    `insert into notice (key, desk, kind, alert_id, at, at_once, routes, about, case_id)
     select key, desk, kind, alert_id, at, at_once, string_to_array(routes, ','), about, case_id
     from unnest($1::text[], $2::text[], $3::text[], $4::integer[], $5::timestamptz[], $6::boolean[], $7::text[], $8::jsonb[],
       $9::integer[]) as n (key, desk, kind, alert_id, at, at_once, routes, about, case_id)
     on conflict (key) do nothing returning id`,
    [
      ...[
        notices.map((n) => n.key),
        notices.map((n) => n.desk),
        notices.map((n) => n.kind),
        notices.map((n) => n.alert),
      ],
      ...[notices.map((n) => n.at), notices.map((n) => n.atOnce), notices.map((n) => n.routes.join(","))],
      ...[notices.map((n) => JSON.stringify(n.about)), notices.map((n) => n.case)],
    ],
  );
  return rows.length;
}

interface NoticeRow {
  id: number;
  key: string;
  desk: string;
  kind: NoticeKind;
  at: string;
  atOnce: boolean;
  routes: string[];
  about: NoticeAbout;
  alert: number | null;
  case: number | null;
  reason: string | null;
}

export interface WaitingNotice extends Notice {
  readonly alert: number | null;
  readonly case: number | null;
  /** Why it still waits, as last looked at; null: nobody has. */
  readonly reason: string | null;
}

/** Desks that have something waiting; fresh: something that nobody has looked at yet. */
export async function waitingDesks(db: Db, which: "fresh" | "all"): Promise<string[]> {
  const rows = await db.query<{ desk: string }>(
    "select distinct desk from notice where state = 'waiting' and (reason is null or $1) order by desk",
    [which === "all"],
  );
  return rows.map(({ desk }) => desk);
}

const COLUMNS = `id, key, desk, kind, at, at_once as "atOnce", routes, about, alert_id as alert, case_id as "case", reason`;

const toNotice = (row: NoticeRow): WaitingNotice => ({ ...row, at: Date.parse(row.at) });

export async function noticesById(db: Db, ids: readonly number[]): Promise<WaitingNotice[]> {
  const rows = await db.query<NoticeRow>(`select ${COLUMNS} from notice where id = any($1::integer[]) order by id`, [
    ids,
  ]);
  return rows.map(toNotice);
}

/** What waits for a desk, held until the transaction ends, oldest first; what another sender holds is left to it. */
export async function holdWaiting(tx: Db, desk: string): Promise<WaitingNotice[]> {
  const rows = await tx.query<NoticeRow>(
    `select ${COLUMNS} from notice where desk = $1 and state = 'waiting' order by at, id for update skip locked`,
    [desk],
  );
  return rows.map(toNotice);
}

/** Says of notices that they will not be sent, or why they still wait. */
export async function markNotices(
  tx: Db,
  marks: readonly {
    readonly id: number;
    readonly state: "waiting" | "sent" | "suppressed";
    readonly reason: string | null;
  }[],
): Promise<void> {
  if (marks.length === 0) return;
  await tx.query(
    `update notice n set state = m.state, reason = m.reason
     from unnest($1::integer[], $2::text[], $3::text[]) as m (id, state, reason) where n.id = m.id`,
    [marks.map((m) => m.id), marks.map((m) => m.state), marks.map((m) => m.reason)],
  );
}

/** What was last said about an alert; null when nothing ever was. */
export async function newestAbout(db: Db, alert: number): Promise<NoticeAbout | null> {
  const [row] = await db.query<{ about: NoticeAbout }>(
    "select about from notice where alert_id = $1 order by id desc limit 1",
    [alert],
  );
  return row?.about ?? null;
}

/** The notices that a message carries. */
export async function noticesIn(db: Db, sending: number): Promise<WaitingNotice[]> {
  const rows = await db.query<NoticeRow>(
    `select ${COLUMNS} from notice join sending_notice l on l.notice_id = notice.id where l.sending_id = $1 order by id`,
    [sending],
  );
  return rows.map(toNotice);
}
