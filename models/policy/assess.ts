import type { Profile } from "../profile.ts";
import { type Amount, addAmounts, amountOf } from "./amount.ts";
import { evaluateRule } from "./evaluate-rule.ts";
import { type Expiry, expiryOn } from "./expiry.ts";
import type { MissingFact, PolicyFacts } from "./facts.ts";
import { type HeadRoom, headRoomOn } from "./head-room.ts";
import { type Occasion, yearOfDate } from "./occasion.ts";
import type { PolicyVariant, SupportPolicy } from "./policy.ts";
import type { RuleOutcome, Verdict } from "./rule.ts";
import { partsOutcome } from "./rules/parts.ts";
import { variantOn } from "./variant-on.ts";
import { worstOf } from "./verdicts-of.ts";

export type Outcome = "eligible" | "not-eligible" | "unknown";

/** What a policy means for one enterprise on one date, with everything that led to it. */
export interface Assessment {
  readonly policy: SupportPolicy;
  /** null: no variant is for this place at all. */
  readonly variant: PolicyVariant | null;
  readonly outcome: Outcome;
  /** In the variant's order; none when it is not in force, since then nothing else matters. */
  readonly rules: readonly RuleOutcome[];
  /** The first rule that fails, or else the first that is unknown; null when all hold or the date decides. */
  readonly decidedBy: RuleOutcome | null;
  /** What eligibility and amount want for, each once. */
  readonly missing: readonly MissingFact[];
  readonly amount: Amount;
  /** Only of policies that ask for no more than a limited reduction. */
  readonly headRoom: HeadRoom | null;
  readonly expiry: Expiry | null;
  /** Of a bundle. */
  readonly parts: readonly Assessment[];
}

/** Every policy of the profile for one enterprise. date "YYYY-MM-DD". */
export const assessPolicies = (
  { policies }: Pick<Profile, "policies">,
  facts: PolicyFacts,
  date: string,
): Assessment[] => policies.map((policy) => assessPolicy(policy, facts, date));

/** Whether an enterprise can have a policy on a date, why, how much, and how many may still leave. */
export function assessPolicy(policy: SupportPolicy, facts: PolicyFacts, date: string): Assessment {
  const chosen = variantOn(policy, facts.place, date);
  const expiry = chosen && expiryOn(chosen.variant, date);
  if (!chosen?.inForce) return { ...NOT_IN_FORCE, policy, variant: chosen?.variant ?? null, expiry };
  const { variant } = chosen;
  const occasion = { facts, date, premiumYear: variant.premiumYear ?? yearOfDate(date) - 1 };
  const parts = (policy.parts ?? []).map((part) => assessPolicy(part, facts, date));
  const own = variant.rules.map((rule) => evaluateRule(rule, occasion));
  const rules = parts.length > 0 ? [...own, partsOutcome(parts, variant.source)] : own;
  const outcome = OUTCOMES[worstOf(rules)];
  const amount = outcome === "not-eligible" ? NONE : amountWith(parts, variant, occasion);
  return {
    policy,
    variant,
    outcome,
    rules,
    decidedBy: firstWith(rules, "fails") ?? firstWith(rules, "unknown"),
    missing: wanted(outcome, rules, amount),
    amount,
    headRoom: headRoom(variant, facts, date),
    expiry,
    parts,
  };
}

const firstWith = (rules: readonly RuleOutcome[], verdict: Verdict): RuleOutcome | null =>
  rules.find((rule) => rule.verdict === verdict) ?? null;

const OUTCOMES: Readonly<Record<Verdict, Outcome>> = { holds: "eligible", fails: "not-eligible", unknown: "unknown" };
const NONE: Amount = { kind: "none" };

/** What is said on a date on which no variant is in force. */
const NOT_IN_FORCE = {
  outcome: "not-eligible",
  rules: [],
  decidedBy: null,
  missing: [],
  amount: NONE,
  headRoom: null,
  parts: [],
} as const satisfies Partial<Assessment>;

/** Of a bundle, of the parts that are sure; of those that may be while none is. */
function amountWith(parts: readonly Assessment[], variant: PolicyVariant, occasion: Occasion): Amount {
  if (parts.length === 0) return amountOf(variant, occasion);
  const sure = parts.some(({ outcome }) => outcome === "eligible");
  const counted = parts.filter(({ outcome }) => outcome === (sure ? "eligible" : "unknown"));
  return addAmounts(counted.map(({ amount }) => amount));
}

/** Who is shut out wants for nothing. */
function wanted(outcome: Outcome, rules: readonly RuleOutcome[], amount: Amount): MissingFact[] {
  if (outcome === "not-eligible") return [];
  const all = [...rules.flatMap(({ missing }) => missing), ...(amount.kind === "unknown" ? amount.missing : [])];
  if (all.length === 0) return all;
  return [...new Map(all.map((missing) => [`${missing.fact} ${missing.period} ${missing.name.zh}`, missing])).values()];
}

function headRoom({ rules }: PolicyVariant, facts: PolicyFacts, date: string): HeadRoom | null {
  const rule = rules.find((one) => one.kind === "reduction");
  return rule ? headRoomOn(rule, facts, date) : null;
}
