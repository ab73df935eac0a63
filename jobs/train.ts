import { LARGE_REDUCTION, lineOf } from "../models/judging/event-definition.ts";
import { JUDGED_FROM } from "../models/judging/judged-from.ts";
import { formatMonth, type Month } from "../models/month.ts";
import type { Profile } from "../models/profile.ts";
import { WITHIN_FLOORS } from "../models/replay/floors.ts";
import { byCourse } from "../models/replay/happened.ts";
import { fittingRows } from "../models/replay/risk-rows.ts";
import { type Compared, compareModels } from "../models/risk/compare-models.ts";
import type { RiskMetrics, RiskModel } from "../models/risk/model.ts";
import type { RiskRows } from "../models/risk/rows.ts";
import { type TooLittle, trainRisk } from "../models/risk/train.ts";
import type { DetectorThresholds } from "../models/threshold.ts";
import type { Db } from "../src/db/db.ts";
import { keepRiskModel, riskModelCount } from "../src/db/risk-model.ts";
import { courseAsKnown } from "../src/db/timeline.ts";
import type { Vintage } from "../src/db/vintage.ts";
import { walkMonths } from "./backtest/walk.ts";
import type { Progress } from "./progress.ts";
import { riskModelInUse } from "./run/risk-model.ts";

export interface TrainingOrder {
  readonly profile: Profile;
  readonly detector: DetectorThresholds;
  readonly from: Month;
  readonly to: Month;
  readonly vintage: Vintage;
  readonly workers: number;
  readonly signal: AbortSignal;
  /** Judge only; keep nothing. */
  readonly dryRun: boolean;
  readonly author: string;
}

export interface Fitted extends Pick<Compared, "unseen" | "freshEvents" | "needEvents" | "metrics" | "better"> {
  readonly kind: "fitted";
  readonly model: RiskModel;
  /** The model in use, judged on the same rows. */
  readonly inUse: { readonly name: string; readonly metrics: RiskMetrics };
  readonly kept: boolean;
}

/** Fits the risk model to the place's own history and keeps it when it foretells better than the one in use. */
export async function train(db: Db, order: TrainingOrder, progress: Progress): Promise<Fitted | TooLittle> {
  const rows = await rowsOf(db, order, progress);
  const name = `trained-${(await riskModelCount(db)) + 1}-${formatMonth(order.to)}`;
  const trained = trainRisk(rows, {
    ...{ name, event: LARGE_REDUCTION.id, place: order.profile.title, vintage: order.vintage },
    ...{ bands: order.profile.sizeBands, line: lineOf(LARGE_REDUCTION) },
  });
  if (trained.kind === "too-little") return trained;
  const inUse = await riskModelInUse(db);
  const { old, ...compared } = compareModels(rows, trained.foretold, inUse, LARGE_REDUCTION.horizon.value);
  const kept = compared.better && !order.dryRun;
  if (kept) await keepRiskModel(db, trained.model, order.author, reasonOf(compared.metrics, old));
  return { kind: "fitted", model: trained.model, inUse: { name: inUse.name, metrics: old }, ...compared, kept };
}

async function rowsOf(db: Db, order: TrainingOrder, progress: Progress): Promise<RiskRows> {
  const { profile, from, to } = order;
  const walk = { ...order, model: null, definition: LARGE_REDUCTION, fewest: JUDGED_FROM.value, reach: WITHIN_FLOORS };
  const { gathered } = await walkMonths(db, walk, progress);
  const course = await courseAsKnown(db, profile, from, to);
  if (course === null) throw new RangeError(`nobody reported ${formatMonth(from)} or later`);
  const { outcome } = byCourse(gathered.rows, course, LARGE_REDUCTION);
  return fittingRows(gathered, outcome, course, LARGE_REDUCTION).rows;
}

const reasonOf = (metrics: RiskMetrics, old: RiskMetrics): string =>
  `log loss ${metrics.logLoss?.toFixed(4)} against ${old.logLoss?.toFixed(4)} on ${metrics.rows} enterprise-months with ${metrics.events} events`;
