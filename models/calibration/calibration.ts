import { text } from "../text.ts";
import type { Threshold } from "../threshold.ts";
import { casesOf } from "./cases.ts";
import { fitIsotonic, type Isotonic, isotonicAt } from "./isotonic.ts";
import { inside } from "./logit.ts";
import { fitPlatt, type Platt, type PlattPull, plattAt } from "./platt.ts";

/** Turns a score into a probability; plain JSON, stored with the model. */
export type Calibration = Isotonic | Platt;

/** Without an event, or without a case that had none, nothing can be checked: the score stays a score. */
export interface TooFew {
  readonly kind: "too-few";
  readonly events: number;
  readonly others: number;
}

/** Events under which a free curve follows chance, and two numbers are fitted instead. */
export const ISOTONIC_EVENTS: Threshold = {
  value: 1000,
  unit: "events",
  origin: {
    kind: "convention",
    note: text(
      "scikit-learn 用户手册：校准样本远少于1000时保序回归容易过拟合",
      "scikit-learn's user guide: isotonic calibration overfits with far fewer than 1,000 cases",
    ),
  },
  validFrom: "2023-01",
};

/**
 * Probability of the event at a score (0…1): never exactly 0 or 1. NaN stays NaN.
 */
export function calibrate(value: Calibration, score: number): number {
  if (Number.isNaN(score)) return Number.NaN;
  return inside(value.kind === "platt" ? plattAt(value, score) : isotonicAt(value, score));
}

/**
 * Fits on cases the score was not trained on: Platt under `fewest` events, isotonic from there on. Outcomes are 1, 0
 * or -1 (unknown, left out, as is a NaN score); `weight` is how often a case counts; `pull` is of Platt's two numbers.
 */
export function fitCalibration(
  score: Float64Array,
  outcome: ArrayLike<number>,
  weight?: ArrayLike<number>,
  fewest: Threshold = ISOTONIC_EVENTS,
  pull?: PlattPull,
): Calibration | TooFew {
  const cases = casesOf(score, outcome, weight);
  const events = cases.outcome.reduce((sum, y) => sum + y, 0);
  const others = cases.outcome.length - events;
  if (events === 0 || others === 0) return { kind: "too-few", events, others };
  return events < fewest.value ? fitPlatt(cases, pull) : fitIsotonic(cases);
}
