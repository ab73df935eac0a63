import type { JudgedCount } from "../models/counts/judge-counts.ts";
import type { ForecastOutcome } from "../models/forecast/forecast-outcome.ts";
import type { ExpectedMonth, TotalForecast } from "../models/forecast/total-forecast.ts";
import type { GroupOutline } from "../models/groups/group-outline.ts";
import type { JobsAtRisk } from "../models/jobs-at-risk.ts";

/** What a month run says of groups, counts and the months to come. */
export interface OutlookInput {
  readonly outlines: readonly GroupOutline[];
  /** So many largest employers are not named among those that moved most; absent where all are. */
  readonly unnamed?: number;
  readonly atRisk: readonly JobsAtRisk[];
  /** Of the enterprises that outlines name, by database id. */
  readonly enterprises: ReadonlyMap<number, { readonly code: string; readonly name: string }>;
  readonly counts: readonly JudgedCount[];
  /** The place's last months with what was expected of each. */
  readonly expected: readonly ExpectedMonth[];
  /** What this run foretells, and how the forecasts of the last months did. */
  readonly forecasts: readonly { readonly made: TotalForecast; readonly outcomes: readonly ForecastOutcome[] }[];
  /** The place's forecasts a month ahead over the past year, this month's included: how they did. */
  readonly record: readonly ForecastOutcome[];
}
