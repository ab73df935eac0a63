import type { Figure } from "../../../models/figure.ts";
import { type GroupLine, LINE_MONTHS, LINED, ownLines, storedLines } from "../../../models/groups/group-line.ts";
import type { Profile } from "../../../models/profile.ts";
import { profileIndex } from "../../../models/profile-index.ts";
import type { Reach } from "../../../models/rights/reach.ts";
import type { Db } from "../../db/db.ts";
import type { Run } from "../../db/run.ts";
import { scopeVersion } from "../../db/scope/enterprise-scope.ts";
import { monthFigures } from "../../db/scope/group-figures.ts";
import { type Completeness, completenessIn } from "../../db/scope/overview-counts.ts";
import { ownPanel } from "../../db/scope/own-panel.ts";

/** How the enterprises within reach stood in a run. */
export interface Standing {
  readonly lines: readonly GroupLine[];
  readonly completeness: Completeness;
}

/** @param runs the newest LINE_MONTHS of the runs that speak, `run` the last of them */
export type Standings = (tx: Db, reach: Reach, runs: readonly Run[], run: Run) => Promise<Standing>;

/** Reaches kept: the departments, townships and specialists of a county, and some. */
const MOST = 200;

/**
 * Whoever sees all reads what the run stored; of a part the same is reckoned from the histories that are one's own, once for all
 * who share a reach, until a month is run or enterprises change hands: they are hundreds of thousands of months.
 */
export function standings(profile: Profile): Standings {
  const kept = new Map<string, Promise<Standing>>();
  return async (tx, reach, runs, run) => {
    if (reach.all) return storedStanding(tx, reach, runs, run);
    const key = JSON.stringify([run.id, await scopeVersion(tx), reach]);
    const found = kept.get(key) ?? ownStanding(tx, reach, profile, run);
    kept.delete(key);
    kept.set(key, found);
    found.catch(() => kept.delete(key));
    if (kept.size > MOST) kept.delete(kept.keys().next().value!);
    return found;
  };
}

async function storedStanding(tx: Db, reach: Reach, runs: readonly Run[], run: Run): Promise<Standing> {
  const ids = runs.map(({ id }) => id);
  const lines = storedLines(run.month, await monthFigures<Figure>(tx, ids, LINED));
  return { lines, completeness: await completenessIn(tx, reach, run.id) };
}

async function ownStanding(tx: Db, reach: Reach, profile: Profile, run: Run): Promise<Standing> {
  const panel = await ownPanel(tx, reach, profile, run, { industries: null, region: null, months: LINE_MONTHS + 1 });
  return { lines: ownLines(panel, profileIndex(profile)), completeness: await completenessIn(tx, reach, run.id) };
}
