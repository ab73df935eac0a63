import type { EventDefinition } from "../judging/event-definition.ts";
import { lostBetween } from "../judging/outcome.ts";
import { FEATURES } from "../risk/features.ts";
import { placesWhere, type RiskRows } from "../risk/rows.ts";
import type { PlaceCourse } from "./course.ts";
import type { Gathered } from "./judged-rows.ts";

/** Gathered rows that a risk can be fitted on, and where each stands among all of them. */
export interface FittingRows {
  readonly rows: RiskRows;
  readonly places: Uint32Array;
}

/** Rows with features and a known outcome, with what they lost by the enterprises' own later reports. */
export function fittingRows(
  { rows, features, eventChance }: Gathered,
  outcome: Int8Array,
  course: PlaceCourse,
  definition: EventDefinition,
): FittingRows {
  const places = placesWhere(outcome.length, (i) => outcome[i]! >= 0 && !Number.isNaN(features[i * FEATURES]!));
  const own = new Float32Array(places.length * FEATURES);
  places.forEach((place, i) => {
    own.set(features.subarray(place * FEATURES, (place + 1) * FEATURES), i * FEATURES);
  });
  const fitting: RiskRows = {
    size: places.length,
    features: own,
    outcome: Uint8Array.from(places, (i) => outcome[i]!),
    enterprise: Int32Array.from(places, (i) => rows.enterprise[i]!),
    month: Int32Array.from(places, (i) => rows.month[i]!),
    headcount: Int32Array.from(places, (i) => rows.size[i]!),
    eventChance: Float32Array.from(places, (i) => eventChance[i]!),
    lost: Float32Array.from(places, (i) => lostWithin(course, rows.enterprise[i]! - 1, rows.month[i]!, definition)),
  };
  return { rows: fitting, places };
}

/** Largest share lost within the horizon, 0…1; NaN when no month of it is known. */
function lostWithin(course: PlaceCourse, row: number, month: number, definition: EventDefinition): number {
  const origin = month - course.first;
  const people = course.headcount[row * course.columns + origin]!;
  let most = Number.NaN;
  for (let c = origin + 1; c <= Math.min(course.columns - 1, origin + definition.horizon.value); c++) {
    const share = lostBetween(course, row, origin, c, definition) / people;
    if (!Number.isNaN(share)) most = Number.isNaN(most) ? Math.max(0, share) : Math.max(most, share);
  }
  return Math.min(1, most);
}
