import type { JudgedCount } from "../../../models/counts/judge-counts.ts";
import type { ForecastOutcome } from "../../../models/forecast/forecast-outcome.ts";
import type { ExpectedMonth, TotalForecast } from "../../../models/forecast/total-forecast.ts";
import type { GroupOutline } from "../../../models/groups/group-outline.ts";
import type { JobsAtRisk } from "../../../models/jobs-at-risk.ts";
import { MOVEMENT_LIMITS } from "../../../models/movement-limits.ts";
import type { ReportScope } from "../../../models/report-scope.ts";
import type { OutlookInput } from "../../../reports/outlook-input.ts";
import { enterpriseCodes } from "../../../src/db/enterprise.ts";
import { forecastsBefore, forecastsOf } from "../../../src/db/forecast.ts";
import { groupOutlinesOf } from "../../../src/db/group-outline.ts";
import { jobsAtRiskOf } from "../../../src/db/jobs-at-risk.ts";
import { monthCountsOf } from "../../../src/db/month-count.ts";
import { registered } from "../../../src/db/register.ts";
import type { StepContext } from "../step.ts";

/** What the steps before stored of groups, counts and forecasts, for the whole place or seen from a part of it. */
export async function outlookInputs(
  context: StepContext,
  expected: readonly ExpectedMonth[],
): Promise<(scope: ReportScope) => OutlookInput | null> {
  const { tx, run, profile } = context;
  const outlines = await groupOutlinesOf<GroupOutline>(tx, run.id);
  if (outlines.length === 0) return () => null; // its figures were counted by an earlier version
  const forecasts = await forecastsOf<TotalForecast, ForecastOutcome>(tx, run.id);
  const from = run.month - MOVEMENT_LIMITS.recordMonths.value + 1;
  const earlier = await forecastsBefore<TotalForecast, ForecastOutcome>(tx, run.id, from);
  const whole: OutlookInput = {
    ...{ outlines, expected, forecasts },
    atRisk: await jobsAtRiskOf<JobsAtRisk>(tx, run.id),
    enterprises: await enterprisesNamed(context, outlines),
    counts: await monthCountsOf<JudgedCount>(tx, run.id),
    record: recordOf({ dimension: "place", code: profile.place }, [...earlier, ...forecasts]),
  };
  return (scope) =>
    scope.dimension === "place"
      ? whole
      : partOf(whole, scope, profile.place, recordOf(scope, [...earlier, ...forecasts]));
}

type Made = { readonly made: TotalForecast; readonly outcomes: readonly ForecastOutcome[] };

const recordOf = ({ dimension, code }: ReportScope, made: readonly Made[]): ForecastOutcome[] =>
  made
    .filter((one) => one.made.dimension === dimension && one.made.code === code)
    .flatMap(({ outcomes }) => outcomes.filter(({ ahead }) => ahead === 1));

/** The same of one department or region, which then stands where the whole place does; null where it has no outline. */
function partOf(
  { outlines, atRisk, counts, forecasts, enterprises }: OutlookInput,
  scope: ReportScope,
  place: string,
  record: OutlookInput["record"],
): OutlookInput | null {
  const isOwn = (one: { readonly dimension: string; readonly code: string }) =>
    one.dimension === scope.dimension && one.code === scope.code;
  const asWhole = { dimension: "place", code: place } as const;
  const own = outlines.filter(isOwn).map((outline) => ({ ...outline, ...asWhole }));
  if (own.length === 0) return null;
  return {
    outlines: own,
    atRisk: atRisk.filter(isOwn).map((risk) => ({ ...risk, ...asWhole })),
    counts: counts.filter(isOwn).map((count) => ({ ...count, ...asWhole })),
    forecasts: forecasts
      .filter(({ made }) => isOwn(made))
      .map(({ made, outcomes }) => ({ made: { ...made, ...asWhole }, outcomes })),
    ...{ enterprises, expected: [], record },
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
