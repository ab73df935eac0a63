import type { NoticeMessage } from "../../models/notice/message.ts";
import type { Language } from "../../models/text.ts";
import type { Db } from "./db.ts";

export interface NewSending {
  readonly key: string;
  readonly recipient: number;
  readonly desk: string;
  /** Why this recipient: member, on-duty, deputy. */
  readonly why: string;
  readonly day: string;
  readonly message: NoticeMessage;
  readonly at: string;
  readonly notices: readonly number[];
}

/** Puts a message into the outbox with the notices it carries; false when its key was there already. */
export async function keepSending(tx: Db, s: NewSending): Promise<boolean> {
  const [row] = await tx.query<{ id: number }>(
    `insert into sending (key, recipient_id, desk, why, urgent, day, message, created_at, not_before)
     values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $8) on conflict (key) do nothing returning id`,
    [s.key, s.recipient, s.desk, s.why, s.message.urgent, s.day, JSON.stringify(s.message), s.at],
  );
  if (!row) return false;
  await tx.query("insert into sending_notice (sending_id, notice_id) select $1, unnest($2::integer[])", [
    row.id,
    s.notices,
  ]);
  return true;
}

/** Whether a desk got a grouped message on a day already. */
export async function hadDaily(db: Db, desk: string, day: string): Promise<boolean> {
  const rows = await db.query("select 1 from sending where desk = $1 and day = $2 and not urgent limit 1", [desk, day]);
  return rows.length > 0;
}

/** Alerts of which a desk has been sent something that did not fail for good. */
export async function toldAlerts(db: Db, desk: string, alerts: readonly number[]): Promise<Set<number>> {
  const rows = await db.query<{ alert: number }>(
    `select distinct n.alert_id as alert from notice n
     join sending_notice l on l.notice_id = n.id join sending s on s.id = l.sending_id
     where n.desk = $1 and n.alert_id = any($2::integer[]) and s.state <> 'failed'`,
    [desk, alerts],
  );
  return new Set(rows.map(({ alert }) => alert));
}

export interface ClaimedSending {
  readonly id: number;
  readonly key: string;
  readonly recipient: number;
  readonly channel: string;
  readonly address: string;
  readonly language: Language;
  readonly desk: string;
  readonly message: NoticeMessage;
  /** The try that begins now, from 1. */
  readonly attempt: number;
  readonly createdAt: string;
}

export interface Claim {
  readonly holder: string;
  readonly now: string;
  /** Until when nobody else may try. */
  readonly until: string;
  /** Messages a minute to one address, by channel; a channel without a limit is missing. */
  readonly perMinute: ReadonlyMap<string, number>;
  readonly most: number;
}

/**
 * Claims the oldest waiting message of each address that may be tried now and writes down that a try begins. Messages to one
 * address go in order: while the first waits, those behind it wait too.
 */
export async function claimSendings(tx: Db, claim: Claim): Promise<ClaimedSending[]> {
  const limits = [...claim.perMinute];
  return tx.query<ClaimedSending>(
    `with heads as (
       select distinct on (r.fingerprint) s.id, r.fingerprint, r.channel
       from sending s join recipient r on r.id = s.recipient_id
       where s.state = 'waiting' order by r.fingerprint, s.id),
     busy as (
       select r.fingerprint, count(*) as tries
       from sending_attempt a join sending s on s.id = a.sending_id join recipient r on r.id = s.recipient_id
       where a.started_at > $2::timestamptz - interval '1 minute' group by r.fingerprint),
     free as (
       select s.id from sending s join heads h on h.id = s.id
       left join busy b on b.fingerprint = h.fingerprint
       left join unnest($5::text[], $6::integer[]) as l (channel, most) on l.channel = h.channel
       where s.not_before <= $2 and (s.claimed_until is null or s.claimed_until <= $2)
         and (l.most is null or coalesce(b.tries, 0) < l.most)
       order by s.id limit $4 for update of s skip locked),
     claimed as (
       update sending s set claimed_by = $1, claimed_until = $3, attempts = attempts + 1
       from free where s.id = free.id
       returning s.id, s.key, s.recipient_id, s.desk, s.message, s.attempts, s.created_at),
     begun as (
       insert into sending_attempt (sending_id, attempt, started_at) select id, attempts, $2 from claimed)
     select c.id, c.key, c.recipient_id as recipient, r.channel, r.address, r.language, c.desk, c.message, c.attempts as attempt,
       c.created_at as "createdAt"
     from claimed c join recipient r on r.id = c.recipient_id order by c.id`,
    [claim.holder, claim.now, claim.until, claim.most, limits.map(([c]) => c), limits.map(([, n]) => n)],
  );
}

export interface AttemptEnd {
  readonly id: number;
  readonly attempt: number;
  readonly at: string;
  readonly outcome: "delivered" | "temporary" | "permanent";
  readonly code: string | null;
  readonly detail: unknown;
  readonly receipt: string | null;
  /** Earliest time of the next try, after a temporary failure. */
  readonly next: string | null;
}

/** Writes down how a try ended. A try that somebody else has since taken over changes nothing any more. */
export async function endAttempt(tx: Db, end: AttemptEnd): Promise<boolean> {
  const state = { delivered: "delivered", temporary: "waiting", permanent: "failed" }[end.outcome];
  const rows = await tx.query(
    `update sending set state = $3, claimed_by = null, claimed_until = null, receipt = $4,
       not_before = coalesce($5::timestamptz, not_before), done_at = case when $3 = 'waiting' then null else $6::timestamptz end
     where id = $1 and attempts = $2 and state = 'waiting' returning id`,
    [end.id, end.attempt, state, end.receipt, end.next, end.at],
  );
  await tx.query(
    `update sending_attempt set finished_at = $3, outcome = $4, code = $5, detail = $6::jsonb
     where sending_id = $1 and attempt = $2`,
    [end.id, end.attempt, end.at, end.outcome, end.code, JSON.stringify(end.detail)],
  );
  return rows.length > 0;
}

/** Notices of a failed message that no other message carries to their desk: somebody else has to hear of them. */
export async function unheard(tx: Db, sending: number): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    `select n.id from notice n join sending_notice l on l.notice_id = n.id and l.sending_id = $1
     where not exists (
       select 1 from sending_notice o join sending s on s.id = o.sending_id
       where o.notice_id = n.id and s.state <> 'failed')
     order by n.id`,
    [sending],
  );
  return rows.map(({ id }) => id);
}
