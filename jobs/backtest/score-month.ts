import type { Panel } from "../../models/panel.ts";
import type { Profile } from "../../models/profile.ts";
import { eventFactsIn } from "../../models/replay/event-facts.ts";
import type { DatedEvent } from "../../models/replay/keep-month.ts";
import { foretellPanel } from "../../models/risk/foretell-panel.ts";
import type { CompiledModel } from "../../models/risk/model.ts";
import type { ScoreColumns } from "../../models/score.ts";
import { cohortMedians } from "../../models/scoring/cohort-medians.ts";
import { treeOf } from "../../models/scoring/cohort-tree.ts";
import { emptyScores } from "../../models/scoring/score-columns.ts";
import type { Take } from "../../models/shared-room.ts";
import type { DetectorThresholds } from "../../models/threshold.ts";
import { chancesByRow } from "../run/event-chances.ts";
import { scoreInParallel } from "../run/score-in-parallel.ts";

export interface Scorer {
  readonly profile: Profile;
  readonly detector: DetectorThresholds;
  /** What foretells the risk; null leaves it without a value. */
  readonly model: CompiledModel | null;
  readonly workers: number;
  /** Where the scores are put; in a reused room they last until the next month is scored. */
  readonly room: () => Take;
}

/** Scores a panel as the month run does, with what was reported by then. */
export async function scoreMonth(
  panel: Panel,
  events: readonly DatedEvent[],
  { profile, detector, model, workers, room }: Scorer,
): Promise<ScoreColumns> {
  const tree = treeOf(profile);
  const cohorts = cohortMedians(panel, tree, detector);
  const scores = await scoreInParallel(panel, cohorts, detector, workers, emptyScores(panel.size, room()));
  if (model) foretellPanel(model, scores, chancesByRow(model, panel, eventFactsIn(events, panel.month), profile));
  return scores;
}
