import { sectionsOf } from "./industry.ts";
import type { Profile } from "./profile.ts";
import { type Text, text } from "./text.ts";
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

/** The parts of a set that ask more or less of some enterprises. */
export type GroupLimits = Pick<ThresholdSet, "industries" | "sizes">;

/**
 * How many times the limits of the rules are asked of an industry section and a size band: one times the other, 1 where the
 * set says nothing of it.
 * @param section null: not known
 * @param band its lower end in persons; null: not known
 */
export const strictnessIn = ({ industries, sizes }: GroupLimits, section: string | null, band: number | null): number =>
  (industries?.[section ?? ""]?.value ?? 1) * (sizes?.[band ?? ""]?.value ?? 1);

/** The least that a set asks of anybody, times the limits of its rules. */
export const laxestIn = ({ industries = {}, sizes = {} }: GroupLimits): number =>
  [industries, sizes].reduce((all, own) => all * Math.min(1, ...Object.values(own).map(({ value }) => value)), 1);

/** The set with a number for every section and size band of the profile, so that each can be moved. */
export function withGroups(set: ThresholdSet, profile: Pick<Profile, "industries" | "sizeBands">): ThresholdSet {
  const alike = (codes: readonly (string | number)[], note: Text) => {
    const one = { value: 1, unit: TIMES, origin: { kind: "convention", note }, validFrom: set.validFrom } as const;
    return Object.fromEntries(codes.map((code) => [code, one]));
  };
  return {
    ...set,
    industries: {
      ...alike(
        sectionsOf(profile).map(({ code }) => code),
        ALIKE.industries,
      ),
      ...set.industries,
    },
    sizes: { ...alike(profile.sizeBands, ALIKE.sizes), ...set.sizes },
  };
}

export const TIMES = "times the limits";
const ALIKE = {
  industries: text("各行业同一界限", "the same limits for every industry"),
  sizes: text("各规模同一界限", "the same limits for every size"),
} as const;
