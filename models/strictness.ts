import type { Profile } from "./profile.ts";
import { text } from "./text.ts";
import type { LevelRule, Threshold, ThresholdSet } from "./threshold.ts";

/** What a rule asks the more of, the larger its number; q is the other way round, and sizes, months and events stay. */
const STRICTER = new Set([
  ...["z", "leak", "fallPeople", "fallShare", "fall3People", "fall3Share", "fall12People", "fall12Share"],
  ...["hiddenShare", "risk", "overRed", "overOrange"],
]);
const LAXER = new Set(["q"]);

/** The rules, those with a level asking for so many times as much; labels stay, for the law asks everybody the same. */
export const timesLimits = (rules: readonly LevelRule[], factor: number): readonly LevelRule[] =>
  factor === 1
    ? rules
    : rules.map((rule) => (rule.level === null ? rule : { ...rule, when: multiplied(rule.when, factor) }));

function multiplied(when: LevelRule["when"], factor: number): LevelRule["when"] {
  const { event, ...numbers } = when;
  const moved = Object.entries(numbers).map(([condition, one]) => [condition, times(condition, one, factor)]);
  return { ...when, ...Object.fromEntries(moved) };
}

function times(condition: string, threshold: Threshold, factor: number): Threshold {
  if (STRICTER.has(condition)) return { ...threshold, value: threshold.value * factor };
  return LAXER.has(condition) ? { ...threshold, value: threshold.value / factor } : threshold;
}

/** How many times the limits of an industry section are those of all others; 1 where the set says nothing of it. */
export const strictnessIn = ({ industries }: Pick<ThresholdSet, "industries">, section: string | null): number =>
  (section === null ? undefined : industries?.[section]?.value) ?? 1;

/** The set with a number for every section of the profile, so that each can be moved. */
export function withSections(set: ThresholdSet, { industries }: Pick<Profile, "industries">): ThresholdSet {
  const alike = { value: 1, unit: TIMES, origin: ALIKE, validFrom: set.validFrom };
  const sections = industries.filter(({ parent }) => parent === null).map(({ code }) => [code, alike] as const);
  return { ...set, industries: { ...Object.fromEntries(sections), ...set.industries } };
}

export const TIMES = "times the limits";
const ALIKE = {
  kind: "convention",
  note: text("各行业同一界限", "the same limits for every industry"),
} as const;
