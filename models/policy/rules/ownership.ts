import { type Text, text } from "../../text.ts";
import { HELD } from "../fact-kind.ts";
import { missingFact } from "../facts.ts";
import type { Occasion } from "../occasion.ts";
import { type Found, type RuleHead, verdictOf } from "../rule.ts";

/** One of these codes of ownership (登记注册类型). */
export interface OwnershipRule extends RuleHead {
  readonly kind: "ownership";
  readonly codes: readonly string[];
}

export interface OwnershipCompared {
  readonly kind: "ownership";
  readonly ownership: string | null;
}

export function evaluateOwnership({ codes }: OwnershipRule, { facts }: Occasion): Found<OwnershipCompared> {
  const { ownership } = facts;
  return {
    verdict: ownership === null ? "unknown" : verdictOf(codes.includes(ownership)),
    compared: { kind: "ownership", ownership },
    missing: ownership === null ? [missingFact(facts, HELD.ownership, null)] : [],
  };
}

export function explainOwnership({ ownership }: OwnershipCompared): Text {
  if (ownership === null) return text("登记注册类型未报", "ownership not reported");
  return text(`登记注册类型代码${ownership}`, `ownership code ${ownership}`);
}
