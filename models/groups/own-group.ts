import { festivalAwayIn } from "../festival-away.ts";
import type { Dimension, Figure } from "../figure.ts";
import { type ExpectedMonth, expectedCourse } from "../forecast/total-forecast.ts";
import { jobFlows } from "../job-flows.ts";
import { comparisonsIn } from "../joined-months.ts";
import { chainOf, linkedMonths } from "../linked-months.ts";
import { MOVEMENT_LIMITS } from "../movement-limits.ts";
import type { Panel } from "../panel.ts";
import type { Profile } from "../profile.ts";
import type { ProfileIndex } from "../profile-index.ts";
import { groupCourse } from "./group-course.ts";
import type { GroupLayout } from "./group-layout.ts";
import type { GroupOutline } from "./group-outline.ts";
import { groupSnapshots } from "./group-snapshot.ts";

/** What is told of a group: its figures against every baseline, its outline, and its last months with what was expected. */
export interface GroupTold {
  readonly figures: readonly Figure[];
  /** The divisions of a section, against the month before; empty for other groups. */
  readonly below: readonly Figure[];
  readonly outline: GroupOutline;
  readonly expected: readonly ExpectedMonth[];
}

/**
 * The same of a part of a group as a month run reckons of the whole, by the same functions: of those of its enterprises that
 * stand in the panel. null when none of them reported, left or fell silent.
 */
export function ownGroup(
  panel: Panel,
  { calendar }: Pick<Profile, "calendar">,
  index: ProfileIndex,
  group: { readonly dimension: Dimension; readonly code: string },
): GroupTold | null {
  const flows = comparisonsIn(panel.month, calendar.springFestival).map((baseline) =>
    jobFlows(panel, index, { baseline }),
  );
  const figures = flows.map((flow) => ({ ...flow[0]!, ...group })); // the place comes first, and here it is the group
  const { reporting, left, silent } = figures[0]!;
  if (reporting + left + silent === 0) return null;
  const layout = oneCell(panel, group);
  const chain = chainOf(layout.groups[0]!, linkedMonths(panel, layout));
  const away = festivalAwayIn(panel.month, panel.width, MOVEMENT_LIMITS.horizon.value, calendar.springFestival);
  return {
    figures,
    below: flows[0]!.filter(({ dimension, parent }) => dimension === "division" && parent === group.code),
    outline: { ...group, parent: null, ...groupSnapshots(panel, layout)[0]!, ...groupCourse(chain, away) },
    expected: expectedCourse(panel.month, chain, away),
  };
}

/** All of a panel as one group. */
const oneCell = (panel: Panel, group: { readonly dimension: Dimension; readonly code: string }): GroupLayout => ({
  cells: 1,
  axes: [{ from: 0, of: new Uint8Array(panel.size) }],
  groups: [{ ...group, parent: null, cells: [0] }],
});
