import { type Comparison, comparedHeadcounts } from "./baseline.ts";
import { dominantEmployers } from "./dominant.ts";
import { GAP, type Panel } from "./panel.ts";
import type { Profile } from "./profile.ts";
import { profileIndex } from "./profile-index.ts";
import type { ScopeMembers } from "./scope-members.ts";
import { type PrintedGroup, withheldGroups } from "./withheld.ts";
import { WITHHELD_LIMITS } from "./withheld-limits.ts";

export const sectionKey = (code: string): string => `section:${code}`;
/** All but the dominant employers. */
export const WITHOUT_DOMINANT = "without-dominant";

/**
 * Every group of which a report over the whole place prints persons, in whichever table: the whole, departments and regions by
 * the keys of their scopes, sections, and the whole without its dominant employers; each by the enterprises compared.
 */
export function printedGroups(
  panel: Panel,
  profile: Profile,
  members: ScopeMembers,
  comparison: Comparison,
): { readonly groups: readonly PrintedGroup[]; readonly persons: ReturnType<typeof comparedHeadcounts> } {
  const persons = comparedHeadcounts(panel, comparison);
  const { section } = profileIndex(profile);
  const { mask } = dominantEmployers(panel, profile.dominantEnterprises.value);
  const rows = new Map<string, number[]>();
  for (let row = 0; row < panel.size; row++) {
    if (persons.base[row] === GAP || persons.current[row] === GAP) continue;
    const own = sectionKey(section.codes[section.groupOf[panel.industry[row]! + 1]!]!);
    const keys = [...members.keysOf(row), own, ...(mask[row] === 1 ? [] : [WITHOUT_DOMINANT])];
    for (const key of new Set(keys)) {
      const those = rows.get(key);
      if (those) those.push(row);
      else rows.set(key, [row]);
    }
  }
  const groups = [...rows].map(([key, those]) => ({
    key,
    rows: those,
    ...(key === "" ? { always: true as const } : {}),
  }));
  return { groups, persons };
}

/** Keys of those that are withheld in what is sent to everybody. */
export function withheldIn(
  panel: Panel,
  profile: Profile,
  members: ScopeMembers,
  comparison: Comparison,
): ReadonlySet<string> {
  const { groups, persons } = printedGroups(panel, profile, members, comparison);
  return withheldGroups(groups, persons, WITHHELD_LIMITS);
}
