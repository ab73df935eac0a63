import { createHash } from "node:crypto";
import type { EventDefinition } from "../../models/judging/event-definition.ts";
import type { BacktestTable } from "../../models/judging/judge-backtest.ts";
import type { Intervention } from "../../models/judging/lead-time.ts";
import type { JudgingThresholds } from "../../models/judging/thresholds.ts";
import { formatMonth, type Month } from "../../models/month.ts";
import type { Profile } from "../../models/profile.ts";
import { judgeAll, judgeRaised, type RaisedAlerts } from "../../models/replay/backtest.ts";
import { beyondFloors, EVERYTHING, WITHIN_FLOORS } from "../../models/replay/floors.ts";
import { byCourse, byTruth } from "../../models/replay/happened.ts";
import { type KeptMonth, ROW_INTEGERS, ROW_NUMBERS } from "../../models/replay/kept-month.ts";
import { beginReplay, type ReplayOutcome } from "../../models/replay/replay.ts";
import { withRisk } from "../../models/replay/with-risk.ts";
import type { CompiledModel } from "../../models/risk/model.ts";
import { limitsOf } from "../../models/scoring/limits.ts";
import type { ThresholdSet } from "../../models/threshold.ts";
import type { Db } from "../../src/db/db.ts";
import { courseAsKnown } from "../../src/db/timeline.ts";
import type { Vintage } from "../../src/db/vintage.ts";
import { randomOf } from "../../src/simulate/random.ts";
import type { Progress } from "../progress.ts";
import { MODEL } from "../run/month-run.ts";
import { type Kept, keepScores, keptScores } from "./kept-file.ts";
import { riskByFolds } from "./risk-by-folds.ts";
import type { TruthFile } from "./truth-file.ts";
import { walkMonths } from "./walk.ts";

export interface BacktestOrder {
  readonly profile: Profile;
  readonly from: Month;
  readonly to: Month;
  readonly set: ThresholdSet;
  readonly definition: EventDefinition;
  /** What really happened; null: the enterprises' own later reports tell. */
  readonly truth: TruthFile | null;
  readonly interventions: readonly Intervention[];
  readonly judging: JudgingThresholds;
  /** Persons from which an enterprise-month is judged. */
  readonly fewest: number;
  /** Everything known: what came is read from it. */
  readonly vintage: Vintage;
  /** What foretells the risk in the months' rules; null while there is none. */
  readonly model: CompiledModel | null;
  readonly workers: number;
  readonly signal: AbortSignal;
  /** Where scores are kept for the next threshold set. */
  readonly dataDir: string;
}

export interface Backtest extends Omit<Kept, "truth" | "key"> {
  readonly table: BacktestTable;
  readonly alerts: ReplayOutcome;
  readonly raised: RaisedAlerts;
  /** Whether stored scores were used; rules that ask for less than was stored need them made anew. */
  readonly reused: boolean;
  readonly beyond: readonly string[];
}

/** Scores the months on what was known then, or takes the scores kept; holds the thresholds against them; judges. */
export async function backtest(db: Db, order: BacktestOrder, progress: Progress): Promise<Backtest> {
  const key = keyOf(order);
  const beyond = beyondFloors(order.set);
  const stored = beyond.length > 0 ? null : await keptScores(order.dataDir, key);
  const { months, truth, ...kept } = stored ?? (await scoreAndJudge(db, order, key, beyond.length === 0, progress));
  const alerts = replayed(months, order);
  const { table, asPublished, final, model, since } = kept;
  const raised = judgeRaised(
    alerts,
    truth,
    order.profile.levels.map(({ code }) => code),
  );
  return { table, alerts, raised, reused: stored !== null, beyond, asPublished, final, model, since };
}

/** The alerts that the set would have raised over the kept months. */
export function replayed(months: readonly KeptMonth[], { set, profile }: Pick<BacktestOrder, "set" | "profile">) {
  const replay = beginReplay(set, profile);
  for (const month of months) replay.month(month);
  return replay.outcome();
}

const SEED = 1;

async function scoreAndJudge(db: Db, order: BacktestOrder, key: string, keep: boolean, progress: Progress) {
  const { profile, from, to, definition, truth, interventions } = order;
  const reach = keep ? WITHIN_FLOORS : EVERYTHING;
  const walked = await walkMonths(db, { ...order, detector: order.set.detector, reach }, progress);
  const { gathered, asPublished, final } = walked;
  const course = await courseAsKnown(db, profile, from, to + definition.horizon.value);
  if (course === null) throw new RangeError(`nobody reported ${formatMonth(from)} or later`);
  const happening = truth
    ? byTruth(gathered.rows, truth.events, course.last, definition)
    : byCourse(gathered.rows, course, definition);
  const risk = riskByFolds(gathered, happening.outcome, course, order);
  const months = risk.lines ? withRisk(walked.months, gathered.rows, risk.score, risk.lines) : walked.months;
  const random = randomOf(SEED, 0);
  const thresholds = fewerDraws(order.judging, gathered.risk.length);
  const question = { definition, thresholds, interventions, from, to, random };
  const judged = judgeAll(gathered, happening, risk, question);
  const kept: Kept = { key, ...judged, asPublished, final, model: risk.model, since: risk.since };
  if (keep) await keepScores(order.dataDir, kept, months);
  return { ...kept, months };
}

/** Rows times draws that are worth a minute; a place so large needs fewer draws for the same interval. */
const DRAWN_ROWS = 20_000_000;
const FEWEST_DRAWS = 100;

function fewerDraws(judging: JudgingThresholds, rows: number): JudgingThresholds {
  const affordable = Math.max(FEWEST_DRAWS, Math.floor(DRAWN_ROWS / Math.max(1, rows)));
  return { ...judging, resamples: { ...judging.resamples, value: Math.min(judging.resamples.value, affordable) } };
}

/** How the risk is foretold and its lines are drawn: another name where that changes, so that kept scores are made anew. */
const FORETOLD = "earlier-rows-1";

/** Two backtests with one key differ in nothing but how alerts are decided. */
function keyOf(order: BacktestOrder): string {
  const { profile, from, to, vintage, set, definition, truth, interventions, judging, fewest, model } = order;
  const asked = {
    profile: profile.name,
    from,
    to,
    vintage,
    detector: limitsOf(set.detector),
    definition,
    truth,
    interventions,
  };
  const columns = [...ROW_INTEGERS, ...ROW_NUMBERS];
  const made = { judging, fewest, program: MODEL, foretold: FORETOLD, columns, model: model?.model ?? null };
  return createHash("sha256")
    .update(JSON.stringify({ ...asked, ...made }))
    .digest("hex");
}
