import { dominantEmployers, type LargestEmployers } from "./dominant.ts";
import type { Figure } from "./figure.ts";
import { jobFlowsWithAndWithout } from "./job-flows.ts";
import { comparisonsIn } from "./joined-months.ts";
import type { Membership } from "./membership.ts";
import type { Panel } from "./panel.ts";
import type { Profile } from "./profile.ts";
import type { ProfileIndex } from "./profile-index.ts";
import { type ReportScope, scopeKey } from "./report-scope.ts";
import { scopeMembers } from "./scope-members.ts";
import { selectMembers, selectRows } from "./select-rows.ts";
import { type TrendPoint, trend } from "./trend.ts";

/** What is counted over the enterprises of one scope; in its figures "place" is the scope as a whole. */
export interface ScopeFigures {
  readonly scope: ReportScope;
  readonly all: readonly Figure[];
  /** Of all together. */
  readonly withoutDominant: readonly Figure[];
  readonly dominant: LargestEmployers;
  readonly trend: readonly TrendPoint[];
}

/** Figures of every department and region that has anybody, the place itself excepted. */
export function scopeFigures(
  panel: Panel,
  profile: Profile,
  index: ProfileIndex,
  membership: Membership,
): ScopeFigures[] {
  const all = scopeMembers(panel, profile, membership);
  return all.scopes
    .filter((scope) => scopeKey(scope) !== "")
    .map((scope) => {
      const rows = all.rowsOf(scope);
      const [part, members] = [selectRows(panel, rows), selectMembers(membership, rows)];
      return { scope, ...countedIn(part, profile, index, members, "the whole") };
    })
    .filter(({ all }) => all.some(hasAnybody));
}

/** The same over a whole panel; without the dominant employers for every group, or for all together alone. */
export function countedIn(
  panel: Panel,
  profile: Profile,
  index: ProfileIndex,
  membership: Membership,
  without: "every group" | "the whole" = "every group",
): Omit<ScopeFigures, "scope"> {
  const { springFestival } = profile.calendar;
  const { rows, headcount, share } = dominantEmployers(panel, profile.dominantEnterprises.value);
  const flows = comparisonsIn(panel.month, springFestival).map((baseline) =>
    jobFlowsWithAndWithout(panel, index, { baseline, membership }, rows, without),
  );
  return {
    all: flows.flatMap((flow) => flow.all),
    withoutDominant: flows.flatMap((flow) => flow.without),
    dominant: { headcount, share, enterprises: rows.length },
    trend: trend(panel, { springFestival }),
  };
}

const hasAnybody = ({ baseline, reporting, left, silent }: Figure): boolean =>
  baseline === "previous" && reporting + left + silent > 0;
