import { calibrate } from "../calibration/calibration.ts";
import { sigmoid } from "../calibration/logit.ts";
import { Z80 } from "../two-sided.ts";
import { bandOf, type CompiledModel, type RiskBin, type RiskLine, type RiskModel, rawLogOdds } from "./model.ts";

/**
 * Probability of the model's event within its horizon, 0…1; NaN without a headcount. 0 where fewer people are employed than
 * the event takes. Reported events are not in it yet.
 */
export function riskOf(compiled: CompiledModel, features: Float32Array, at: number, headcount: number): number {
  if (!(headcount > 0)) return Number.NaN;
  if (headcount < compiled.model.line.people) return 0;
  const score = sigmoid(rawLogOdds(compiled, features, at, headcount));
  const { calibration } = compiled.model;
  return calibration === null ? score : calibrate(calibration, score);
}

/**
 * A risk with what was reported about the enterprise (noisy-or): it comes by itself, or by what was reported, whose chance is
 * believed as far as the model says. What cannot come at all stays 0.
 */
export const withEvents = ({ eventBelief }: Pick<RiskModel, "eventBelief">, risk: number, chance: number): number =>
  risk === 0 ? 0 : 1 - (1 - risk) * (1 - believed(eventBelief, chance));

/** The chance of a reported event as a model believes it, 0…1. */
export const believed = (eventBelief: number, chance: number): number => Math.min(CERTAIN, eventBelief * chance);

/** However sure a report seems, some that were reported did not come. */
const CERTAIN = 0.95;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * 80 % interval of a risk with what was reported: that of the risk without events, how often the event came among those
 * foretold about this; and that of the chance by events, as well known as by REPORTS of its kind. Where what came lies to one
 * side of the risk, the interval is widened to hold it, and an end that equals the risk says so (ADR 0091). null for a model
 * that was never judged.
 */
export function intervalOf({ model }: CompiledModel, risk: number, chance = 0): Interval | null {
  if (model.bins.length === 0 || Number.isNaN(risk)) return null;
  if (risk === 0) return { low: 0, high: 0 };
  const q = believed(model.eventBelief, chance);
  const base = withoutEvents(model.bins, 1 - (1 - risk) / (1 - q));
  const half = Z80 * Math.sqrt((q * (1 - q)) / (REPORTS + 1));
  const either = (p: number, by: number) => 1 - (1 - p) * (1 - Math.min(1, Math.max(0, by)));
  return { low: Math.min(risk, either(base.low, q - half)), high: Math.max(risk, either(base.high, q + half)) };
}

/** Reports of a kind that its listed chance counts for. */
const REPORTS = 10;

function withoutEvents(bins: readonly RiskBin[], risk: number): Interval {
  let right = bins.findIndex((bin) => bin.foretold >= risk);
  if (right < 0) right = bins.length - 1;
  const left = Math.max(0, right - 1);
  const [a, b] = [bins[left], bins[right]];
  const share = b.foretold > a.foretold ? Math.min(1, Math.max(0, (risk - a.foretold) / (b.foretold - a.foretold))) : 1;
  const low = a.low + share * (b.low - a.low);
  const high = a.high + share * (b.high - a.high);
  return { low: Math.min(low, risk), high: Math.max(high, risk) };
}

/** A risk over the line for enterprises of that size: from 1 on it is called. NaN without a line or a risk. */
export function overLine(
  lines: readonly RiskLine[] | undefined,
  level: "red" | "orange",
  risk: number,
  headcount: number,
): number {
  const line = lines?.findLast(({ from }) => headcount >= from);
  return risk / (line?.[level] ?? Number.NaN);
}

/** Jobs that the event would cost, times its probability: persons; NaN without a risk. */
export const jobsAtRisk = (compiled: CompiledModel, risk: number, headcount: number): number =>
  risk * headcount * (compiled.model.severity[bandOf(compiled, headcount)] ?? Number.NaN);
