import type { Text } from "../../models/text.ts";
import type { Db } from "./db.ts";

/** How a channel has done, from the messages that went by it. */
export interface ChannelState {
  readonly name: string;
  /** Recipients on a day. */
  readonly recipients: number;
  /** Messages that are still to go out. */
  readonly waiting: number;
  /** When a message last arrived; null: none ever did. */
  readonly deliveredAt: string | null;
  /** The last try that failed, and why. */
  readonly failure: { readonly at: string; readonly code: string | null; readonly detail: Text | null } | null;
}

/** Every channel that a recipient names, by name. */
export const channelStates = (db: Db, day: string): Promise<ChannelState[]> =>
  db.query<ChannelState>(
    `with tries as (
       select r.channel, a.finished_at, a.outcome, a.code, a.detail
       from sending_attempt a join sending s on s.id = a.sending_id join recipient r on r.id = s.recipient_id)
     select c.channel as name,
       (select count(*)::integer from recipient r where r.channel = c.channel
          and (r.valid_from is null or r.valid_from <= $1) and (r.valid_to is null or r.valid_to >= $1)) as recipients,
       (select count(*)::integer from sending s join recipient r on r.id = s.recipient_id
          where r.channel = c.channel and s.state = 'waiting') as waiting,
       (select max(finished_at) from tries t where t.channel = c.channel and t.outcome = 'delivered') as "deliveredAt",
       (select json_build_object('at', finished_at, 'code', code, 'detail', detail) from tries t
          where t.channel = c.channel and t.outcome in ('temporary', 'permanent') order by finished_at desc limit 1) as failure
     from (select distinct channel from recipient) as c order by c.channel`,
    [day],
  );
