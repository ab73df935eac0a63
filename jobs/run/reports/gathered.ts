import type { Figure } from "../../../models/figure.ts";
import type { Panel } from "../../../models/panel.ts";
import type { ReportScope } from "../../../models/report-scope.ts";
import type { ScopeFigures } from "../../../models/scope-figures.ts";
import { type ScopeMembers, scopeMembers } from "../../../models/scope-members.ts";
import type { Scorecard } from "../../../models/scorecard/scorecard.ts";
import type { AlertRecord } from "../../../reports/follow-up.ts";
import type { MonthlyInput } from "../../../reports/input.ts";
import type { OutlookInput } from "../../../reports/outlook-input.ts";
import { withoutNames } from "../../../reports/told-groups.ts";
import { isSimulated } from "../../../src/db/batch.ts";
import { decidedByMonth } from "../../../src/db/decided.ts";
import { figuresOf, outlineOf } from "../../../src/db/figure.ts";
import { scorecardOfRun } from "../../../src/db/scorecard.ts";
import type { Outline } from "../industry-figures.ts";
import type { StepContext } from "../step.ts";
import { collective, labels } from "./alert-rules.ts";
import { enterpriseDecisions, type PlacedAlert, placedAlerts } from "./alerts.ts";
import { type Deliveries, deliveries, type PlacedSilent, placedSilent } from "./completeness.ts";
import { type Decided, levelsAfter, placeDecisions } from "./decided.ts";
import { formsByScope, type ScopeForms } from "./forms.ts";
import { outlookInputs } from "./outlook-input.ts";
import { placeEnterprises } from "./placed.ts";
import { withheldOfMonth } from "./withheld.ts";
import { withoutLargest } from "./without-largest.ts";

/** Everything that the reports of a month are made from, read once; each report takes its part. */
export interface Gathered {
  readonly context: StepContext;
  readonly panel: Panel;
  readonly members: ScopeMembers;
  readonly simulated: boolean;
  /** The whole place first, then every department and region that has anybody. */
  readonly scopes: readonly ScopeFigures[];
  readonly forms: (key: string) => ScopeForms;
  readonly alerts: readonly PlacedAlert[];
  /** By this month and those that the longest report looks back over. */
  readonly decided: Decided;
  readonly labels: MonthlyInput["labels"];
  readonly collective: MonthlyInput["collective"];
  readonly silent: readonly PlacedSilent[];
  readonly deliveries: Deliveries;
  /** How the past year's alerts of the whole place did; null before any outcome is known. */
  readonly record: AlertRecord | null;
  readonly outlook: (scope: ReportScope) => OutlookInput | null;
  /** Keys of groups whose persons no report about the whole place tells this month. */
  readonly withheld: ReadonlySet<string>;
}

/** Months before this one that reports tell of. */
export const MONTHS_BACK = 12;

export async function gather(context: StepContext): Promise<Gathered> {
  const { tx, run, profile } = context;
  const panel = await context.panel(tx);
  const outline = await outlineOf<Outline>(tx, run.id);
  if (!outline) throw new Error(`run ${run.id} has no outline: its industries step did not finish`);
  const { membership, scopes } = await context.figures(tx);
  const members = scopeMembers(panel, profile, membership);
  const decisions = await enterpriseDecisions(context);
  const { months, decided } = await decidedByMonth(tx, run.id, run.month - MONTHS_BACK);
  const named = [...new Set([...decisions, ...decided].map(({ subject }) => subject))];
  const enterprises = await placeEnterprises(named, panel, members, context);
  const outlook = await outlookInputs(context, outline.expected ?? []);
  const alerted = decisions.flatMap(({ subject }) => enterprises.get(subject) ?? []);
  const stored = await wholePlace(context, outline);
  const whole = outlook(stored.scope);
  const { withheld, unnamed, leftOut } = withheldOfMonth({
    ...{ month: run.month, profile, panel, membership, members, alerted },
    ...{ outlook: whole, figures: stored.all },
  });
  const place = await withoutLargest(stored, leftOut, { panel, profile, membership });
  const told = whole === null || unnamed.size === 0 ? whole : withoutNames(whole, unnamed);
  return {
    ...{ context, panel, members, withheld },
    outlook: (scope) => (scope.dimension === "place" ? told : outlook(scope)),
    scopes: [place, ...scopes],
    simulated: await isSimulated(tx, run.vintage),
    forms: await formsByScope(context, panel, members),
    alerts: await placedAlerts(decisions, levelsAfter(decided, months.at(-2)), panel, enterprises, context),
    decided: placeDecisions(months, decided, enterprises),
    labels: await labels(context, decisions),
    collective: await collective(context),
    silent: await placedSilent(panel, members, context),
    deliveries: await deliveries(context),
    record: recordOf(await scorecardOfRun(tx, run.id)),
  };
}

function recordOf(card: Scorecard | null): AlertRecord | null {
  if (card === null) return null;
  const { from, to, all } = card;
  const { hit: came } = all.verdicts;
  const judged = came + all.verdicts.false;
  const { pending } = all.verdicts;
  return judged === 0 ? null : { months: to - from + 1, judged, pending, came, lead: all.medianLeadWarned };
}

/** As the industries step stored it. */
const wholePlace = async ({ tx, run, profile }: StepContext, { dominant, trend }: Outline): Promise<ScopeFigures> => ({
  scope: { dimension: "place", code: profile.place },
  all: await figuresOf<Figure>(tx, run.id, "all"),
  withoutDominant: await figuresOf<Figure>(tx, run.id, "without-dominant"),
  ...{ dominant, trend },
});
