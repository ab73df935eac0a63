import type { Month } from "../month.ts";
import { errorOf } from "./forecast.ts";
import type { TotalForecast } from "./total-forecast.ts";

/** How a forecast of an earlier month did: the persons of that month's reporters, as foretold and as they became. */
export interface ForecastOutcome {
  readonly dimension: TotalForecast["dimension"];
  readonly code: string;
  /** The month it was made in, and how many months ahead it looked. */
  readonly madeIn: Month;
  readonly ahead: number;
  readonly foretold: number;
  readonly low95: number;
  readonly high95: number;
  /** Taken on by the linked rates of the months since, so that a changed circle of reporters is no miss. */
  readonly actual: number;
  /** (actual − foretold) ÷ foretold; null when nobody was foretold. */
  readonly error: number | null;
  /** actual − foretold in standard errors of the series itself, before any widening; null when they are 0. */
  readonly miss: number | null;
  readonly inside80: boolean;
  readonly inside95: boolean;
}

/** null when the forecast says nothing of the chain's last month, `month`, or the chain does not reach back to where it was made. */
export function forecastOutcome(made: TotalForecast, month: Month, chain: Float64Array): ForecastOutcome | null {
  const ahead = month - made.month;
  const then = chain[chain.length - 1 - ahead];
  const foretold = made.path.kind === "path" ? made.path.months[ahead - 1] : undefined;
  if (!foretold || then === undefined || !(then > 0)) return null;
  const actual = (made.persons * chain[chain.length - 1]!) / then;
  const error = errorOf(foretold);
  const within = (low: number, high: number) => actual >= low && actual <= high;
  return {
    ...{ dimension: made.dimension, code: made.code, madeIn: made.month, ahead, foretold: foretold.mean, actual },
    ...{ low95: foretold.low95, high95: foretold.high95 },
    error: foretold.mean > 0 ? (actual - foretold.mean) / foretold.mean : null,
    miss: error > 0 ? ((actual - foretold.mean) / error) * made.widened : null,
    inside80: within(foretold.low80, foretold.high80),
    inside95: within(foretold.low95, foretold.high95),
  };
}
