import type { EventFact } from "../../../models/event-fact.ts";
import { partTitle } from "../../../models/explain/explain-risk.ts";
import type { EventKind } from "../../../models/profile.ts";
import { contributionsOf } from "../../../models/risk/contributions.ts";
import { eventChance, foretellingsOf } from "../../../models/risk/event-chance.ts";
import { RISK_FEATURES } from "../../../models/risk/features.ts";
import { compileModel, type RiskModel } from "../../../models/risk/model.ts";
import type { Reason, WhyNone } from "./parts-answer.ts";

export interface ScoredFeatures {
  readonly headcount: number | null;
  /** Kept where a level was reached or an alert was open; NaN and null are not known. */
  readonly features: readonly (number | null)[] | null;
}

/**
 * The parts of the risk, what was reported among them, the strongest first; empty where no features were kept.
 * @param events as the run knew them
 */
export function whyOf(
  model: RiskModel,
  { headcount, features }: ScoredFeatures,
  events: readonly EventFact[],
  kinds: readonly EventKind[],
): readonly Reason[] {
  if (features === null || headcount === null) return [];
  const values = Float32Array.from(features, (value) => value ?? Number.NaN);
  const chance = eventChance(events, foretellingsOf(kinds), model.line, headcount);
  return contributionsOf(compileModel(model), values, 0, headcount, chance).flatMap(({ name, value, logOdds }) => {
    const title = partTitle(name);
    const unit = name === "events" ? "share" : (RISK_FEATURES.find((feature) => feature.name === name)?.unit ?? null);
    return title ? [{ name, title, unit, value: Number.isFinite(value) ? value : null, logOdds }] : [];
  });
}

export interface Unexplained {
  readonly score: ScoredFeatures | null;
  /** null: not known. */
  readonly risk: number | null;
  /** Persons that the model's event takes. */
  readonly people: number;
  /** Whether an alert is open, and whether events were reported that the run does not know. */
  readonly alertOpen: boolean;
  readonly eventSince: boolean;
}

/** Why a score has no parts to tell; what holds whatever else happened comes first. */
export function whyNoneOf({ score, risk, people, alertOpen, eventSince }: Unexplained): WhyNone {
  if (score === null) return "unscored";
  if (score.headcount === null) return "silent";
  if (score.headcount < people) return "too-small";
  if (risk === null) return "too-short";
  return alertOpen && eventSince ? "event" : "not-kept";
}
