import type { Panel } from "../../../models/panel.ts";
import type { Profile } from "../../../models/profile.ts";
import { foretellPanel } from "../../../models/risk/foretell-panel.ts";
import { type CohortMedians, cohortMedians } from "../../../models/scoring/cohort-medians.ts";
import { treeOf } from "../../../models/scoring/cohort-tree.ts";
import { emptyScores } from "../../../models/scoring/score-columns.ts";
import { scorePanel } from "../../../models/scoring/score-panel.ts";
import { anyHazard } from "../any-hazard.ts";
import { processorTime } from "./cpu.ts";

/** Microseconds that steps 1–5 and 7 take over a panel on this thread: the peers' pass, and all of an enterprise's own. */
export interface OwnTime {
  readonly peers: number;
  readonly own: number;
}

/** A timed turn of all scoring, to be called again and again, and the cohorts that its panel falls into. */
export function ownScoring(profile: Profile, panel: Panel): { turn: () => OwnTime; cohorts: CohortMedians } {
  const { thresholds } = profile;
  const tree = treeOf(profile);
  const out = emptyScores(panel.size);
  const model = anyHazard();
  const turn = () => {
    const began = processorTime();
    const cohorts = cohortMedians(panel, tree, thresholds.detector);
    const between = processorTime();
    scorePanel(panel, cohorts, thresholds.detector, 0, panel.size, out);
    foretellPanel(model, out);
    return { peers: between - began, own: processorTime() - between };
  };
  return { turn, cohorts: cohortMedians(panel, tree, thresholds.detector) };
}
