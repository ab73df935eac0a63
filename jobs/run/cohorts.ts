import type { Panel } from "../../models/panel.ts";
import { type CohortNodes, cohortNodes } from "../../models/scoring/cohort-nodes.ts";
import { type CohortTree, treeOf } from "../../models/scoring/cohort-tree.ts";
import { limitsOf } from "../../models/scoring/limits.ts";
import type { StepContext } from "./step.ts";

/** The groups that enterprises are compared in. */
export interface Cohorts {
  readonly tree: CohortTree;
  readonly nodes: CohortNodes;
}

/** Groups a run's panel as its scores did. */
export function cohortsOf(
  columns: Panel,
  { profile, thresholds }: Pick<StepContext, "profile" | "thresholds">,
): Cohorts {
  const tree = treeOf(profile);
  return { tree, nodes: cohortNodes(columns, tree, limitsOf(thresholds.detector)) };
}
