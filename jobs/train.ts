import { LARGE_REDUCTION, lineOf } from "../models/judging/event-definition.ts";
import { JUDGED_FROM } from "../models/judging/judged-from.ts";
import { formatMonth, type Month, parseMonth } from "../models/month.ts";
import type { Profile } from "../models/profile.ts";
import { WITHIN_FLOORS } from "../models/replay/floors.ts";
import { byCourse } from "../models/replay/happened.ts";
import { fittingRows } from "../models/replay/risk-rows.ts";
import { FEATURES } from "../models/risk/features.ts";
import { riskOf, withEvents } from "../models/risk/foretell.ts";
import { type CompiledModel, compileModel, type RiskMetrics, type RiskModel } from "../models/risk/model.ts";
import type { RiskRows } from "../models/risk/rows.ts";
import { metricsOf, type TooLittle, trainRisk } from "../models/risk/train.ts";
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

export interface Fitted {
  readonly kind: "fitted";
  readonly model: RiskModel;
  /** The model in use, judged on the same rows. */
  readonly inUse: { readonly name: string; readonly metrics: RiskMetrics };
  /** Whether those rows are new to both; else, for want of any, some were fitted on by the one in use. */
  readonly unseen: boolean;
  /** The new one's metrics on those rows. */
  readonly metrics: RiskMetrics;
  readonly better: boolean;
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
  const common = judgedByBoth(rows, trained.foretold, inUse);
  const metrics = metricsOf(common.foretold, rows);
  const old = metricsOf(common.old, rows);
  const better = (metrics.logLoss ?? Number.POSITIVE_INFINITY) < (old.logLoss ?? Number.POSITIVE_INFINITY);
  const kept = better && !order.dryRun;
  if (kept) await keepRiskModel(db, trained.model, order.author, reasonOf(metrics, old));
  const { unseen } = common;
  return {
    ...{ kind: "fitted", model: trained.model, inUse: { name: inUse.name, metrics: old } },
    ...{ unseen, metrics, better, kept },
  };
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

/**
 * Rows that neither model was fitted on: for one trained here before, only those after its span and the horizon. Where there are
 * none, all that the new one had not seen, which favours the one in use.
 */
function judgedByBoth(rows: RiskRows, foretold: Float64Array, inUse: RiskModel) {
  const compiled = compileModel(inUse);
  const after = inUse.kind === "trained" ? parseMonth(inUse.training.to) + LARGE_REDUCTION.horizon.value : 0;
  const fresh = (r: number) => !Number.isNaN(foretold[r]!) && rows.month[r]! > after;
  const anyFresh = foretold.some((_, r) => fresh(r));
  const judged = (r: number) => (anyFresh ? fresh(r) : !Number.isNaN(foretold[r]!));
  return {
    unseen: anyFresh,
    foretold: foretold.map((p, r) => (judged(r) ? p : Number.NaN)),
    old: foretold.map((_, r) => (judged(r) ? riskInUse(compiled, rows, r) : Number.NaN)),
  };
}

const riskInUse = (compiled: CompiledModel, { features, headcount, eventChance }: RiskRows, r: number): number =>
  withEvents(compiled.model, riskOf(compiled, features, r * FEATURES, headcount[r]!), eventChance?.[r] ?? 0);

const reasonOf = (metrics: RiskMetrics, old: RiskMetrics): string =>
  `log loss ${metrics.logLoss?.toFixed(4)} against ${old.logLoss?.toFixed(4)} on ${metrics.rows} enterprise-months`;
