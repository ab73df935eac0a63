import type { Panel } from "../panel.ts";
import type { ScoreColumns } from "../score.ts";
import type { CohortMedians } from "./cohort-medians.ts";
import { emptyHistory, type History } from "./history.ts";
import type { Limits } from "./limits.ts";
import { noSwing, type Swing } from "./risk-features.ts";
import { type StlRoom, stlRoom } from "./stl.ts";
import type { Trend } from "./trend.ts";
import type { Walk } from "./walk.ts";

/** All that scoring one row touches, made once. */
export interface Bench {
  readonly panel: Panel;
  readonly cohorts: CohortMedians;
  readonly limits: Limits;
  readonly history: History;
  readonly walk: Walk;
  readonly stl: StlRoom;
  readonly trend: Trend;
  readonly swing: Swing;
  readonly out: ScoreColumns;
}

export const emptyBench = (panel: Panel, cohorts: CohortMedians, limits: Limits, out: ScoreColumns): Bench => ({
  panel,
  cohorts,
  limits,
  history: emptyHistory(panel.width, limits),
  stl: stlRoom(panel.width),
  walk: { leak: Number.NaN, shiftColumn: -1 },
  trend: { slope: Number.NaN, trendP: Number.NaN },
  swing: noSwing(),
  out,
});
