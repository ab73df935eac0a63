import type { Month } from "../../../models/month.ts";
import type { Reach } from "../../../models/rights/reach.ts";
import type { Text } from "../../../models/text.ts";
import type { Db } from "../db.ts";
import { inReach, reachParams } from "./in-reach.ts";

/** An enterprise's open alert, with what rights on it depend on. */
export interface OpenAlert {
  readonly code: string;
  readonly level: string;
  readonly openedMonth: Month;
  readonly explanation: Text;
  readonly departments: readonly string[];
  readonly region: string | null;
  readonly specialist: string | null;
}

/** Alerts that a run left open on enterprises within reach, by code. */
export const alertsInReach = (tx: Db, reach: Reach, run: number): Promise<OpenAlert[]> =>
  tx.query<OpenAlert>(
    `select e.code, d.level_after as level, a.opened_month as "openedMonth", d.explanation,
       coalesce(s.departments, '{}') as departments, s.region, s.specialist
     from alert_decision d join alert a on a.id = d.alert_id join enterprise e on e.code = d.subject
     left join enterprise_scope s on s.enterprise_id = e.id
     where d.run_id = $1 and d.subject_kind = 'enterprise' and d.level_after is not null and ${inReach("e.id", 2)}
     order by e.code`,
    [run, ...reachParams(reach)],
  );
