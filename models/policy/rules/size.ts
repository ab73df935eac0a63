import { type Text, text } from "../../text.ts";
import { LARGE } from "../fact-kind.ts";
import { lookUp, missingFact } from "../facts.ts";
import { type Occasion, yearOfDate } from "../occasion.ts";
import { type Found, type RuleHead, verdictOf } from "../rule.ts";

/** Large, or not large (中小微), by 企业划型. */
export interface SizeRuleOfPolicy extends RuleHead {
  readonly kind: "size";
  readonly large: boolean;
}

export interface SizeCompared {
  readonly kind: "size";
  readonly large: boolean | null;
}

export function evaluateSize(rule: SizeRuleOfPolicy, occasion: Occasion): Found<SizeCompared> {
  const large = isLarge(occasion);
  const { facts } = occasion;
  return {
    verdict: large === null ? "unknown" : verdictOf(large === rule.large),
    compared: { kind: "size", large },
    missing: large === null ? facts.sizeMissing.map((fact) => missingFact(facts, fact, null)) : [],
  };
}

/** A classification that was made and imported goes before our own. */
function isLarge({ facts, date }: Occasion): boolean | null {
  const classified = facts.names.has(LARGE) ? lookUp(facts, LARGE, String(yearOfDate(date))) : null;
  return classified === null ? facts.large : classified === 1;
}

export function explainSize({ large }: SizeCompared): Text {
  if (large === null) return text("资料不全，未能划型", "not classified by size, facts missing");
  return large ? text("划型为大型", "classified as large") : text("划型为中小微", "classified as not large");
}
