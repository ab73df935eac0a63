import type { Db } from "./db.ts";

/** An alert raised in a stretch of time, who was told first, and when somebody acted on it. */
export interface RaisedAlert {
  readonly number: string;
  readonly subject: string;
  /** Level at raising. */
  readonly level: string;
  readonly raisedAt: string;
  /** The first desk that was to be told; null: nobody was. */
  readonly desk: string | null;
  /** First time a person acknowledged, took or closed it, or the service ended it; null: nobody yet. */
  readonly actedAt: string | null;
}

export const raisedBetween = (db: Db, from: string, to: string): Promise<RaisedAlert[]> =>
  db.query<RaisedAlert>(
    `select a.number, a.subject, raised.level, a.raised_at as "raisedAt",
       (select desk from notice n where n.alert_id = a.id order by n.id limit 1) as desk,
       (select min(at) from alert_change c where c.alert_id = a.id
         and c.action in ('acknowledge', 'take', 'close', 'lapse', 'withdraw')) as "actedAt"
     from alert a join alert_change raised on raised.alert_id = a.id and raised.change = 1
     where a.raised_at >= $1 and a.raised_at < $2 and raised.level is not null order by a.id`,
    [from, to],
  );
