import { GAP } from "../panel.ts";

/**
 * Natural log of a headcount in persons; NaN for GAP. A reported 0 counts as half a person, so that the loss of the
 * last one is finite (the usual continuity correction for counts).
 */
export function logHeadcount(headcount: number): number {
  if (headcount === GAP) return Number.NaN;
  return Math.log(persons(headcount));
}

/** log(this month / month before); -0.05 is about 5 % fewer people. NaN when either month has no report. */
export const logChange = (previous: number, current: number): number => logHeadcount(current) - logHeadcount(previous);

/** The headcount that logs and count noise work with: persons, never below half a person. */
export const persons = (headcount: number): number => Math.max(headcount, 0.5);
