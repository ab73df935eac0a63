import { festivalEffect, putFestivalBack } from "../forecast/festival-effect.ts";
import type { ForecastMonth } from "../forecast/forecast.ts";
import { FORECAST_FEWEST } from "../forecast/forecast-path.ts";
import { seasonOf } from "../forecast/season.ts";
import { thetaPath } from "../forecast/theta.ts";
import { MOVEMENT_LIMITS } from "../movement-limits.ts";
import { mannKendallP } from "../scoring/mann-kendall.ts";
import { pairsOf, theilSen } from "../scoring/theil-sen.ts";

export type TrendJudgement =
  | { readonly kind: "too-short"; readonly have: number; readonly need: number }
  | {
      readonly kind: "judged";
      readonly months: number;
      /** Theil–Sen slope: change a month as a share, −0.002 is 0.2 % fewer each month. */
      readonly slope: number;
      /** Two-sided p of the Mann–Kendall test. */
      readonly p: number;
      /** A yearly season was divided out first, beside Spring Festival. */
      readonly adjusted: boolean;
      readonly direction: "rising" | "falling" | "none";
    };

export type PathJudgement =
  | { readonly kind: "too-short"; readonly have: number; readonly need: number }
  /** Nobody of the group can be compared with last month. */
  | { readonly kind: "silent" }
  | ({
      readonly kind: "judged";
      /** Persons this month. */
      readonly observed: number;
      /** Against the 95 % limits of what the months before led to expect. */
      readonly verdict: "below" | "within" | "above";
    } & ForecastMonth);

/** Where a group is going, and whether this month was to be expected. Persons comparable with this month's reporters. */
export interface GroupCourse {
  readonly trend: TrendJudgement;
  readonly path: PathJudgement;
}

/** From a group's chain (chainOf): months in time order, NaN before it begins; `away` as festivalAwayIn, by the same months. */
export function groupCourse(chain: Float64Array, away: Float64Array): GroupCourse {
  const months = knownMonths(chain);
  const since = away.subarray(chain.length - months.length);
  return { trend: trendOf(months, since), path: pathOf(months, since) };
}

/** The chain without the months before it begins; it has no gaps after. */
export function knownMonths(chain: Float64Array): Float64Array {
  const first = chain.findIndex((value) => !Number.isNaN(value));
  return chain.subarray(first < 0 ? chain.length : first);
}

/** Slope of the logs over the last twelve months, the festival and, where there is one, the season divided out. */
function trendOf(months: Float64Array, away: Float64Array): TrendJudgement {
  const need = MOVEMENT_LIMITS.trendMonths.value;
  if (months.length < need) return { kind: "too-short", have: months.length, need };
  const { plain } = festivalEffect(months, away);
  const season = seasonOf(plain);
  const logs = plain.map((value, i) => Math.log(season ? value / season[i]! : value)).subarray(plain.length - need);
  const slope = theilSen(Float64Array.from(logs.keys()), logs, need, new Float64Array(pairsOf(need)));
  const p = mannKendallP(logs, need);
  const sure = p < MOVEMENT_LIMITS.trendP.value;
  const direction = !sure || slope === 0 ? "none" : slope > 0 ? "rising" : "falling";
  return { kind: "judged", months: need, slope: Math.expm1(slope), p, adjusted: season !== null, direction };
}

/** Theta from the months before, a month ahead: quick enough for every group, and as near as smoothing on such series. */
function pathOf(months: Float64Array, away: Float64Array): PathJudgement {
  const before = months.subarray(0, Math.max(0, months.length - 1));
  if (before.length === 0) return { kind: "silent" };
  if (before.length < FORECAST_FEWEST) return { kind: "too-short", have: before.length, need: FORECAST_FEWEST };
  const observed = months[months.length - 1]!;
  const expected = expectedNext(before, away);
  return { kind: "judged", observed, ...expected, verdict: verdictOn(observed, expected) };
}

export const verdictOn = (observed: number, { low95, high95 }: ForecastMonth): "below" | "within" | "above" =>
  observed < low95 ? "below" : observed > high95 ? "above" : "within";

/** Limits of the month after these; `away` reaches at least that far. */
export function expectedNext(months: Float64Array, away: Float64Array): ForecastMonth {
  const effect = festivalEffect(months, away);
  return putFestivalBack(thetaPath(effect.plain, 1), effect, away)[0]!;
}
