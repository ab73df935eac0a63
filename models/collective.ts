import { type CountAlarm, countAlarm } from "./counts/count-alarm.ts";
import type { Month } from "./month.ts";
import { isForetelling } from "./regime.ts";
import type { CollectiveRule, LevelRule } from "./threshold.ts";

/** One enterprise's fall in a month: persons, and share of its headcount before; both positive when it shrank. */
export interface Fall {
  readonly people: number;
  readonly share: number;
  /** Persons before it. */
  readonly before: number;
}

/** How many enterprises fell beyond a rule's limits in an earlier month. */
export interface EarlierFalls {
  readonly rule: string;
  readonly month: Month;
  readonly enterprises: number;
}

export interface CollectiveJudgement {
  readonly rule: string;
  /** Place in the profile's levels. */
  readonly level: number;
  /** How many enterprises fell beyond the rule's limits. */
  readonly enterprises: number;
  /** The count beside those of the months before; null where the rule does not ask for it. */
  readonly alarm: CountAlarm | null;
  readonly met: boolean;
  /** usual: enough of them, but no more than this place has in its ordinary months. */
  readonly reason: "enough" | "too-few" | "usual";
}

/** As far back as a count is held against earlier ones. */
export const COLLECTIVE_MONTHS = 66;

/**
 * Rules over a whole county: enough enterprises at once, each MORE than so many people or MORE than such a share (山东2016:
 * 超过50人 or 超过30% in at least five enterprises with abnormal cause, or one of 200), and where the rule asks, more of them
 * than is usual here: in a large county five are always found. While nobody can say what is usual, the number alone decides.
 * @param falls of enterprises judged abnormal on their own, because ordinary turnover crosses such lines every month
 */
export function judgeCollective(
  falls: readonly Fall[],
  rules: readonly CollectiveRule[],
  levels: readonly { readonly code: string }[],
  month: Month,
  earlier: readonly EarlierFalls[],
): readonly CollectiveJudgement[] {
  return rules.map((rule) => {
    const enterprises = countBeyond(falls, rule);
    const alarm = rule.beyondUsual ? countAlarm(historyOf(rule.id, enterprises, month, earlier), month) : null;
    const reason = reasonFor(enterprises, rule, alarm);
    const level = levels.findIndex(({ code }) => code === rule.level);
    return { rule: rule.id, level, enterprises, alarm, met: reason === "enough", reason };
  });
}

/** How many of the falls go beyond a rule's limits. */
export const countBeyond = (falls: readonly Fall[], rule: CollectiveRule): number =>
  falls.filter((fall) => exceeds(fall, rule)).length;

/** Whether what an enterprise reached is abnormal in what happened to it: a foretold risk is not a fall's cause. */
export const isAbnormal = (reached: readonly string[], rules: readonly LevelRule[]): boolean =>
  rules.some((rule) => rule.level !== null && !isForetelling(rule) && reached.includes(rule.id));

const exceeds = ({ people, share, before }: Fall, { headcount, fallPeople, fallShare }: CollectiveRule): boolean =>
  before >= (headcount?.value ?? 0) && (people > fallPeople.value || share > fallShare.value);

function reasonFor(enterprises: number, rule: CollectiveRule, alarm: CountAlarm | null): CollectiveJudgement["reason"] {
  if (enterprises < rule.enterprises.value) return "too-few";
  return alarm?.kind === "judged" && !alarm.alarm ? "usual" : "enough";
}

/** Months in which nobody counted are not known, which is not 0. */
function historyOf(rule: string, now: number, month: Month, earlier: readonly EarlierFalls[]) {
  const own = earlier.filter((one) => one.rule === rule && one.month < month && one.month >= month - COLLECTIVE_MONTHS);
  const first = Math.min(month, ...own.map((one) => one.month));
  const counts = new Float64Array(month - first + 1).fill(Number.NaN);
  for (const one of own) counts[one.month - first] = one.enterprises;
  counts[month - first] = now;
  return { first, counts };
}
