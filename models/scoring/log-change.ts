import { GAP } from "../panel.ts";

/** Most enterprises are small: their logarithms are looked up, which is faster, and the same bits. */
const LOGS = Float64Array.from({ length: 4096 }, (_, headcount) => Math.log(persons(headcount)));

/**
 * Natural log of a headcount in persons; NaN for GAP. A reported 0 counts as half a person, so that the loss of the
 * last one is finite (the usual continuity correction for counts).
 */
export function logHeadcount(headcount: number): number {
  if (headcount === GAP) return Number.NaN;
  return headcount < LOGS.length ? LOGS[headcount] : Math.log(headcount);
}

/** log(this month / month before); -0.05 is about 5 % fewer people. NaN when either month has no report. */
export const logChange = (previous: number, current: number): number => logHeadcount(current) - logHeadcount(previous);

/** The headcount that logs and count noise work with: persons, never below half a person. */
export function persons(headcount: number): number {
  return Math.max(headcount, 0.5);
}
