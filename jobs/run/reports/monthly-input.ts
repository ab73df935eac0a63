import { scopeKey } from "../../../models/report-scope.ts";
import type { ScopeFigures } from "../../../models/scope-figures.ts";
import type { FollowUp } from "../../../reports/follow-up.ts";
import type { CompletenessInput, MonthlyInput } from "../../../reports/input.ts";
import { vintageWords } from "../../../reports/wording/dates.ts";
import { handledOf } from "./cases.ts";
import { openByMonth } from "./decided.ts";
import type { Gathered } from "./gathered.ts";

/** What the monthly report of a scope is made from. */
export function monthlyInput(gathered: Gathered, figures: ScopeFigures): MonthlyInput {
  const { context, forms, decided, outlook } = gathered;
  const { scope, all, withoutDominant, dominant, trend } = figures;
  const key = scopeKey(scope);
  const whole = scope.dimension === "place";
  return {
    ...frameOf(gathered),
    ...{ scope, figures: all, withoutDominant, dominant, trend },
    ...forms(key),
    alerts: gathered.alerts.filter(({ keys }) => keys.includes(key)).map(({ alert }) => alert),
    alertMonths: openByMonth(decided, key),
    labels: whole ? gathered.labels : [],
    collective: whole ? gathered.collective : [],
    completeness: completenessOf(gathered, figures, key),
    outlook: outlook(scope),
    ...{ month: context.run.month, modelKind: context.model.model.kind },
    followUp: followUpOf(gathered, key),
    withheld: whole ? gathered.withheld : NOTHING_WITHHELD,
  };
}

/** Who reads the report of a part may open each of its enterprises. */
const NOTHING_WITHHELD: ReadonlySet<string> = new Set();

/** Deliveries are told of with the whole place: they bring everybody's reports. */
function completenessOf(gathered: Gathered, { all }: ScopeFigures, key: string): CompletenessInput {
  const reported = all.find((f) => f.dimension === "place" && f.baseline === "previous")?.reporting ?? 0;
  const silent = gathered.silent.filter(({ keys }) => keys.includes(key)).map((one) => one.silent);
  const deliveries = key === "" ? gathered.deliveries : { batches: [], findings: [] };
  return { expected: reported + silent.length, reported, silent, ...deliveries };
}

/** What became of the alerts of a scope. */
export const followUpOf = ({ alerts, context, record }: Gathered, key: string): FollowUp => ({
  handled: handledOf(
    alerts.flatMap(({ keys, handling }) => (handling !== null && keys.includes(key) ? [handling] : [])),
    context.run.asOf,
  ),
  record: key === "" ? record : null,
});

/** What all reports of a month say of themselves. */
export function frameOf({ context: { run, profile, thresholds, rulesOnly }, simulated }: Gathered) {
  return {
    ...{ profile, thresholds, simulated, rulesOnly },
    asOf: run.asOf,
    model: run.model,
    vintage: vintageWords(run.vintage),
  };
}
