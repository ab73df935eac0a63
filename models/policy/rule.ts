import type { Text } from "../text.ts";
import type { Origin } from "../threshold.ts";
import type { MissingFact } from "./facts.ts";
import type { AnyCompared, AnyRule } from "./rules/any.ts";
import type { AtLeastCompared, AtLeastRule } from "./rules/at-least.ts";
import type { EntityCompared, EntityRule } from "./rules/entity.ts";
import type { NotListedCompared, NotListedRule } from "./rules/not-listed.ts";
import type { OperatingCompared, OperatingRule } from "./rules/operating.ts";
import type { OwnershipCompared, OwnershipRule } from "./rules/ownership.ts";
import type { PartsCompared } from "./rules/parts.ts";
import type { ReductionCompared, ReductionRule } from "./rules/reduction.ts";
import type { ShareCompared, ShareRule } from "./rules/share.ts";
import type { SizeCompared, SizeRuleOfPolicy } from "./rules/size.ts";

/** What every rule says of itself. */
export interface RuleHead {
  readonly id: string;
  readonly name: Text;
  readonly origin: Origin;
}

/** A condition of a policy: one of a closed set, each kind with an evaluation and words of its own. */
export type PolicyRule =
  | OperatingRule
  | EntityRule
  | OwnershipRule
  | SizeRuleOfPolicy
  | AtLeastRule
  | NotListedRule
  | ShareRule
  | ReductionRule
  | AnyRule;

export type RuleKind = PolicyRule["kind"];

/** The numbers a rule compared, by kind. */
export type Compared =
  | OperatingCompared
  | EntityCompared
  | OwnershipCompared
  | SizeCompared
  | AtLeastCompared
  | NotListedCompared
  | ShareCompared
  | ReductionCompared
  | AnyCompared
  | PartsCompared;

export type Verdict = "holds" | "fails" | "unknown";

/** What came of a rule. missing: the facts for want of which it is unknown. */
export interface Found<C> {
  readonly verdict: Verdict;
  readonly compared: C;
  readonly missing: readonly MissingFact[];
}

export interface RuleOutcome extends Found<Compared> {
  readonly rule: RuleHead;
}

export const verdictOf = (holds: boolean): Verdict => (holds ? "holds" : "fails");
