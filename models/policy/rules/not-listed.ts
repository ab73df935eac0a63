import { type Text, text } from "../../text.ts";
import { lookUp, missingFact, nameOfFact } from "../facts.ts";
import { type FactRef, type Occasion, periodOf } from "../occasion.ts";
import { type Found, type RuleHead, verdictOf } from "../rule.ts";

/** It is not on a list that shuts it out. */
export interface NotListedRule extends RuleHead {
  readonly kind: "not-listed";
  readonly fact: FactRef;
}

export interface NotListedCompared {
  readonly kind: "not-listed";
  readonly list: Text;
  readonly listed: boolean | null;
}

export function evaluateNotListed({ fact: ref }: NotListedRule, occasion: Occasion): Found<NotListedCompared> {
  const { facts } = occasion;
  const period = periodOf(ref, occasion);
  const value = lookUp(facts, ref.fact, period);
  const listed = value === null ? null : value > 0;
  return {
    verdict: listed === null ? "unknown" : verdictOf(!listed),
    compared: { kind: "not-listed", list: nameOfFact(facts, ref.fact, period), listed },
    missing: listed === null ? [missingFact(facts, ref.fact, period)] : [],
  };
}

export function explainNotListed({ list, listed }: NotListedCompared): Text {
  if (listed === null) return text(`${list.zh}未到`, `${list.en} has not come in`);
  return listed ? text(`列入${list.zh}`, `on the ${list.en}`) : text(`未列入${list.zh}`, `not on the ${list.en}`);
}
