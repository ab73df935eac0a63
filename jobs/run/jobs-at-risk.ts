import { groupLayout } from "../../models/groups/group-layout.ts";
import { sumJobsAtRisk } from "../../models/jobs-at-risk.ts";
import type { Panel } from "../../models/panel.ts";
import { profileIndex } from "../../models/profile-index.ts";
import { jobsAtRisk } from "../../models/risk/foretell.ts";
import { personsOf } from "../../models/risk/foretell-panel.ts";
import type { ScoreColumns } from "../../models/score.ts";
import { keepJobsAtRisk } from "../../src/db/jobs-at-risk.ts";
import type { StepContext } from "./step.ts";

/** Sums the jobs at risk as they were stored with the scores, by every group; here, where the scores are at hand. */
export async function sumRisks(context: StepContext, panel: Panel, scores: ScoreColumns): Promise<void> {
  const { tx, run, profile, model } = context;
  const { membership } = await context.figures(tx);
  const layout = groupLayout(panel, profileIndex(profile), membership);
  const sums = sumJobsAtRisk(layout, (row) => jobsAtRisk(model, scores.risk[row]!, personsOf(scores, row)));
  await keepJobsAtRisk(tx, run.id, sums);
}
