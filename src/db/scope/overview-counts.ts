import type { LifeState } from "../../../models/alert/life.ts";
import type { Reach } from "../../../models/rights/reach.ts";
import { STATUS } from "../../../models/score.ts";
import type { Db } from "../db.ts";
import { inReach, reachParams } from "./in-reach.ts";
import type { PanelOf } from "./own-panel.ts";

/** Open alerts of enterprises within reach that share industry, region, level and state. */
export interface OpenCount {
  /** The finest known industry; null where it is not known. */
  readonly industry: string | null;
  readonly region: string | null;
  readonly level: string | null;
  readonly state: LifeState;
  readonly count: number;
}

export const openCounts = (tx: Db, reach: Reach): Promise<OpenCount[]> =>
  tx.query<OpenCount>(
    `select p.industry, s.region, a.level, a.state, count(*)::integer as count
     from alert a join enterprise e on e.code = a.subject left join enterprise_scope s on s.enterprise_id = e.id
     left join series p on p.enterprise_id = e.id
     where a.subject_kind = 'enterprise' and a.state <> 'closed' and ${inReach("e.id", 1)}
     group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
    reachParams(reach),
  );

/** How many alerts of enterprises within reach went from one level to another in a run's month; null is without an alert. */
export interface LevelMove {
  readonly before: string | null;
  readonly after: string | null;
  readonly count: number;
}

export const levelMoves = (tx: Db, reach: Reach, run: number): Promise<LevelMove[]> =>
  tx.query<LevelMove>(
    `select d.level_before as before, d.level_after as after, count(*)::integer as count
     from alert_decision d join enterprise e on e.code = d.subject
     where d.run_id = $1 and d.subject_kind = 'enterprise' and d.level_before is distinct from d.level_after
       and ${inReach("e.id", 2)}
     group by 1, 2 order by 1, 2`,
    [run, ...reachParams(reach)],
  );

/** Enterprises within reach that had not ceased by a run's month, and those of them without a report in it. */
export interface Completeness {
  readonly enterprises: number;
  readonly silent: number;
}

/** Of some industries or a region; of all where both are null. */
export async function completenessIn(
  tx: Db,
  reach: Reach,
  run: number,
  { industries, region }: PanelOf = { industries: null, region: null },
): Promise<Completeness> {
  if (reach.all && industries === null && region === null) return completenessOfAll(tx, run);
  const [row] = await tx.query<Completeness>(
    `select count(*)::integer as enterprises, (count(*) filter (where s.silent_months > 0))::integer as silent
     from score s left join series p on p.enterprise_id = s.enterprise_id
     where s.run_id = $1 and s.status <> ${STATUS.exited} and ($2::text[] is null or p.industry = any ($2))
       and ($3::text is null or p.region = $3) and ${inReach("s.enterprise_id", 4)}`,
    [run, industries, region, ...reachParams(reach)],
  );
  return row!;
}

/** As the run itself counted: a place's hundreds of thousands of rows are not gone through for every reader. */
async function completenessOfAll(tx: Db, run: number): Promise<Completeness> {
  const [row] = await tx.query<Completeness>(
    `select ((counts->>'enterprises')::integer - (counts->>'exited')::integer) as enterprises, (counts->>'silent')::integer as silent
     from run_step where run_id = $1 and step = 'score'`,
    [run],
  );
  return row!;
}
