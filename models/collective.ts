import type { CollectiveRule } from "./threshold.ts";

/** One enterprise's fall in a month: persons, and share of its headcount before; both positive when it shrank. */
export interface Fall {
  readonly people: number;
  readonly share: number;
}

export interface CollectiveJudgement {
  readonly rule: string;
  /** Place in the profile's levels. */
  readonly level: number;
  /** How many enterprises fell beyond the rule's limits. */
  readonly enterprises: number;
}

/**
 * Rules over a whole county: enough enterprises at once, each MORE than so many people or MORE than such a share (山东2016:
 * 超过50人 or 超过30% in at least five enterprises with abnormal cause, or one of 200). The caller passes the falls of
 * enterprises judged abnormal on their own, because ordinary turnover crosses such lines every month.
 */
export function judgeCollective(
  falls: readonly Fall[],
  rules: readonly CollectiveRule[],
  levels: readonly { readonly code: string }[],
): readonly CollectiveJudgement[] {
  return rules
    .map((rule) => ({
      rule: rule.id,
      level: levels.findIndex(({ code }) => code === rule.level),
      enterprises: countBeyond(falls, rule),
      needed: rule.enterprises.value,
    }))
    .filter(({ enterprises, needed }) => enterprises >= needed)
    .map(({ needed: _, ...judgement }) => judgement);
}

/** How many of the falls go beyond a rule's limits. */
export const countBeyond = (falls: readonly Fall[], rule: CollectiveRule): number =>
  falls.filter((fall) => exceeds(fall, rule)).length;

const exceeds = ({ people, share }: Fall, rule: CollectiveRule): boolean =>
  people > rule.fallPeople.value || share > rule.fallShare.value;
