import { type Comparison, comparedHeadcounts, headcountsBack } from "../baseline.ts";
import { dominantEmployers } from "../dominant.ts";
import type { Dimension } from "../figure.ts";
import { sizeBandOf } from "../job-flows.ts";
import { type Membership, SIZE_GROUPS } from "../membership.ts";
import { GAP, type Panel } from "../panel.ts";
import type { Profile } from "../profile.ts";
import { type ProfileIndex, profileIndex } from "../profile-index.ts";
import type { PrintedGroup } from "./printed-group.ts";

/** Names a group in every table of every report; "" is the whole, and a department or region goes by the key of its scope. */
export const groupKey = (dimension: Dimension, code: string): string =>
  dimension === "place" ? "" : `${dimension}:${code}`;

/** All but the dominant employers. */
export const WITHOUT_DOMINANT = "without-dominant";

/** What the enterprises of a table have in common: both months of a comparison, or a report this month. */
export type Sample = Comparison | "reported";

/**
 * Every group of which a report over the whole place prints persons, in whichever table and against whichever month: the whole,
 * sectors, sections, divisions, regions, sizes and departments, and the whole without its dominant employers.
 */
export function printedGroups(
  panel: Panel,
  profile: Profile,
  membership: Membership,
  samples: readonly Sample[],
): PrintedGroup[] {
  const index = profileIndex(profile);
  const { mask } = dominantEmployers(panel, profile.dominantEnterprises.value);
  return samples.flatMap((sample) => {
    const { base, current } = personsIn(panel, sample);
    const rows = new Map<string, number[]>();
    for (let row = 0; row < panel.size; row++) {
      if (base[row] === GAP || current[row] === GAP) continue;
      const band = sizeBandOf(index.sizeBands, base[row]!, current[row]!);
      const own = [...keysOf(panel, index, membership, row), groupKey("sizeBand", String(index.sizeBands[band]))];
      for (const key of mask[row] === 1 ? own : [...own, WITHOUT_DOMINANT]) {
        const those = rows.get(key);
        if (those) those.push(row);
        else rows.set(key, [row]);
      }
    }
    return [...rows].map(([key, those]) => ({
      ...{ key, sample, rows: those, base, current },
      ...(key === "" ? { always: true as const } : {}),
      ...(key === WITHOUT_DOMINANT ? { dear: true as const } : {}),
    }));
  });
}

function personsIn(panel: Panel, sample: Sample) {
  if (sample !== "reported") return comparedHeadcounts(panel, sample);
  const current = headcountsBack(panel, 0);
  return { base: current, current };
}

function keysOf(panel: Panel, index: ProfileIndex, membership: Membership, row: number): string[] {
  const { sector, section, division, region } = index;
  const industry = panel.industry[row]! + 1;
  const departments = membership.desks[membership.desk[row]!]!;
  return [
    "",
    ...[sector, section, division].map(({ dimension, codes, groupOf }) =>
      groupKey(dimension, codes[groupOf[industry]!]!),
    ),
    groupKey("region", region.codes[region.groupOf[panel.region[row]! + 1]!]!),
    groupKey("size", SIZE_GROUPS[membership.size[row]!]!),
    ...departments.map((code) => groupKey("department", code)),
  ];
}
