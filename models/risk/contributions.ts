import { logit } from "../calibration/logit.ts";
import { FEATURES, RISK_FEATURES } from "./features.ts";
import { believed, riskOf, withEvents } from "./foretell.ts";
import { bandOf, type CompiledModel, effectOf, rawLogOdds, seenValue } from "./model.ts";

/** What one thing adds to the log-odds of an enterprise's risk. */
export interface Contribution {
  /** A feature's name, or one of base, band, calibration and events. */
  readonly name: string;
  /** The feature's value, the persons that the band is by, the chance by events alone; NaN where there is none. */
  readonly value: number;
  readonly logOdds: number;
}

/**
 * All that a risk is made of, the strongest first whichever way it points: the model's base, the size band, every known
 * feature, the calibration and what was reported. They sum to the risk's log-odds. None where the risk is 0 or not known: what
 * cannot come is made of nothing.
 * @param eventChance listed chance by what was reported alone, 0 without a report
 */
export function contributionsOf(
  compiled: CompiledModel,
  features: Float32Array,
  at: number,
  headcount: number,
  eventChance = 0,
): readonly Contribution[] {
  const alone = riskOf(compiled, features, at, headcount);
  if (!(alone > 0)) return [];
  const { model, intercept, bandOffset } = compiled;
  const raw = rawLogOdds(compiled, features, at, headcount);
  const told = logit(withEvents(model, alone, eventChance)) - logit(alone);
  const parts: Contribution[] = [
    { name: "base", value: Number.NaN, logOdds: intercept },
    { name: "band", value: headcount, logOdds: bandOffset[bandOf(compiled, headcount)] },
    ...featureParts(compiled, features, at, headcount),
  ];
  if (model.calibration !== null) parts.push({ name: "calibration", value: Number.NaN, logOdds: logit(alone) - raw });
  if (eventChance > 0) parts.push({ name: "events", value: believed(model.eventBelief, eventChance), logOdds: told });
  return parts.sort((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds));
}

const featureParts = (compiled: CompiledModel, features: Float32Array, at: number, headcount: number): Contribution[] =>
  Array.from({ length: FEATURES }, (_, f) => {
    const value = seenValue(compiled.model.line, features, at, f, headcount);
    return { name: RISK_FEATURES[f].name, value, logOdds: effectOf(compiled, f, value) };
  }).filter(({ value }) => !Number.isNaN(value));
