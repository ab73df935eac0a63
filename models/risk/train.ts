import { sigmoid } from "../calibration/logit.ts";
import { averagePrecision } from "../judging/average-precision.ts";
import { brierSkill, type ReliabilityBin, reliabilityTable } from "../judging/calibration.ts";
import { rankRows } from "../judging/ranking.ts";
import { wilson } from "../judging/wilson.ts";
import type { Month } from "../month.ts";
import { formatMonth } from "../month.ts";
import { Z80 } from "../two-sided.ts";
import { blockOf, CROSS_FIT, crossFit } from "./cross-fit.ts";
import { fitEventBelief } from "./event-belief.ts";
import { FEWEST_EVENTS } from "./fewest-events.ts";
import { believeForward, calibrateForward, calibrationBy } from "./foretell-forward.ts";
import { fitHazard, HAZARD } from "./hazard.ts";
import type { ReductionLine, RiskBin, RiskMetrics, RiskModel } from "./model.ts";
import { riskLines } from "./risk-lines.ts";
import { eventsIn, placesWhere, type RiskRows, rowsAt } from "./rows.ts";

export interface TrainOrder {
  readonly name: string;
  readonly event: string;
  readonly line: ReductionLine;
  readonly place: RiskModel["training"]["place"];
  readonly vintage: RiskModel["training"]["vintage"];
  /** Lower limits of the size bands. */
  readonly bands: readonly number[];
  /** Another split of the enterprises than the usual one. */
  readonly split?: number;
}

/** Too little to learn from: said as a value. */
export interface TooLittle {
  readonly kind: "too-little";
  readonly rows: number;
  readonly events: number;
  readonly needEvents: number;
}

export interface Trained {
  readonly kind: "trained";
  readonly model: RiskModel;
  /**
   * Probability of each row by a hazard, a calibration and a belief in reports, each fitted on other enterprises' rows whose
   * outcome was known before; NaN for the first months.
   */
  readonly foretold: Float64Array;
}

const BINS = 20;
const SEVERITY_PRIOR = 10;
/**
 * Fits a risk model to a place's own history and judges it on rows it did not see (folds by enterprise, forward in
 * time, a gap of the horizon); what is kept for the months to come is fitted on all of them. The same rows give the same
 * model. Too few events are said, never fitted.
 */
export function trainRisk(rows: RiskRows, order: TrainOrder): Trained | TooLittle {
  const events = eventsIn(rows);
  if (events < FEWEST_EVENTS.value || events === rows.size)
    return { kind: "too-little", rows: rows.size, events, needEvents: FEWEST_EVENTS.value };
  const settings = {
    ...HAZARD,
    ...CROSS_FIT,
    bands: order.bands,
    line: order.line,
    split: order.split ?? CROSS_FIT.split,
    block: blockOf(new Set(rows.month).size),
  };
  const score = crossFit(rows, settings).map(sigmoid);
  const judged = placesWhere(rows.size, (r) => !Number.isNaN(score[r]));
  if (eventsIn(rowsAt(rows, judged)) < CROSS_FIT.fewest)
    return { kind: "too-little", rows: judged.length, events, needEvents: FEWEST_EVENTS.value };
  const quiet = calibrateForward(score, rows, settings);
  const foretold = believeForward(quiet, rows, settings);
  const calibration = calibrationBy(score, rows, judged);
  const model: RiskModel = {
    ...{ kind: "trained", name: order.name, event: order.event, calibration },
    eventBelief: fitEventBelief(quiet, rows),
    training: { place: order.place, ...spanOf(rows), rows: rows.size, events, vintage: order.vintage },
    ...fitHazard(rows, settings),
    bins: binsOf(untold(quiet, rows), rows),
    severity: severityOf(rows, order.bands),
    lines: riskLines(foretold, rows, order.bands),
    metrics: metricsOf(foretold, rows),
  };
  return { kind: "trained", model, foretold };
}

/** Rows of which nothing was reported: intervals of the risk alone are read from them. */
const untold = (quiet: Float64Array, { eventChance }: RiskRows): Float64Array =>
  eventChance ? quiet.map((p, r) => (eventChance[r] > 0 ? Number.NaN : p)) : quiet;

function spanOf({ month }: RiskRows): { readonly from: string; readonly to: string } {
  const [from, to] = month.reduce<[Month, Month]>(
    ([a, b], m) => [Math.min(a, m), Math.max(b, m)],
    [month[0], month[0]],
  );
  return { from: formatMonth(from), to: formatMonth(to) };
}

/** Wilson's 80 % interval of what came, by groups of like probability: bins joined until the share that came never falls. */
export function binsOf(foretold: Float64Array, { outcome }: RiskRows): readonly RiskBin[] {
  const groups: ReliabilityBin[] = [];
  for (const bin of reliabilityTable({ probability: foretold, outcome: Int8Array.from(outcome) }, BINS)) {
    let last = bin;
    for (let above = groups.at(-1); above && above.observed >= last.observed; above = groups.at(-1)) {
      last = together(above, last);
      groups.pop();
    }
    groups.push(last);
  }
  return groups.map(({ foretold: mean, events, rows }) => ({ foretold: mean, ...wilson(events, rows, Z80) }));
}

function together(a: ReliabilityBin, b: ReliabilityBin): ReliabilityBin {
  const rows = a.rows + b.rows;
  const events = a.events + b.events;
  return { rows, events, foretold: (a.foretold * a.rows + b.foretold * b.rows) / rows, observed: events / rows };
}

/** Mean share lost when the event came, by band, drawn towards that of all. */
function severityOf({ size, outcome, lost, headcount }: RiskRows, bands: readonly number[]): readonly number[] {
  const known = placesWhere(size, (r) => outcome[r] === 1 && !Number.isNaN(lost[r]));
  const all = known.reduce((sum, r) => sum + lost[r], 0) / Math.max(1, known.length);
  return bands.map((from, i) => {
    const inside = known.filter(
      (r) => headcount[r] >= from && headcount[r] < (bands[i + 1] ?? Number.POSITIVE_INFINITY),
    );
    const sum = inside.reduce((total, r) => total + lost[r], 0);
    return (sum + SEVERITY_PRIOR * all) / (inside.length + SEVERITY_PRIOR);
  });
}

/** Average precision, Brier skill and log loss of probabilities on rows; NaN probabilities are left out. */
export function metricsOf(foretold: Float64Array, rows: RiskRows): RiskMetrics {
  const places = placesWhere(rows.size, (r) => !Number.isNaN(foretold[r]));
  const probability = Float64Array.from(places, (r) => foretold[r]);
  const outcome = Int8Array.from(places, (r) => rows.outcome[r]);
  const loss = places.reduce((sum, _, i) => sum - Math.log(outcome[i] === 1 ? probability[i] : 1 - probability[i]), 0);
  return {
    rows: places.length,
    events: outcome.reduce((sum, y) => sum + y, 0),
    averagePrecision: averagePrecision(rankRows(probability, outcome)),
    brierSkill: brierSkill({ probability, outcome }),
    logLoss: places.length > 0 ? loss / places.length : null,
  };
}
