import { RISK_FEATURES } from "../../../models/risk/features.ts";
import { contributionsOf } from "../../../models/risk/foretell.ts";
import { compileModel, type RiskModel } from "../../../models/risk/model.ts";
import type { Text } from "../../../models/text.ts";

/** What one thing adds to an enterprise's risk. */
export interface Reason {
  readonly name: string;
  readonly title: Text;
  readonly value: number;
  readonly unit: string;
  /** To the log-odds; above 0 raises the risk. */
  readonly logOdds: number;
}

export interface ScoredFeatures {
  readonly headcount: number | null;
  /** Kept where a level was reached; NaN and null are not known. */
  readonly features: readonly (number | null)[] | null;
}

/** The parts of the risk, the strongest first; empty where no features were kept. */
export function whyOf(model: RiskModel, { headcount, features }: ScoredFeatures): readonly Reason[] {
  if (features === null || headcount === null) return [];
  const values = Float32Array.from(features, (value) => value ?? Number.NaN);
  return contributionsOf(compileModel(model), values, 0, headcount).flatMap(({ name, value, logOdds }) => {
    const known = RISK_FEATURES.find((feature) => feature.name === name);
    return known && Number.isFinite(value) ? [{ name, title: known.title, unit: known.unit, value, logOdds }] : [];
  });
}
