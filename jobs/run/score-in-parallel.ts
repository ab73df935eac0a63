import type { Panel } from "../../models/panel.ts";
import type { ScoreColumns } from "../../models/score.ts";
import type { CohortMedians } from "../../models/scoring/cohort-medians.ts";
import { emptyScores } from "../../models/scoring/score-columns.ts";
import { scorePanel } from "../../models/scoring/score-panel.ts";
import type { DetectorThresholds } from "../../models/threshold.ts";
import { hasWorker, inWorker } from "./in-worker.ts";

export interface ScoreTask {
  readonly panel: Panel;
  readonly cohorts: CohortMedians;
  readonly detector: DetectorThresholds;
  readonly from: number;
  readonly to: number;
  readonly scores: ScoreColumns;
}

/** Below this many enterprises starting threads costs more than they save. */
const WORTH_THREADS = 5_000;
const WORKER = new URL("./score-worker.js", import.meta.url);

/** Scores a panel on as many threads as given, into `scores`; the result does not depend on how many. */
export async function scoreInParallel(
  panel: Panel,
  cohorts: CohortMedians,
  detector: DetectorThresholds,
  threads: number,
  scores: ScoreColumns = emptyScores(panel.size, true),
): Promise<ScoreColumns> {
  const alone = threads < 2 || panel.size < WORTH_THREADS || !hasWorker(WORKER);
  if (alone) return scorePanel(panel, cohorts, detector, 0, panel.size, scores);
  const rows = Math.ceil(panel.size / threads);
  const tasks = Array.from({ length: threads - 1 }, (_, i) => {
    const [from, to] = [(i + 1) * rows, Math.min((i + 2) * rows, panel.size)];
    return inWorker<null>(WORKER, { panel, cohorts, detector, from, to, scores } satisfies ScoreTask);
  });
  scorePanel(panel, cohorts, detector, 0, Math.min(rows, panel.size), scores); // this thread is one of them
  await Promise.all(tasks);
  return scores;
}
