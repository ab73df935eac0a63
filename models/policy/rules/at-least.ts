import { type Text, text } from "../../text.ts";
import type { Threshold } from "../../threshold.ts";
import type { FactUnit } from "../fact-kind.ts";
import { lookUp, missingFact, nameOfFact } from "../facts.ts";
import { type FactRef, type Occasion, periodOf } from "../occasion.ts";
import { quantity } from "../quantity.ts";
import { type Found, type RuleHead, verdictOf } from "../rule.ts";

/** The sum of these facts is at least this much, inclusive. */
export interface AtLeastRule extends RuleHead {
  readonly kind: "at-least";
  readonly facts: readonly FactRef[];
  readonly limit: Threshold;
}

export interface AtLeastCompared {
  readonly kind: "at-least";
  readonly values: readonly ComparedFact[];
  /** Of the known values. */
  readonly sum: number;
  readonly limit: number;
}

export interface ComparedFact {
  readonly name: Text;
  readonly unit: FactUnit;
  readonly value: number | null;
}

/** No fact is negative, so what is known may already be enough. */
export function evaluateAtLeast({ facts: refs, limit }: AtLeastRule, occasion: Occasion): Found<AtLeastCompared> {
  const { facts } = occasion;
  const periods = refs.map((ref) => periodOf(ref, occasion));
  const found = refs.map(({ fact }, i) => lookUp(facts, fact, periods[i]!));
  const values = refs.map(({ fact }, i) => ({
    name: nameOfFact(facts, fact, periods[i]!),
    unit: facts.names.get(fact)!.kind.unit,
    value: found[i]!,
  }));
  const sum = found.reduce<number>((total, value) => total + (value ?? 0), 0);
  const absent = refs.flatMap(({ fact }, i) => (found[i] === null ? [missingFact(facts, fact, periods[i]!)] : []));
  const enough = sum >= limit.value;
  return {
    verdict: absent.length > 0 && !enough ? "unknown" : verdictOf(enough),
    compared: { kind: "at-least", values, sum, limit: limit.value },
    missing: enough ? [] : absent,
  };
}

/** "高校毕业生3人 + 失业青年未报 = 3人 ≥ 1人" */
export function explainAtLeast({ values, sum, limit }: AtLeastCompared): Text {
  const { unit } = values[0]!;
  const parts = values.map(({ name, value }) => {
    const said = value === null ? text("未报", "not reported") : quantity(value, unit);
    return text(`${name.zh}${said.zh}`, `${name.en} ${said.en}`);
  });
  const zh = parts.map((part) => part.zh).join("、");
  const en = parts.map((part) => part.en).join(", ");
  const total = values.length > 1 ? equals(quantity(sum, unit)) : text("", "");
  if (unit === "yes-no" || (values.length === 1 && values[0]!.value === null)) return text(zh, en);
  const sign = sum >= limit ? "≥" : "<";
  const least = quantity(limit, unit);
  return text(`${zh}${total.zh} ${sign} ${least.zh}`, `${en}${total.en} ${sign} ${least.en}`);
}

const equals = (sum: Text): Text => text(`，合计${sum.zh}`, `, together ${sum.en}`);
