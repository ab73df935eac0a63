import type { Panel } from "../panel.ts";
import type { ScoreColumns } from "../score.ts";
import type { CohortMedians } from "./cohort-medians.ts";
import { emptyHistory, type History } from "./history.ts";
import type { Limits } from "./limits.ts";
import { RISK_TERMS } from "./risk.ts";
import type { Trend } from "./trend.ts";
import type { Walk } from "./walk.ts";

/** All that scoring one row touches, made once. */
export interface Bench {
  readonly panel: Panel;
  readonly cohorts: CohortMedians;
  readonly limits: Limits;
  readonly history: History;
  readonly walk: Walk;
  readonly trend: Trend;
  readonly features: Float64Array;
  readonly out: ScoreColumns;
}

export const emptyBench = (panel: Panel, cohorts: CohortMedians, limits: Limits, out: ScoreColumns): Bench => ({
  panel,
  cohorts,
  limits,
  history: emptyHistory(panel.width, limits),
  walk: { leak: Number.NaN, shiftColumn: -1 },
  trend: { slope: Number.NaN, trendP: Number.NaN },
  features: new Float64Array(RISK_TERMS.length),
  out,
});
