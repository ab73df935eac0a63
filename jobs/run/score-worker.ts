import { parentPort } from "node:worker_threads";
import { scorePanel } from "../../models/scoring/score-panel.ts";
import type { ScoreTask } from "./score-in-parallel.ts";

// Scores the rows it is told on the shared columns, and answers when they are done.
parentPort?.on("message", ({ panel, cohorts, detector, from, to, scores }: ScoreTask) => {
  try {
    scorePanel(panel, cohorts, detector, from, to, scores);
    parentPort?.postMessage({ result: null });
  } catch (error) {
    parentPort?.postMessage({ error });
  }
});
