import { type ForecastPath, forecastPath } from "../forecast/forecast-path.ts";
import type { Month } from "../month.ts";
import { MOVEMENT_LIMITS } from "../movement-limits.ts";
import { GAP, type Panel } from "../panel.ts";

/** An enterprise's months as they were known, and where they were heading. */
export interface OwnCourse {
  /** From its first month in view on; null where nothing was reported. */
  readonly months: readonly { readonly month: Month; readonly headcount: number | null }[];
  /** Persons of the coming months with 80 and 95 % limits, from the months since the last level shift; from 24 of them on. */
  readonly path: ForecastPath;
}

/** @param breakMonth the latest level shift, GAP when none: nothing is smoothed across it */
export function ownCourse(panel: Panel, row: number, breakMonth: number): OwnCourse {
  const counts = panel.headcount.subarray(row * panel.width, (row + 1) * panel.width);
  const first = panel.month - panel.width + 1;
  const since = Math.max(
    0,
    counts.findIndex((people) => people !== GAP),
  );
  const cut = breakMonth === GAP ? since : Math.max(since, breakMonth - first);
  const own = Float64Array.from(counts.subarray(cut), (people) => (people === GAP ? Number.NaN : people));
  const months = Array.from(counts.subarray(since), (people, i) => ({
    month: first + since + i,
    headcount: people === GAP ? null : people,
  }));
  return { months, path: forecastPath(own, MOVEMENT_LIMITS.horizon.value) };
}
