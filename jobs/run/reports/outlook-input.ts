import type { JudgedCount } from "../../../models/counts/judge-counts.ts";
import type { ForecastOutcome } from "../../../models/forecast/forecast-outcome.ts";
import type { ExpectedMonth, TotalForecast } from "../../../models/forecast/total-forecast.ts";
import type { GroupOutline } from "../../../models/group-outline.ts";
import type { JobsAtRisk } from "../../../models/jobs-at-risk.ts";
import { MOVEMENT_LIMITS } from "../../../models/movement-limits.ts";
import type { OutlookInput } from "../../../reports/outlook-input.ts";
import { enterpriseCodes } from "../../../src/db/enterprise.ts";
import { forecastsBefore, forecastsOf } from "../../../src/db/forecast.ts";
import { groupOutlinesOf } from "../../../src/db/group-outline.ts";
import { jobsAtRiskOf } from "../../../src/db/jobs-at-risk.ts";
import { monthCountsOf } from "../../../src/db/month-count.ts";
import { registered } from "../../../src/db/register.ts";
import type { StepContext } from "../step.ts";

/** What the steps before stored of groups, counts and forecasts. */
export async function outlookInput(
  context: StepContext,
  expected: readonly ExpectedMonth[],
): Promise<OutlookInput | null> {
  const { tx, run } = context;
  const outlines = await groupOutlinesOf<GroupOutline>(tx, run.id);
  if (outlines.length === 0) return null; // its figures were counted by an earlier version
  const forecasts = await forecastsOf<TotalForecast, ForecastOutcome>(tx, run.id);
  const from = run.month - MOVEMENT_LIMITS.recordMonths.value + 1;
  const earlier = await forecastsBefore<TotalForecast, ForecastOutcome>(tx, run.id, from, "place");
  const now = forecasts.filter(({ made }) => made.dimension === "place");
  return {
    ...{ outlines, expected, forecasts },
    atRisk: await jobsAtRiskOf<JobsAtRisk>(tx, run.id),
    enterprises: await enterprisesNamed(context, outlines),
    counts: await monthCountsOf<JudgedCount>(tx, run.id),
    record: [...earlier, ...now].flatMap(({ outcomes }) => outcomes.filter(({ ahead }) => ahead === 1)),
  };
}

async function enterprisesNamed(
  { tx, run }: StepContext,
  outlines: readonly GroupOutline[],
): Promise<OutlookInput["enterprises"]> {
  const named = outlines.flatMap(({ losses, gains }) => [...losses, ...gains].map(({ enterprise }) => enterprise));
  const ids = [...new Set(named)];
  const register = await registered(tx, run.vintage, ids);
  const codes = await enterpriseCodes(tx, ids);
  return new Map([...codes].map(([id, code]) => [id, { code, name: register.get(id)?.name ?? code }]));
}
