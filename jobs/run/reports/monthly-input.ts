import { type ReportScope, scopeKey } from "../../../models/report-scope.ts";
import { text } from "../../../models/text.ts";
import { NO_FOLLOW_UP } from "../../../reports/follow-up.ts";
import type { MonthlyInput } from "../../../reports/input.ts";
import type { Gathered } from "./gathered.ts";

/** What the monthly report of the whole place is made from. */
export function monthlyInput(gathered: Gathered): MonthlyInput {
  const { context, outline, forms, alertMonths, deliveries } = gathered;
  const { run, profile } = context;
  const scope: ReportScope = { dimension: "place", code: profile.place };
  const key = scopeKey(scope);
  const place = gathered.figures.find((f) => f.dimension === "place" && f.baseline === "previous");
  const reported = place?.reporting ?? 0;
  const silent = gathered.silent.map(({ silent }) => silent);
  return {
    ...frameOf(gathered),
    scope,
    ...{ figures: gathered.figures, withoutDominant: gathered.withoutDominant },
    ...{ dominant: outline.dominant, trend: outline.trend },
    ...forms(key),
    alerts: gathered.alerts.map(({ alert }) => alert),
    alertMonths: alertMonths(key),
    ...{ labels: gathered.labels, collective: gathered.collective },
    completeness: { expected: reported + silent.length, reported, silent, ...deliveries },
    outlook: gathered.outlook,
    month: run.month,
  };
}

/** What all reports of a month say of themselves. */
function frameOf({ context: { run, profile, thresholds }, simulated }: Gathered) {
  const { batch, publishedOn } = run.vintage;
  return {
    ...{ profile, thresholds, simulated },
    asOf: run.asOf,
    model: run.model,
    vintage: text(
      `截至${publishedOn}获知、第${batch}批及以前的数据`,
      `known by ${publishedOn}, batches up to ${batch}`,
    ),
    followUp: NO_FOLLOW_UP,
  };
}
