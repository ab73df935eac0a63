import type { Figure } from "../../../models/figure.ts";
import { joiningIn } from "../../../models/joined-months.ts";
import type { Membership } from "../../../models/membership.ts";
import type { Month } from "../../../models/month.ts";
import { mostMoved } from "../../../models/most-moved.ts";
import type { Panel } from "../../../models/panel.ts";
import { groupKey, printedGroups, type Sample } from "../../../models/printed-groups.ts";
import { type DueKind, dueKinds } from "../../../models/report-kind.ts";
import { scopeKey } from "../../../models/report-scope.ts";
import type { ScopeMembers } from "../../../models/scope-members.ts";
import { withheldGroups } from "../../../models/withheld.ts";
import { WITHHELD_LIMITS } from "../../../models/withheld-limits.ts";
import { DIVISIONS } from "../../../reports/monthly/annex-groups.ts";
import type { OutlookInput } from "../../../reports/outlook-input.ts";
import { PERIODS } from "../../../reports/period/input.ts";
import { rowOf } from "../../../src/db/panel.ts";
import type { StepContext } from "../step.ts";
import type { PlacedEnterprise } from "./placed.ts";

export interface WithheldSource {
  readonly context: StepContext;
  readonly panel: Panel;
  readonly membership: Membership;
  readonly members: ScopeMembers;
  /** Enterprises of which alerts print persons. */
  readonly alerted: readonly PlacedEnterprise[];
  readonly outlook: OutlookInput | null;
  /** Of the whole place. */
  readonly figures: readonly Figure[];
}

/**
 * Keys of the groups that are withheld, decided once for all reports of a month that speak of the whole place. Who reads a
 * department's or a township's report sees each of its enterprises, so that nothing is withheld there; what such a reader
 * learns of others by putting both together is.
 */
export function withheldOfMonth({
  context,
  panel,
  membership,
  members,
  ...source
}: WithheldSource): ReadonlySet<string> {
  const { run, profile } = context;
  const unprinted = new Set(divisionsLeftOut(source.figures));
  const samples = samplesIn(run.month, profile.calendar.springFestival);
  const groups = printedGroups(panel, profile, membership, samples).filter(({ key }) => !unprinted.has(key));
  const readers = members.scopes
    .filter((scope) => scopeKey(scope) !== "")
    .map((scope) => new Set<number>(members.rowsOf(scope)));
  let withheld: ReadonlySet<string> = new Set();
  for (let named = namedRows(source, panel, withheld); ; ) {
    withheld = withheldGroups(groups, WITHHELD_LIMITS, named, readers, withheld);
    const still = namedRows(source, panel, withheld);
    if (still.size === named.size) return new Set([...unprinted, ...withheld]);
    named = still; // fewer are named where their group is withheld
  }
}

/** What the month's reports compare: always with last month, and where one is due with the beginning of its months. */
function samplesIn(month: Month, springFestival: boolean): Sample[] {
  const compared = dueKinds(month).flatMap((kind) => (isPeriod(kind) ? [PERIODS[kind].comparison] : []));
  const joined = joiningIn(month, springFestival) === "joined" ? (["joined-year-ago"] as const) : [];
  return ["reported", "previous", ...new Set([...compared, ...joined])];
}

/** Of the many divisions reports tell those that moved most; what is told of few gives little away of the others. */
function divisionsLeftOut(figures: readonly Figure[]): string[] {
  const divisions = figures.filter(({ dimension, baseline }) => dimension === "division" && baseline === "previous");
  const most = (direction: -1 | 1) => mostMoved(divisions, ({ change }) => change, direction, DIVISIONS);
  const told = new Set([...most(-1), ...most(1)].map(({ code }) => code));
  return figures
    .filter(({ dimension, code }) => dimension === "division" && !told.has(code))
    .map(({ code }) => groupKey("division", code));
}

const isPeriod = (kind: DueKind): kind is keyof typeof PERIODS => kind in PERIODS;

/** Alerts tell the persons of their enterprises, and so does the list of those that moved a printed group most. */
function namedRows(
  { alerted, outlook }: Pick<WithheldSource, "alerted" | "outlook">,
  panel: Panel,
  withheld: ReadonlySet<string>,
): ReadonlySet<number> {
  const movers = (outlook?.outlines ?? [])
    .filter(({ dimension }) => dimension === "place" || dimension === "section")
    .filter(({ dimension, code }) => !withheld.has(groupKey(dimension, code)))
    .flatMap(({ losses, gains }) => [...losses, ...gains].map(({ enterprise }) => rowOf(panel, enterprise)));
  return new Set([...alerted.map(({ row }) => row), ...movers].filter((row) => row >= 0));
}
