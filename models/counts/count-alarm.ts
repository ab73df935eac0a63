import type { Month } from "../month.ts";
import { type CountLimits, countLimits } from "./count-limits.ts";
import { type CountBound, EARS_LAG, EARS_NEED, earsBound } from "./ears.ts";
import { farringtonBound, farringtonNeed } from "./farrington.ts";

/** Counts of consecutive months, the first of them `first`; NaN where nobody counted, which is not 0. */
export interface CountHistory {
  readonly first: Month;
  readonly counts: Float64Array;
}

export type CountMethod = "farrington" | "ears-c2" | "ears-c1";

export type CountAlarm =
  /** Months from the first counted one up to the month judged; at least EARS C1's eight. */
  | { readonly kind: "too-short"; readonly have: number; readonly need: number }
  /** Nobody counted in the month judged, or in a month the bound needs. */
  | { readonly kind: "silent" }
  /** So few counts lately that no bound means anything. */
  | { readonly kind: "too-few"; readonly observed: number; readonly recent: number; readonly need: number }
  | {
      readonly kind: "judged";
      readonly method: CountMethod;
      readonly observed: number;
      readonly expected: number;
      /** Largest usual count; more is an alarm. */
      readonly bound: number;
      readonly alarm: boolean;
    };

/**
 * Whether the count of a month is unusually high, from the months before it alone: by FarringtonFlexible when there
 * are three years to compare with (39 months) and it settles, else by EARS C2, and by C1 under ten months. Months
 * after the one judged are not looked at. Throws RangeError when the history does not hold the month.
 */
export function countAlarm(history: CountHistory, month: Month, limits: CountLimits = countLimits): CountAlarm {
  const place = month - history.first;
  if (!(Number.isInteger(place) && place >= 0 && place < history.counts.length)) {
    const last = history.first + history.counts.length - 1;
    throw new RangeError(`month must lie within ${history.first} to ${last}, got ${month}`);
  }
  const start = history.counts.findIndex((count) => !Number.isNaN(count));
  if (start < 0 || Number.isNaN(history.counts[place])) return { kind: "silent" };
  const counts = history.counts.subarray(start, place + 1);
  if (counts.length < EARS_NEED.c1) return { kind: "too-short", have: counts.length, need: EARS_NEED.c1 };
  return tooFew(counts, limits) ?? judge(counts, limits);
}

function tooFew(counts: Float64Array, { fewCounts, fewMonths }: CountLimits): CountAlarm | null {
  const lately = counts.subarray(counts.length - fewMonths.value);
  const recent = lately.reduce((sum, count) => sum + (Number.isNaN(count) ? 0 : count), 0);
  if (recent >= fewCounts.value) return null;
  return { kind: "too-few", observed: counts[counts.length - 1], recent, need: fewCounts.value };
}

function judge(counts: Float64Array, limits: CountLimits): CountAlarm {
  const found = farrington(counts, limits) ?? ears(counts, limits);
  if (!found) return { kind: "silent" };
  const observed = counts[counts.length - 1];
  return { kind: "judged", ...found, observed, alarm: observed > found.bound };
}

type Found = CountBound & { readonly method: CountMethod };

function farrington(counts: Float64Array, limits: CountLimits): Found | null {
  const { farringtonFewestYears: fewest, farringtonMostYears: most, farringtonProbability: probability } = limits;
  let years = most.value;
  while (years >= fewest.value && farringtonNeed(years) > counts.length) years--;
  if (years < fewest.value) return null;
  const found = farringtonBound(counts, counts.length - 1, years, probability.value);
  return found && { method: "farrington", ...found };
}

function ears(counts: Float64Array, { earsZ, earsLeastSpread }: CountLimits): Found | null {
  const guarded = counts.length >= EARS_NEED.c2;
  const lag = guarded ? EARS_LAG.c2 : EARS_LAG.c1;
  const found = earsBound(counts, counts.length - 1, lag, earsZ.value, earsLeastSpread.value);
  return found && { method: guarded ? "ears-c2" : "ears-c1", ...found };
}
