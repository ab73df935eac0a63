import type { NoticeKind } from "../../models/notice/notice.ts";
import type { Text } from "../../models/text.ts";
import type { Db } from "./db.ts";

/** One try to deliver a message; without an end it was cut off, and may have arrived. */
export interface Try {
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly outcome: "delivered" | "temporary" | "permanent" | null;
  readonly code: string | null;
  /** Why it failed, without address and secrets. */
  readonly detail: Text | null;
}

/** Who was told of an alert, by which channel, and how that went. */
export interface Told {
  readonly at: string;
  readonly desk: string;
  readonly kind: NoticeKind;
  /** Routes that led to the desk. */
  readonly routes: readonly string[];
  readonly name: string | null;
  readonly channel: string | null;
  /** What may be shown of the address. */
  readonly hint: string | null;
  readonly why: string | null;
  /** Of the notice while nothing was sent, else of the message. */
  readonly state: string;
  readonly reason: string | null;
  readonly attempts: number | null;
  readonly doneAt: string | null;
  readonly tries: readonly Try[];
}

/** Everybody who was to be told of an alert, in order of time; a recipient changed since is told as it was then. */
export const toldOf = (db: Db, alert: number): Promise<Told[]> =>
  db.query<Told>(
    `select n.at, n.desk, n.kind, n.routes, coalesce(f.name, r.name) as name,
       coalesce(f.channel, r.channel) as channel, coalesce(f.hint, r.hint) as hint, s.why, coalesce(s.state, n.state) as state, n.reason,
       s.attempts, s.done_at as "doneAt", coalesce(t.tries, '[]') as tries
     from notice n left join sending_notice l on l.notice_id = n.id left join sending s on s.id = l.sending_id
     left join recipient r on r.id = s.recipient_id
     left join lateral (select name, channel, hint from recipient_former
       where recipient_id = r.id and replaced_at > s.done_at order by replaced_at, id limit 1) as f on true
     left join lateral (
       select json_agg(json_build_object('startedAt', started_at, 'finishedAt', finished_at, 'outcome', outcome, 'code', code,
         'detail', detail) order by attempt) as tries from sending_attempt where sending_id = s.id) as t on true
     where n.alert_id = $1 order by n.at, n.id, s.id`,
    [alert],
  );
