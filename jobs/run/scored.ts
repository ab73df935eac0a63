import type { EventFact } from "../../models/event-fact.ts";
import type { Panel } from "../../models/panel.ts";
import { foretellPanel } from "../../models/risk/foretell-panel.ts";
import { type CohortMedians, cohortMedians } from "../../models/scoring/cohort-medians.ts";
import { type CohortTree, treeOf } from "../../models/scoring/cohort-tree.ts";
import { judgePanel } from "../../models/verdicts.ts";
import type { Db } from "../../src/db/db.ts";
import type { StoredEvent } from "../../src/db/event.ts";
import type { Found } from "../../src/db/score.ts";
import { chancesByRow } from "./event-chances.ts";
import { eventFacts, eventsInView } from "./events.ts";
import { rulesInForce } from "./rules-in-force.ts";
import { scoreInParallel } from "./score-in-parallel.ts";
import type { StepContext } from "./step.ts";

/** Every enterprise's score and what it was made from. */
export interface Scored extends Found {
  readonly tree: CohortTree;
  readonly cohorts: CohortMedians;
  /** What was reported, by enterprise, and the same as rules see it. */
  readonly events: ReadonlyMap<number, StoredEvent[]>;
  readonly facts: ReadonlyMap<number, readonly EventFact[]>;
}

/** What a run was made with: the same gives the same scores, bit by bit, in the run and whenever they are asked for again. */
export type MadeWith = Pick<StepContext, "run" | "profile" | "thresholds" | "rulesOnly" | "workers" | "model">;

export async function scoredRun(db: Db, made: MadeWith, columns: Panel): Promise<Scored> {
  const { run, profile, thresholds, workers, model } = made;
  const tree = treeOf(profile);
  const cohorts = cohortMedians(columns, tree, thresholds.detector);
  const scores = await scoreInParallel(columns, cohorts, thresholds.detector, workers);
  const events = await eventsInView(db, run, thresholds);
  const facts = new Map([...events].map(([enterprise, list]) => [enterprise, eventFacts(list, run)]));
  const chances = chancesByRow(model, columns, facts, profile);
  foretellPanel(model, scores, chances);
  const verdicts = judgePanel(columns, scores, rulesInForce(made), facts);
  return { tree, cohorts, scores, events, facts, chances, verdicts };
}
