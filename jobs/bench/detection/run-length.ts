import { cusumRunLength } from "../../../models/scoring/cusum-limit.ts";
import type { DetectorThresholds } from "../../../models/threshold.ts";
import type { Measure } from "../table.ts";

/** Months from one false leak to the next that the limit is designed for: one in 100 enterprise-years. */
export const WANTED_MONTHS = 1200;

/** What the slow leak's limit promises on noise that is normal and independent; what real data makes of it stands below. */
export function leakRunLength({ leakReference, leakLimit }: DetectorThresholds): Measure {
  const months = cusumRunLength(leakReference.value, leakLimit.value, 0, true);
  return {
    what: `months between false leaks, limit ${leakLimit.value}, normal noise`,
    value: Math.round(months).toLocaleString("en-US"),
    goal: `≥ ${WANTED_MONTHS.toLocaleString("en-US")}`,
    reached: months >= WANTED_MONTHS,
  };
}
