import { calibrate } from "../calibration/calibration.ts";
import { logit, sigmoid } from "../calibration/logit.ts";
import { FEATURES, RISK_FEATURES } from "./features.ts";
import { bandOf, type CompiledModel, effectOf, rawLogOdds, seenValue } from "./model.ts";

/** Probability of the model's event within its horizon, 0…1; NaN without a headcount. Reported events are not in it yet. */
export function riskOf(compiled: CompiledModel, features: Float32Array, at: number, headcount: number): number {
  if (!(headcount > 0)) return Number.NaN;
  const score = sigmoid(rawLogOdds(compiled, features, at, headcount));
  const { calibration } = compiled.model;
  return calibration === null ? score : calibrate(calibration, score);
}

/** A risk with what was reported about the enterprise: its events' weights are log-odds, believed as far as the model says. */
export const withEvents = ({ model }: CompiledModel, risk: number, eventWeight: number): number =>
  eventWeight === 0 || Number.isNaN(risk) ? risk : sigmoid(logit(risk) + model.eventBelief * eventWeight);

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** 80 % interval: how often the event came among those foretold about this; null for a model that was never judged. */
export function intervalOf({ model: { bins } }: CompiledModel, risk: number): Interval | null {
  if (bins.length === 0 || Number.isNaN(risk)) return null;
  let right = bins.findIndex((bin) => bin.foretold >= risk);
  if (right < 0) right = bins.length - 1;
  const left = Math.max(0, right - 1);
  const [a, b] = [bins[left], bins[right]];
  const share = b.foretold > a.foretold ? Math.min(1, Math.max(0, (risk - a.foretold) / (b.foretold - a.foretold))) : 1;
  const low = a.low + share * (b.low - a.low);
  const high = a.high + share * (b.high - a.high);
  return { low: Math.min(low, risk), high: Math.max(high, risk) };
}

/** Jobs that the event would cost, times its probability: persons; NaN without a risk. */
export const jobsAtRisk = (compiled: CompiledModel, risk: number, headcount: number): number =>
  risk * headcount * (compiled.model.severity[bandOf(compiled, headcount)] ?? Number.NaN);

/** What one feature adds to an enterprise's log-odds. */
export interface Contribution {
  readonly name: string;
  readonly value: number;
  readonly logOdds: number;
}

/** Every known feature's part, the strongest first whichever way it points; with the intercept and band they sum to the raw log-odds. */
export function contributionsOf(
  compiled: CompiledModel,
  features: Float32Array,
  at: number,
  headcount: number,
): readonly Contribution[] {
  return Array.from({ length: FEATURES }, (_, f) => {
    const value = seenValue(compiled.model.line, features, at, f, headcount);
    return { name: RISK_FEATURES[f].name, value, logOdds: effectOf(compiled, f, value) };
  })
    .filter(({ value }) => !Number.isNaN(value))
    .sort((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds));
}
