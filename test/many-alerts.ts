import { withEdits } from "../models/lab/tunable.ts";
import { withGroups } from "../models/strictness.ts";
import type { ThresholdSet } from "../models/threshold.ts";
import { wushan } from "./county.ts";

const { budget: _, ...decision } = wushan.thresholds.decision;

/** Without a budget, with rules that hold for whoever is silent for a month: far more alerts than anybody wants; trade and the smallest are asked for more. */
export const manyAlerts: ThresholdSet = withEdits(withGroups({ ...wushan.thresholds, decision }, wushan), {
  ...{ "blue-silent.silentMonths": 1, "blue-silent.headcount": 0, "decision.closeAfter": 1 },
  ...{ "industry.F": 1.5, "size.0": 1.3, "size.10": 1.2 },
  ...{ "blue-small.z": -1.5, "blue-small.q": 1, "blue-small.fallPeople": 1, "blue-small.fallShare": 0.01 },
});
