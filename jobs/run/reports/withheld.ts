import { dominantEmployers } from "../../../models/dominant.ts";
import type { Figure } from "../../../models/figure.ts";
import type { PrintedGroup } from "../../../models/groups/printed-group.ts";
import { groupKey, printedGroups, type Sample, WITHOUT_DOMINANT } from "../../../models/groups/printed-groups.ts";
import { joiningIn } from "../../../models/joined-months.ts";
import type { Membership } from "../../../models/membership.ts";
import type { Month } from "../../../models/month.ts";
import { mostMoved } from "../../../models/most-moved.ts";
import type { Panel } from "../../../models/panel.ts";
import type { Profile } from "../../../models/profile.ts";
import { type DueKind, dueKinds } from "../../../models/report-kind.ts";
import { scopeKey } from "../../../models/report-scope.ts";
import type { ScopeMembers } from "../../../models/scope-members.ts";
import { withheldGroups } from "../../../models/withheld.ts";
import { LEFT_OUT_AT_MOST, WITHHELD_LIMITS } from "../../../models/withheld-limits.ts";
import { DIVISIONS } from "../../../reports/monthly/annex-groups.ts";
import type { OutlookInput } from "../../../reports/outlook-input.ts";
import { PERIODS } from "../../../reports/period/input.ts";
import { rowOf } from "../../../src/db/panel.ts";
import type { PlacedEnterprise } from "./placed.ts";

export interface WithheldSource {
  readonly month: Month;
  readonly profile: Profile;
  readonly panel: Panel;
  readonly membership: Membership;
  readonly members: ScopeMembers;
  /** Enterprises of which alerts print persons. */
  readonly alerted: readonly Pick<PlacedEnterprise, "row">[];
  readonly outlook: OutlookInput | null;
  /** Of the whole place. */
  readonly figures: readonly Figure[];
}

export interface WithheldOfMonth {
  /** Keys of groups whose persons no report about the whole place tells this month. */
  readonly withheld: ReadonlySet<string>;
  /** Enterprises, by database id, that its lists of who moved most leave out. */
  readonly unnamed: ReadonlySet<number>;
  /** How many of the largest employers the figures without them leave out. */
  readonly leftOut: number;
}

/**
 * What is withheld, decided once for all reports of a month that speak of the whole place. Who reads a department's or a
 * township's report sees each of its enterprises, so that nothing is withheld there; what such a reader learns of others by
 * putting both together is. Where the figures without the largest employers would tell of one of them, some more are left out.
 */
export function withheldOfMonth(source: WithheldSource): WithheldOfMonth {
  const usual = source.profile.dominantEnterprises;
  const first = withheldLeavingOut(source);
  for (let n = usual.value + 1; n <= usual.value * LEFT_OUT_AT_MOST.value; n++) {
    if (!first.withheld.has(WITHOUT_DOMINANT)) break;
    const more = withheldLeavingOut({ ...source, profile: leavingOut(source.profile, n) });
    if (!more.withheld.has(WITHOUT_DOMINANT)) return more;
  }
  return first;
}

/** The profile with another number of largest employers to leave out. */
export const leavingOut = (profile: Profile, enterprises: number): Profile => ({
  ...profile,
  dominantEnterprises: { ...profile.dominantEnterprises, value: enterprises },
});

/**
 * Where naming the dominant employers among those that moved most would cost the figures without them, because all but one of
 * them would be known, they are left out of those lists.
 */
function withheldLeavingOut({
  month,
  profile,
  panel,
  membership,
  members,
  ...source
}: WithheldSource): WithheldOfMonth {
  const unprinted = new Set(divisionsLeftOut(source.figures));
  const samples = samplesIn(month, profile.calendar.springFestival);
  const printed = (of: readonly Sample[]) => printedGroups(panel, profile, membership, of);
  const ofWhole = printed(OF_THE_WHOLE.filter((sample) => !samples.includes(sample))).filter(({ key }) => isWhole(key));
  const groups = [...printed(samples).filter(({ key }) => !unprinted.has(key)), ...ofWhole];
  const readers = members.scopes
    .filter((scope) => scopeKey(scope) !== "")
    .map((scope) => new Set<number>(members.rowsOf(scope)));
  const notNaming = (unnamed: ReadonlySet<number>): WithheldOfMonth => {
    const naming = (withheld: ReadonlySet<string>) => namedRows(source, panel, withheld, unnamed);
    const withheld = new Set([...unprinted, ...settled(groups, naming, readers)]);
    return { withheld, unnamed, leftOut: profile.dominantEnterprises.value };
  };
  const everybodyNamed = notNaming(new Set());
  if (!everybodyNamed.withheld.has(WITHOUT_DOMINANT)) return everybodyNamed;
  const { rows } = dominantEmployers(panel, profile.dominantEnterprises.value);
  const dominantUnnamed = notNaming(new Set(rows.map((row) => panel.enterprise[row]!)));
  return dominantUnnamed.withheld.has(WITHOUT_DOMINANT) ? everybodyNamed : dominantUnnamed;
}

/** Fewer are named where their group is withheld, until nothing more is. */
function settled(
  groups: readonly PrintedGroup[],
  naming: (withheld: ReadonlySet<string>) => ReadonlySet<number>,
  readers: readonly ReadonlySet<number>[],
): ReadonlySet<string> {
  let withheld: ReadonlySet<string> = new Set();
  for (let named = naming(withheld); ; ) {
    withheld = withheldGroups(groups, WITHHELD_LIMITS, named, readers, withheld);
    const still = naming(withheld);
    if (still.size === named.size) return withheld;
    named = still;
  }
}

/** What the month's reports compare: always with last month, and where one is due with the beginning of its months. */
function samplesIn(month: Month, springFestival: boolean): Sample[] {
  const compared = dueKinds(month).flatMap((kind) => (isPeriod(kind) ? [PERIODS[kind].comparison] : []));
  const joined = joiningIn(month, springFestival) === "joined" ? (["joined-year-ago"] as const) : [];
  return ["reported", "previous", ...new Set([...compared, ...joined])];
}

/** Every month the whole, with and without its largest employers, is held against these too; of groups rates alone. */
const OF_THE_WHOLE: readonly Sample[] = ["year-start", "first-filing", "year-ago"];
const isWhole = (key: string): boolean => key === groupKey("place", "") || key === WITHOUT_DOMINANT;

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
  unnamed: ReadonlySet<number>,
): ReadonlySet<number> {
  const movers = (outlook?.outlines ?? [])
    .filter(({ dimension }) => dimension === "place" || dimension === "section")
    .filter(({ dimension, code }) => !withheld.has(groupKey(dimension, code)))
    .flatMap(({ losses, gains }) => [...losses, ...gains])
    .filter(({ enterprise }) => !unnamed.has(enterprise))
    .map(({ enterprise }) => rowOf(panel, enterprise));
  return new Set([...alerted.map(({ row }) => row), ...movers].filter((row) => row >= 0));
}
