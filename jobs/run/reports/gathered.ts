import type { Figure } from "../../../models/figure.ts";
import type { Panel } from "../../../models/panel.ts";
import { type ScopeMembers, scopeMembers } from "../../../models/scope-members.ts";
import type { AlertMonth, MonthlyInput } from "../../../reports/input.ts";
import type { OutlookInput } from "../../../reports/outlook-input.ts";
import { openAlertsByMonth } from "../../../src/db/alert-month.ts";
import { isSimulated } from "../../../src/db/batch.ts";
import { enterpriseIdsOf } from "../../../src/db/enterprise.ts";
import { figuresOf, outlineOf } from "../../../src/db/figure.ts";
import { rowOf } from "../../../src/db/panel.ts";
import type { Outline } from "../industry-figures.ts";
import type { StepContext } from "../step.ts";
import { collective, labels } from "./alert-rules.ts";
import { enterpriseDecisions, type PlacedAlert, placedAlerts } from "./alerts.ts";
import { type Deliveries, deliveries, type PlacedSilent, placedSilent } from "./completeness.ts";
import { formsByScope, type ScopeForms } from "./forms.ts";
import { outlookInput } from "./outlook-input.ts";

/** Everything that the reports of a month are made from, read once; each report takes its part. */
export interface Gathered {
  readonly context: StepContext;
  readonly panel: Panel;
  readonly members: ScopeMembers;
  readonly simulated: boolean;
  readonly figures: readonly Figure[];
  readonly withoutDominant: readonly Figure[];
  readonly outline: Outline;
  readonly forms: (key: string) => ScopeForms;
  readonly alerts: readonly PlacedAlert[];
  readonly alertMonths: (key: string) => readonly AlertMonth[];
  readonly labels: MonthlyInput["labels"];
  readonly collective: MonthlyInput["collective"];
  readonly silent: readonly PlacedSilent[];
  readonly deliveries: Deliveries;
  readonly outlook: OutlookInput | null;
}

export async function gather(context: StepContext): Promise<Gathered> {
  const { tx, run, profile } = context;
  const panel = await context.panel(tx);
  const outline = await outlineOf<Outline>(tx, run.id);
  if (!outline) throw new Error(`run ${run.id} has no outline: its industries step did not finish`);
  const members = scopeMembers(panel, profile, (await context.figures(tx)).membership);
  const decisions = await enterpriseDecisions(context);
  return {
    ...{ context, panel, members, outline },
    simulated: await isSimulated(tx, run.vintage),
    figures: await figuresOf<Figure>(tx, run.id, "all"),
    withoutDominant: await figuresOf<Figure>(tx, run.id, "without-dominant"),
    forms: await formsByScope(context, panel, members),
    alerts: await placedAlerts(decisions, panel, context),
    alertMonths: await alertMonths(context, panel, members),
    labels: await labels(context, decisions),
    collective: await collective(context),
    silent: await placedSilent(context, panel),
    deliveries: await deliveries(context),
    outlook: await outlookInput(context, outline.expected ?? []),
  };
}

/** Months that the chart of open alerts goes back. */
const MONTHS_BACK = 12;

async function alertMonths(
  { tx, run }: StepContext,
  panel: Panel,
  members: ScopeMembers,
): Promise<(key: string) => AlertMonth[]> {
  const { months, open } = await openAlertsByMonth(tx, run.id, run.month - MONTHS_BACK);
  const ids = await enterpriseIdsOf(tx, [...new Set(open.map(({ subject }) => subject))]);
  const placed = open.map((one) => ({ ...one, keys: members.keysOf(rowOf(panel, ids.get(one.subject) ?? -1)) }));
  return (key) =>
    months.map((month) => {
      const levels = placed.filter((one) => one.month === month && one.keys.includes(key)).map(({ level }) => level);
      return { month, open: tally(levels) };
    });
}

function tally(levels: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const level of levels) counts[level] = (counts[level] ?? 0) + 1;
  return counts;
}
