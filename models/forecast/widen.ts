import { verdictOn } from "../groups/group-course.ts";
import type { GroupOutline } from "../groups/group-outline.ts";
import { MOVEMENT_LIMITS } from "../movement-limits.ts";
import { type ForecastMonth, limitsOf } from "./forecast.ts";
import type { ForecastOutcome } from "./forecast-outcome.ts";
import type { ExpectedMonth, TotalForecast } from "./total-forecast.ts";

/**
 * How much wider limits must be than a series itself gives, from how forecasts a month ahead did: the root mean square of
 * their misses in standard errors, never under 1. A month is reported late and corrected after it is judged, which revised
 * history doesn't show. 1 under six outcomes.
 */
export function wideningOf(record: readonly ForecastOutcome[]): number {
  const misses = record.flatMap(({ ahead, miss }) => (ahead === 1 && miss !== null ? [miss ** 2] : []));
  if (misses.length < MOVEMENT_LIMITS.recordFewest.value) return 1;
  return Math.max(1, Math.sqrt(misses.reduce((sum, square) => sum + square, 0) / misses.length));
}

const widenMonth = (month: ForecastMonth, factor: number): ForecastMonth => limitsOf(month, 1, 0, factor);

export const widenForecast = (made: TotalForecast, factor: number): TotalForecast => ({
  ...made,
  widened: factor,
  path:
    made.path.kind === "path"
      ? { ...made.path, months: made.path.months.map((month) => widenMonth(month, factor)) }
      : made.path,
});

export const widenExpected = (months: readonly ExpectedMonth[], factor: number): ExpectedMonth[] =>
  months.map((one) => ({ ...one, expected: one.expected && widenMonth(one.expected, factor) }));

/** The verdict is given anew on the wider limits. */
export function widenOutline(outline: GroupOutline, factor: number): GroupOutline {
  const { path } = outline;
  if (path.kind !== "judged" || factor === 1) return outline;
  const limits = widenMonth(path, factor);
  return {
    ...outline,
    path: { kind: "judged", observed: path.observed, ...limits, verdict: verdictOn(path.observed, limits) },
  };
}
