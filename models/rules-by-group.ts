import { sectionsOf, withBelow } from "./industry.ts";
import type { Profile } from "./profile.ts";
import { sizeBand } from "./size-band.ts";
import { type GroupLimits, strictnessIn, timesLimits } from "./strictness.ts";
import type { LevelRule, ThresholdSet } from "./threshold.ts";

/** The rules of industries and size bands whose limits are others. */
export interface RulesByGroup<Rules> {
  /** @param industry place in the profile's; -1 unknown  @param persons before the fall; NaN unknown */
  rulesOf(industry: number, persons: number): Rules;
}

type Groups = Pick<Profile, "industries" | "sizeBands">;

/** What a set asks of each industry and size; null where it asks the same of all. Made once, looked up for everybody. */
export function rulesByGroup<Rules>(
  set: ThresholdSet,
  { industries, sizeBands }: Groups,
  compiled: (rules: readonly LevelRule[]) => Rules,
): RulesByGroup<Rules> | null {
  const sections = sectionsOf({ industries }).flatMap(({ code: section }) =>
    withBelow(industries, section).map((code) => [code, section] as const),
  );
  const sectionOf = new Map(sections);
  const made = new Map<number, Rules>();
  const rulesFor = (section: string | null, band: number | null): Rules => {
    const times = strictnessIn(set, section, band);
    const rules = made.get(times) ?? compiled(timesLimits(set.rules, times));
    made.set(times, rules);
    return rules;
  };
  const table = [null, ...industries.map(({ code }) => sectionOf.get(code) ?? null)].map((section) =>
    [null, ...sizeBands].map((band) => rulesFor(section, band)),
  );
  if (made.size === 1) return null;
  const bandOf = (persons: number) => (Number.isNaN(persons) ? 0 : sizeBand(sizeBands, persons) + 1);
  return { rulesOf: (industry, persons) => table[industry + 1]![bandOf(persons)]! };
}

/** Every section, size band and number of times of a set that cannot work. */
export function groupProblems({ industries = {}, sizes = {} }: GroupLimits, profile: Groups): readonly string[] {
  const sections = sectionsOf(profile).map(({ code }) => code);
  return [
    ...problemsOf("industry", industries, sections, "section"),
    ...problemsOf("size", sizes, profile.sizeBands.map(String), "size band"),
  ];
}

const problemsOf = (
  name: string,
  asked: NonNullable<GroupLimits["sizes"]>,
  known: readonly string[],
  kind: string,
): readonly string[] =>
  Object.entries(asked).flatMap(([code, { value }]) => [
    // One that asks the same of all says nothing: a set saved under other size bands goes on working.
    ...(known.includes(code) || value === 1 ? [] : [`${name} ${code} is no ${kind} of the profile`]),
    ...(value > 0 && Number.isFinite(value) ? [] : [`${name} ${code}: the times are ${value}`]),
  ]);
