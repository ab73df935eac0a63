import { expectedNext, knownMonths } from "../groups/group-course.ts";
import type { Month } from "../month.ts";
import { MOVEMENT_LIMITS } from "../movement-limits.ts";
import { festivalEffect, putFestivalBack } from "./festival-effect.ts";
import type { ForecastMonth } from "./forecast.ts";
import { FORECAST_FEWEST, type ForecastPath, forecastPath } from "./forecast-path.ts";

/** What a run foretells of one total: the persons that this month's reporters will have in the months to come. */
export interface TotalForecast {
  readonly dimension: "place" | "section" | "region" | "department";
  readonly code: string;
  /** The last month known, and the persons of its reporters. */
  readonly month: Month;
  readonly persons: number;
  /** How many times wider the limits are than the series itself gives (wideningOf); 1 is as it gives. */
  readonly widened: number;
  /** Months after it, in order; too short under 24 comparable months. */
  readonly path: ForecastPath;
}

/** From a chain (chainOf) that ends at `month`; `away` as festivalAwayIn, reaching as many months further as are foretold. */
export function forecastTotal(
  { dimension, code }: Pick<TotalForecast, "dimension" | "code">,
  month: Month,
  chain: Float64Array,
  away: Float64Array,
): TotalForecast {
  const months = knownMonths(chain);
  const since = away.subarray(chain.length - months.length);
  const effect = festivalEffect(months, since);
  const path = forecastPath(effect.plain, MOVEMENT_LIMITS.horizon.value, dimension === "place");
  const back = path.kind === "path" ? { ...path, months: putFestivalBack(path.months, effect, since) } : path;
  return { dimension, code, month, persons: months.at(-1) ?? 0, widened: 1, path: back };
}

/** A month drawn with what the months before it led to expect; expected is null where those were too few. */
export interface ExpectedMonth {
  readonly month: Month;
  readonly persons: number;
  readonly expected: ForecastMonth | null;
}

/** The last months of a chain, each with the limits that only the months before it gave. */
export function expectedCourse(month: Month, chain: Float64Array, away: Float64Array): ExpectedMonth[] {
  const months = knownMonths(chain);
  const since = away.subarray(chain.length - months.length);
  const from = Math.max(0, months.length - MOVEMENT_LIMITS.drawn.value);
  return Array.from(months.subarray(from), (persons, i) => {
    const at = from + i;
    const expected = at < FORECAST_FEWEST ? null : expectedNext(months.subarray(0, at), since);
    return { month: month - months.length + 1 + at, persons, expected };
  });
}
