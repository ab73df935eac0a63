import type { Month } from "../month.ts";

/**
 * What rules look at in one month, of everybody whom a rule could reach: enough to hold another threshold set against the
 * month without scoring it again. Enterprises ascend; the others reached nothing.
 */
export interface KeptMonth {
  readonly month: Month;
  /** Enterprises that reported the month: what the budget is counted from. */
  readonly reporting: number;
  readonly rows: KeptRows;
  /** Enterprises that gained so many people that the detector took it for the end of a blip or a level shift. */
  readonly recovered: Int32Array;
  readonly events: KeptEvents;
}

/** One entry an enterprise. Persons are NONE, other numbers NaN, where there is no value. */
export interface KeptRows {
  readonly enterprise: Int32Array;
  readonly now: Int32Array;
  readonly before: Int32Array;
  readonly fallPeople: Int32Array;
  readonly silentMonths: Int32Array;
  /** Place in the profile's industries; -1 unknown. */
  readonly industry: Int32Array;
  readonly z: Float64Array;
  readonly leak: Float64Array;
  readonly fall3People: Float64Array;
  readonly fall12People: Float64Array;
  readonly hiddenShare: Float64Array;
  readonly risk: Float64Array;
  readonly overRed: Float64Array;
  readonly overOrange: Float64Array;
  readonly q: Float64Array;
}

/** What was reported and is in view, in the order of enterprises. `kind` is a place in the profile's event kinds. */
export interface KeptEvents {
  readonly enterprise: Int32Array;
  readonly kind: Int32Array;
  readonly monthsAgo: Int32Array;
  readonly day: Int32Array;
  readonly people: Int32Array;
}

/** No number of persons. Not GAP: a gain of one person is a fall of -1. */
export const NONE = -2_147_483_648;

export const ROW_INTEGERS = ["enterprise", "now", "before", "fallPeople", "silentMonths", "industry"] as const;
export const ROW_NUMBERS = [
  "z",
  "leak",
  "fall3People",
  "fall12People",
  "hiddenShare",
  "risk",
  "overRed",
  "overOrange",
  "q",
] as const;
export const EVENT_INTEGERS = ["enterprise", "kind", "monthsAgo", "day", "people"] as const;
