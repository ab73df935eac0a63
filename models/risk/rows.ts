import { FEATURES } from "./features.ts";

/** Enterprise-months whose outcome is known, as columns: what a model is fitted on and judged by. */
export interface RiskRows {
  readonly size: number;
  /** size × FEATURES, as models/risk/features.ts writes them. */
  readonly features: Float32Array;
  /** 1 the event came within the horizon, 0 it did not. */
  readonly outcome: Uint8Array;
  readonly enterprise: Int32Array;
  /** Origin month. */
  readonly month: Int32Array;
  /** Persons in the origin month. */
  readonly headcount: Int32Array;
  /** Largest share of them lost within the horizon, 0…1; NaN when not known. */
  readonly lost: Float32Array;
  /** Chance of the event by what was reported about it by then, as the profile lists it; absent: nothing is known of events. */
  readonly eventChance?: Float32Array;
}

/** The rows at some places, copied. */
export function rowsAt(rows: RiskRows, places: ArrayLike<number>): RiskRows {
  const size = places.length;
  const features = new Float32Array(size * FEATURES);
  for (let i = 0; i < size; i++) {
    const from = places[i] * FEATURES;
    features.set(rows.features.subarray(from, from + FEATURES), i * FEATURES);
  }
  return {
    size,
    features,
    outcome: Uint8Array.from({ length: size }, (_, i) => rows.outcome[places[i]]),
    enterprise: Int32Array.from({ length: size }, (_, i) => rows.enterprise[places[i]]),
    month: Int32Array.from({ length: size }, (_, i) => rows.month[places[i]]),
    headcount: Int32Array.from({ length: size }, (_, i) => rows.headcount[places[i]]),
    lost: Float32Array.from({ length: size }, (_, i) => rows.lost[places[i]]),
    ...(rows.eventChance && { eventChance: Float32Array.from(places, (r) => rows.eventChance?.[r] ?? 0) }),
  };
}

/** Places of the rows for which a claim holds. */
export function placesWhere(size: number, holds: (place: number) => boolean): Uint32Array {
  return Uint32Array.from({ length: size }, (_, i) => i).filter(holds);
}

export const eventsIn = ({ outcome }: RiskRows): number => outcome.reduce<number>((sum, y) => sum + y, 0);
