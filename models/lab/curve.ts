import { beyondFloors } from "../replay/floors.ts";
import type { Threshold, ThresholdSet } from "../threshold.ts";
import type { LabSide } from "./side.ts";
import { tunablesOf, withEdits } from "./tunable.ts";

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

/** What a rule asks the more of, the larger its number; q is the other way round, and sizes, months and events stay. */
const STRICTER = new Set([
  ...["z", "leak", "fallPeople", "fallShare", "fall3People", "fall3Share", "fall12People", "fall12Share"],
  ...["hiddenShare", "risk", "overRed", "overOrange"],
]);
const LAXER = new Set(["q"]);

/**
 * Precision and recall of a set's alerts as all its limits are moved together, decided on with the same patience and the same
 * visits: the set itself is one of the points. Steps that ask for less than was kept of the months are left out.
 */
export function strictnessCurve(set: ThresholdSet, sideOf: (set: ThresholdSet) => LabSide): readonly StrictnessPoint[] {
  return FACTORS.map((factor) => ({ factor, moved: factor === 1 ? set : scaled(set, factor) }))
    .filter(({ moved }) => beyondFloors(moved.rules).length === 0)
    .map(({ factor, moved }) => {
      const { alerts, precision, recall } = sideOf(moved).judged.all;
      return { factor, alerts, precision, recall };
    });
}

function scaled(set: ThresholdSet, factor: number): ThresholdSet {
  const edits = set.rules
    .flatMap(({ id, when }) => tunablesOf(id, when))
    .map(({ key, condition, threshold }) => [key, valueAt(condition, threshold, factor)]);
  return withEdits(set, Object.fromEntries(edits));
}

function valueAt(condition: string, { value }: Threshold, factor: number): number {
  if (STRICTER.has(condition)) return value * factor;
  return LAXER.has(condition) ? value / factor : value;
}
