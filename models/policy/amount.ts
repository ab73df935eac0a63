import type { Text } from "../text.ts";
import { evaluateRule } from "./evaluate-rule.ts";
import type { FactUnit } from "./fact-kind.ts";
import { lookUp, type MissingFact, missingFact, nameOfFact } from "./facts.ts";
import { type FactRef, type Occasion, periodOf } from "./occasion.ts";
import type { AmountFormula, PolicyVariant, Term } from "./policy.ts";
import { toFen } from "./quantity.ts";
import type { PolicyRule } from "./rule.ts";
import { worstOf } from "./verdicts-of.ts";

/** What an enterprise would get. fen: hundredths of a yuan, exact. atMost: the document gives a ceiling. */
export type Amount =
  | { readonly kind: "known"; readonly fen: number; readonly atMost: boolean; readonly steps: readonly AmountStep[] }
  | { readonly kind: "unknown"; readonly missing: readonly MissingFact[]; readonly steps: readonly AmountStep[] }
  | { readonly kind: "terms"; readonly says: Text }
  /** Not entitled. */
  | { readonly kind: "none" };

/** One line of the reckoning: quantity × rate = fen, the rate being percent of the quantity in yuan, or yuan apiece. */
export interface AmountStep {
  readonly name: Text;
  readonly quantity: number;
  readonly unit: FactUnit;
  readonly rate: number;
  readonly by: "percent" | "yuan";
  readonly fen: number;
}

type MoneyFormula = Extract<AmountFormula, { kind: "share" | "sum" }>;

/** By a variant's formula; a bundle's amount is its parts'. */
export function amountOf({ amount }: PolicyVariant, occasion: Occasion): Amount {
  if (amount.kind === "terms") return { kind: "terms", says: amount.says };
  if (amount.kind === "local") return { kind: "unknown", missing: [localStandard(amount)], steps: [] };
  if (amount.kind === "parts") throw new RangeError("a bundle's amount is the sum of its parts'");
  return reckon(amount, occasion);
}

const localStandard = ({ standard, supplier }: Extract<AmountFormula, { kind: "local" }>): MissingFact => ({
  fact: "local-standard",
  period: null,
  name: standard,
  supplier,
});

/** Sums what is known of several parts; unknown as soon as one is. */
export function addAmounts(amounts: readonly Amount[]): Amount {
  const missing = amounts.flatMap((amount) => (amount.kind === "unknown" ? amount.missing : []));
  const steps = amounts.flatMap((amount) => (amount.kind === "known" || amount.kind === "unknown" ? amount.steps : []));
  if (missing.length > 0) return { kind: "unknown", missing, steps };
  const atMost = amounts.some((amount) => amount.kind === "known" && amount.atMost);
  return { kind: "known", fen: steps.reduce((sum, { fen }) => sum + fen, 0), atMost, steps };
}

function reckon(formula: MoneyFormula, occasion: Occasion): Amount {
  if (formula.kind === "share") return reckonShare(formula, occasion);
  return addAmounts(formula.terms.map((term) => reckonTerm(term, occasion)));
}

function reckonTerm({ name, quantity, prices }: Term, occasion: Occasion): Amount {
  const { value, unit, missing } = countOf(quantity, occasion);
  if (missing.length > 0) return { kind: "unknown", missing, steps: [] };
  if (value === 0) return { kind: "known", fen: 0, atMost: false, steps: [] }; // what none would have been paid does not matter
  const tier = firstThatHolds(prices, occasion);
  if (tier.chosen === null) return { kind: "unknown", missing: tier.missing, steps: [] };
  const rate = tier.chosen.price.value;
  const fen = value * toFen(rate);
  return { kind: "known", fen, atMost: false, steps: [{ name, quantity: value, unit, rate, by: "yuan", fen }] };
}

function reckonShare({ base, shares }: Extract<AmountFormula, { kind: "share" }>, occasion: Occasion): Amount {
  const tier = firstThatHolds(shares, occasion);
  const count = countOf([base], occasion);
  const missing = [...count.missing, ...tier.missing];
  if (tier.chosen === null || missing.length > 0) return { kind: "unknown", missing, steps: [] };
  const { percent, atMost = false } = tier.chosen;
  const fen = percentOf(toFen(count.value), percent.value);
  const name = nameOfFact(occasion.facts, base.fact, periodOf(base, occasion));
  const step = { name, quantity: count.value, unit: count.unit, rate: percent.value, by: "percent" as const, fen };
  return { kind: "known", fen, atMost, steps: [step] };
}

/** Percents have two decimals at most; halves of a fen are rounded up. */
const percentOf = (fen: number, percent: number): number => Math.round((fen * Math.round(percent * 100)) / 10_000);

interface Tier<T> {
  readonly chosen: T | null;
  readonly missing: readonly MissingFact[];
}

/** Stops at the first tier whose conditions hold; one that cannot be told before it leaves the choice open. */
function firstThatHolds<T extends { readonly when: readonly PolicyRule[] }>(
  tiers: readonly T[],
  occasion: Occasion,
): Tier<T> {
  for (const tier of tiers) {
    const outcomes = tier.when.map((rule) => evaluateRule(rule, occasion));
    const verdict = worstOf(outcomes);
    if (verdict === "holds") return { chosen: tier, missing: [] };
    if (verdict === "unknown") return { chosen: null, missing: outcomes.flatMap(({ missing }) => missing) };
  }
  return { chosen: null, missing: [] };
}

function countOf(refs: readonly FactRef[], occasion: Occasion) {
  const { facts } = occasion;
  const missing: MissingFact[] = [];
  let value = 0;
  for (const ref of refs) {
    const period = periodOf(ref, occasion);
    const found = lookUp(facts, ref.fact, period);
    if (found === null) missing.push(missingFact(facts, ref.fact, period));
    value += found ?? 0;
  }
  return { value, missing, unit: facts.names.get(refs[0]!.fact)!.kind.unit };
}
