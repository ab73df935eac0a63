import { beyondFloors } from "../replay/floors.ts";
import { timesLimits } from "../strictness.ts";
import type { ThresholdSet } from "../threshold.ts";
import type { LabSide } from "./side.ts";

/** A set made stricter or laxer as a whole, and how its alerts do. */
export interface StrictnessPoint {
  /** Times the limits of the set; 1 is the set itself. */
  readonly factor: number;
  readonly alerts: number;
  /** null without an alert that could be judged, or without an event. */
  readonly precision: number | null;
  readonly recall: number | null;
}

/** Steps apart that a reader tells from one another; laxer than 0.7 is less than what was kept of the months. */
const FACTORS: readonly number[] = [0.7, 0.8, 0.9, 1, 1.2, 1.5, 2, 3];

/**
 * Precision and recall of a set's alerts as all its limits are moved together, decided on with the same patience and the same
 * visits: the set itself is one of the points. Steps that ask for less than was kept of the months are left out.
 */
export function strictnessCurve(set: ThresholdSet, sideOf: (set: ThresholdSet) => LabSide): readonly StrictnessPoint[] {
  return FACTORS.map((factor) => ({
    factor,
    moved: factor === 1 ? set : { ...set, rules: timesLimits(set.rules, factor) },
  }))
    .filter(({ moved }) => beyondFloors(moved).length === 0)
    .map(({ factor, moved }) => {
      const { alerts, precision, recall } = sideOf(moved).judged.all;
      return { factor, alerts, precision, recall };
    });
}
