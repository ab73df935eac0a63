import { type ForecastOutcome, forecastOutcome } from "../../models/forecast/forecast-outcome.ts";
import type { ExpectedMonth, TotalForecast } from "../../models/forecast/total-forecast.ts";
import { widenExpected, widenForecast, wideningOf, widenOutline } from "../../models/forecast/widen.ts";
import type { Outlines, TotalChain } from "../../models/groups/group-outline.ts";
import { MOVEMENT_LIMITS } from "../../models/movement-limits.ts";
import { forecastsBefore, keepForecasts } from "../../src/db/forecast.ts";
import { keepGroupOutlines } from "../../src/db/group-outline.ts";
import type { StepContext } from "./step.ts";

type Earlier = Awaited<ReturnType<typeof forecastsBefore<TotalForecast, ForecastOutcome>>>;

/**
 * Keeps what is foretold of the place, its sections, regions and departments, how the forecasts of the months before did, and
 * the groups' outlines, all limits as wide as past misses ask for: those by their own record, any other group by the place's. This month is judged
 * by the record before it, so that a miss does not excuse itself. Returns the place's last months with what was expected.
 */
export async function keepOutlook({ tx, run }: StepContext, groups: Outlines): Promise<readonly ExpectedMonth[]> {
  const from = run.month - MOVEMENT_LIMITS.recordMonths.value;
  const earlier = await forecastsBefore<TotalForecast, ForecastOutcome>(tx, run.id, from);
  const totals = groups.chains.map((total) => recorded(total, run.month, earlier));
  const kept = groups.forecasts.map((made, i) => ({
    made: widenForecast(made, totals[i]!.ahead),
    outcomes: totals[i]!.outcomes,
  }));
  await keepForecasts(tx, run.id, kept);
  const factors = new Map(totals.map(({ key, now }) => [key, now]));
  const place = totals[0]!.now;
  const widened = groups.outlines.map((outline) => widenOutline(outline, factors.get(keyOf(outline)) ?? place));
  await keepGroupOutlines(tx, run.id, widened);
  return widenExpected(groups.expected, place);
}

/** How the forecasts of this month did, and how wide those of this total must be. */
function recorded(total: TotalChain, month: number, earlier: Earlier) {
  const key = keyOf(total);
  const own = earlier.filter(({ made }) => keyOf(made) === key);
  const outcomes = own
    .map(({ made }) => forecastOutcome(made, month, total.chain))
    .filter((outcome) => outcome !== null);
  const before = own.flatMap((one) => one.outcomes);
  return { key, outcomes, now: wideningOf(before), ahead: wideningOf([...before, ...outcomes]) };
}

const keyOf = ({ dimension, code }: { readonly dimension: string; readonly code: string }): string =>
  `${dimension}:${code}`;
