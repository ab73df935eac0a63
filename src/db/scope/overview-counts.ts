import type { LifeState } from "../../../models/alert/life.ts";
import type { Reach } from "../../../models/rights/reach.ts";
import type { Db } from "../db.ts";
import { inReach, reachParams } from "./in-reach.ts";

/** Open alerts of enterprises within reach that share region, level and state. */
export interface OpenCount {
  readonly region: string | null;
  readonly level: string | null;
  readonly state: LifeState;
  readonly count: number;
}

export const openCounts = (tx: Db, reach: Reach): Promise<OpenCount[]> =>
  tx.query<OpenCount>(
    `select s.region, a.level, a.state, count(*)::integer as count
     from alert a join enterprise e on e.code = a.subject left join enterprise_scope s on s.enterprise_id = e.id
     where a.subject_kind = 'enterprise' and a.state <> 'closed' and ${inReach("e.id", 1)}
     group by 1, 2, 3 order by 1, 2, 3`,
    reachParams(reach),
  );

/** What enterprises within reach reported in a run's month against the month before; silent: known and without a report. */
export interface Movement {
  readonly enterprises: number;
  readonly silent: number;
  /** Persons, of those who reported both months. */
  readonly headcount: number;
  readonly previous: number;
}

export async function movementIn(tx: Db, reach: Reach, run: number): Promise<Movement> {
  const [row] = await tx.query<Movement>(
    `select count(*)::integer as enterprises, (count(*) filter (where s.silent_months > 0))::integer as silent,
       coalesce(sum(s.headcount) filter (where s.previous is not null), 0)::integer as headcount,
       coalesce(sum(s.previous) filter (where s.headcount is not null), 0)::integer as previous
     from score s where s.run_id = $1 and ${inReach("s.enterprise_id", 2)}`,
    [run, ...reachParams(reach)],
  );
  return row!;
}
