import type { FormulaName } from "../../../../models/policy/formulas.ts";
import type { FactRef } from "../../../../models/policy/occasion.ts";
import type { Share } from "../../../../models/policy/policy.ts";
import type { PolicyRule } from "../../../../models/policy/rule.ts";
import type { SmallRule } from "../../../../models/policy/rules/reduction.ts";
import { text } from "../../../../models/text.ts";
import type { Origin, Threshold } from "../../../../models/threshold.ts";
import { limit, origin } from "../../threshold.ts";
import { ENTERPRISE, entity, LIKE_ENTERPRISES } from "./who.ts";

/** How much may be lost, by which formulas. */
export interface Reduction {
  readonly formulas: readonly FormulaName[];
  /** Percent in general, and of small enterprises. */
  readonly general: number;
  readonly countedAt: SmallRule["countedAt"];
}

/** 减少率 or 裁员率: 5.5 % in general, 20 % of those with 30 insured or fewer; both inclusive. */
export function reduction({ formulas, general, countedAt }: Reduction, from: Origin, since: string): PolicyRule {
  const percent = (value: number): Threshold => limit(value, "%", from, since);
  return {
    kind: "reduction",
    id: "reduction",
    name: text("参保人数减少率（裁员率）", "Reduction of the insured (layoff rate)"),
    formulas,
    limit: percent(general),
    small: { upTo: limit(30, "persons", from, since), limit: percent(20), countedAt },
    origin: from,
  };
}

export const paidInFull = (from: Origin, since: string): PolicyRule => ({
  kind: "at-least",
  id: "paid-in-full",
  name: text("足额缴费满12个月", "Twelve months paid in full"),
  facts: [{ fact: "months-paid-in-full", when: "premium-year" }],
  limit: limit(12, "months", from, since),
  origin: from,
});

const RESERVE: FactRef = { fact: "fund-reserve-months", when: "premium-year-end" };

/** The fund of the place could pay for a year at the last year-end. */
export const fundReserve = (from: Origin, since: string): PolicyRule => ({
  kind: "at-least",
  id: "fund-reserve",
  name: text("基金备付期限1年以上", "The fund could pay for a year"),
  facts: [RESERVE],
  limit: limit(12, "months", from, since),
  origin: from,
});

const EXCEPTED = origin(
  "practice",
  "各地稳岗返还办法：严重失信、“僵尸企业”除外",
  "the places' rules of the refund except the severely dishonest and zombie enterprises",
);

const notListed = (fact: string, zh: string, en: string, from: Origin): PolicyRule => ({
  kind: "not-listed",
  id: fact,
  name: text(zh, en),
  fact: { fact, when: "this-year" },
  origin: from,
});

export const notDishonest = notListed("severe-dishonesty", "非严重违法失信", "Not severely dishonest", EXCEPTED);
export const notZombie = notListed("zombie", "非“僵尸企业”", "Not a zombie enterprise", EXCEPTED);
export const notAbnormal = (from: Origin): PolicyRule =>
  notListed("abnormal-operation", "未列入经营异常名录", "Not on the list of abnormal operation", from);

/** 参照实施: organisations beside enterprises are paid like small and medium ones. */
const smallOrAlike = (from: Origin): PolicyRule => ({
  kind: "any",
  id: "small-or-alike",
  name: text("中小微企业或参照实施的单位", "Not large, or treated by analogy"),
  rules: [
    entity([], LIKE_ENTERPRISES, from),
    { kind: "size", id: "not-large", name: text("中小微企业", "Not large"), large: false, origin: from },
  ],
  origin: from,
});

/** Shares of the premiums: of small and medium enterprises, and of large ones. when: for both. */
export function shares(
  [small, large]: readonly [number, number],
  from: Origin,
  since: string,
  { when = [], atMost = false }: { readonly when?: readonly PolicyRule[]; readonly atMost?: boolean } = {},
): Share[] {
  const share = (value: number, conditions: readonly PolicyRule[]): Share => ({
    when: [...when, ...conditions],
    percent: limit(value, "%", from, since),
    ...(atMost ? { atMost } : {}),
  });
  return [share(small, [smallOrAlike(from)]), share(large, [])];
}

export const whoRefunded = (from: Origin): PolicyRule => entity([ENTERPRISE], LIKE_ENTERPRISES, from);
