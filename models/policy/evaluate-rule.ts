import type { Occasion } from "./occasion.ts";
import type { Compared, Found, PolicyRule, RuleKind, RuleOutcome } from "./rule.ts";
import type { AnyCompared, AnyRule } from "./rules/any.ts";
import { evaluateAtLeast } from "./rules/at-least.ts";
import { evaluateEntity } from "./rules/entity.ts";
import { evaluateNotListed } from "./rules/not-listed.ts";
import { evaluateOperating } from "./rules/operating.ts";
import { evaluateOwnership } from "./rules/ownership.ts";
import { evaluateReduction } from "./rules/reduction.ts";
import { evaluateShare } from "./rules/share.ts";
import { evaluateSize } from "./rules/size.ts";
import { bestOf } from "./verdicts-of.ts";

type Evaluators = {
  readonly [K in RuleKind]: (
    rule: Extract<PolicyRule, { kind: K }>,
    occasion: Occasion,
  ) => Found<Extract<Compared, { kind: K }>>;
};

const EVALUATORS: Evaluators = {
  operating: evaluateOperating,
  entity: evaluateEntity,
  ownership: evaluateOwnership,
  size: evaluateSize,
  "at-least": evaluateAtLeast,
  "not-listed": evaluateNotListed,
  share: evaluateShare,
  reduction: evaluateReduction,
  any: evaluateAny,
};

/** Holds, fails or is unknown, with the numbers that were compared and the facts that are missing. */
export function evaluateRule(rule: PolicyRule, occasion: Occasion): RuleOutcome {
  const evaluate = EVALUATORS[rule.kind] as (rule: PolicyRule, occasion: Occasion) => Found<Compared>;
  return { rule: { id: rule.id, name: rule.name, origin: rule.origin }, ...evaluate(rule, occasion) };
}

function evaluateAny({ rules }: AnyRule, occasion: Occasion): Found<AnyCompared> {
  const outcomes = rules.map((rule) => evaluateRule(rule, occasion));
  const compared = { kind: "any" as const, outcomes };
  const verdict = bestOf(outcomes);
  const missing = verdict === "unknown" ? outcomes.flatMap((outcome) => outcome.missing) : [];
  return { verdict, compared, missing };
}
