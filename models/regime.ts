import type { Month } from "./month.ts";
import type { LevelRule, ThresholdSet } from "./threshold.ts";

/** By what enterprises are alerted: by every rule of the set, or by the rules on facts alone. */
export type RegimeKind = "normal" | "rules-only";

/** Somebody settled by what is alerted from a month on. Such rows are added, never changed. */
export interface RegimeChange {
  readonly id: number;
  readonly kind: RegimeKind;
  readonly from: Month;
  readonly reason: string;
  readonly actor: string;
  /** When it was said, an ISO instant. */
  readonly at: string;
}

/**
 * The change that a month is under: the one that begins last by then, and of several that begin in one month the one said
 * last. null: nobody ever said anything about it, and everything is as usual.
 */
export function regimeIn(changes: readonly RegimeChange[], month: Month): RegimeChange | null {
  const begun = changes.filter(({ from }) => from <= month);
  return begun.reduce<RegimeChange | null>((now, one) => (now && isAfter(now, one) ? now : one), null);
}

/** The change when it is a switch to rules alone; null as usual. */
export const rulesOnly = (change: RegimeChange | null): RegimeChange | null =>
  change?.kind === "rules-only" ? change : null;

/**
 * A set without the rules that ask what a model foretells. After a break such as that of 2020 a model fitted on the time
 * before speaks of a world that is gone, while a fall that happened is still a fall.
 */
export const withoutForetelling = (set: ThresholdSet): ThresholdSet => ({
  ...set,
  rules: set.rules.filter((rule) => !isForetelling(rule)),
});

/** Whether a rule asks what a model foretells. */
export const isForetelling = ({ when }: LevelRule): boolean =>
  [when.risk, when.overRed, when.overOrange].some((asked) => asked !== undefined);

const isAfter = (a: RegimeChange, b: RegimeChange): boolean => a.from > b.from || (a.from === b.from && a.id > b.id);
