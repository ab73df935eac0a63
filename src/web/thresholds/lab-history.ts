import { type LabHistory, type LabSide, labSide } from "../../../models/lab/side.ts";
import { firstDay, lastDay } from "../../../models/month.ts";
import type { Profile } from "../../../models/profile.ts";
import type { ThresholdSet } from "../../../models/threshold.ts";
import type { Db } from "../../db/db.ts";
import { keptMonth, keptRuns, knownReductions } from "../../db/kept-month.ts";
import { latestRuns } from "../../db/run.ts";
import { interventionsBetween } from "../../db/scorecard.ts";

/** Months that a set is tried on. */
export const LAB_MONTHS = 36;

/** The months of the newest runs, and sides tried on them already: moving one slider leaves the other side as it was. */
export interface LabBench {
  readonly history: LabHistory;
  side(set: ThresholdSet): LabSide;
}

/** Keeps the months read while the runs that speak for them are the same. Null where no run kept a month. */
export function labBenches(profile: Profile): (tx: Db) => Promise<LabBench | null> {
  let key = "";
  let read: Pick<LabHistory, "months" | "events"> | null = null;
  const sides = new Map<string, LabSide>();
  return async (tx) => {
    const newest = (await latestRuns(tx)).at(-1);
    const runs = newest ? await keptRuns(tx, newest.month - LAB_MONTHS + 1) : [];
    if (!newest || runs.length === 0) return null;
    const [from, to] = [firstDay(runs[0]!.month), lastDay(runs.at(-1)!.month)];
    const interventions = await interventionsBetween(tx, from, to);
    const now = JSON.stringify([runs, interventions]);
    if (now !== key || read === null) {
      const months = [];
      for (const { run } of runs) months.push(await keptMonth(tx, run));
      read = { months, events: await knownReductions(tx, runs.at(-1)!.run) };
      key = now;
      sides.clear();
    }
    const history = { ...read, interventions };
    return { history, side: (set) => remembered(sides, set, () => labSide(set, history, profile)) };
  };
}

/** Sides kept: the two on the page and what a person goes back to. */
const MOST_SIDES = 6;

function remembered(sides: Map<string, LabSide>, set: ThresholdSet, make: () => LabSide): LabSide {
  const key = JSON.stringify([set.rules, set.collective, set.decision, set.industries, set.sizes]);
  const side = sides.get(key) ?? make();
  sides.delete(key);
  sides.set(key, side);
  if (sides.size > MOST_SIDES) sides.delete(sides.keys().next().value!);
  return side;
}
