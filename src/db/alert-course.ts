import type { DecisionReason } from "../../models/decision/decision.ts";
import type { Month } from "../../models/month.ts";
import type { Text } from "../../models/text.ts";
import type { Db } from "./db.ts";

/** What one judgement decided about an alert, whether anybody was told or not. */
export interface DecisionRow {
  readonly month: Month;
  /** The day that the judgement was made for. */
  readonly asOf: string;
  /** A month run, or events judged on the day they came in. */
  readonly by: "month" | "event";
  readonly foundLevel: string | null;
  readonly levelBefore: string | null;
  readonly levelAfter: string | null;
  readonly send: boolean;
  readonly reason: DecisionReason;
  readonly explanation: Text;
}

/** Every decision about an alert, the newest first. */
export const decisionsAbout = (db: Db, alert: number): Promise<DecisionRow[]> =>
  db.query<DecisionRow>(
    `select d.month, r.as_of as "asOf", r.kind as "by", d.found_level as "foundLevel", d.level_before as "levelBefore",
       d.level_after as "levelAfter", d.send, d.reason, d.explanation
     from alert_decision d join run r on r.id = d.run_id where d.alert_id = $1 order by d.run_id desc`,
    [alert],
  );
