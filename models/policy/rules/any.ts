import type { PolicyRule, RuleHead, RuleOutcome } from "../rule.ts";

/** One of these is enough. */
export interface AnyRule extends RuleHead {
  readonly kind: "any";
  readonly rules: readonly PolicyRule[];
}

export interface AnyCompared {
  readonly kind: "any";
  readonly outcomes: readonly RuleOutcome[];
}
