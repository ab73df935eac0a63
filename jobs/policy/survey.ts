import type { Amount } from "../../models/policy/amount.ts";
import { type Assessment, assessPolicies, type Outcome } from "../../models/policy/assess.ts";
import type { Expiry } from "../../models/policy/expiry.ts";
import type { HeadRoom } from "../../models/policy/head-room.ts";
import type { SupportPolicy } from "../../models/policy/policy.ts";
import { claimYear, unclaimed } from "../../models/policy/unclaimed.ts";
import type { Text } from "../../models/text.ts";
import { applicationsBetween } from "../../src/db/application.ts";
import type { Db } from "../../src/db/db.ts";
import { allFacts, type KnownEnterprise, type PolicyDay } from "./collect-facts.ts";

/** How a policy comes out over the enterprises that still exist. */
export interface PolicyCount {
  readonly policy: SupportPolicy;
  readonly outcomes: Record<Outcome, number>;
  /** Eligible, and nobody applied. */
  unclaimed: number;
  /** Sum of the known amounts of the eligible, and of how many. */
  fen: number;
  amounts: number;
  /** What most of the unknown ones want for: how often, by the fact's name. */
  readonly missing: Map<string, { readonly name: Text; count: number }>;
}

/** An enterprise and something it could have. */
export interface UnclaimedPolicy {
  readonly code: string;
  readonly name: string | null;
  readonly region: string | null;
  readonly policy: SupportPolicy;
  readonly amount: Amount;
  readonly headRoom: HeadRoom | null;
  readonly expiry: Expiry | null;
}

export interface Survey {
  readonly enterprises: number;
  readonly counts: readonly PolicyCount[];
  readonly unclaimed: readonly UnclaimedPolicy[];
}

/** Every policy for every enterprise on a date, in one pass; `only` limits it to some. */
export async function surveyCounty(db: Db, day: PolicyDay, only?: readonly number[]): Promise<Survey> {
  const applications = await applicationsBetween(db, ...claimYear(day.date), day.vintage);
  const counts = day.profile.policies.map(emptyCount);
  const open: UnclaimedPolicy[] = [];
  let enterprises = 0;
  await db.transaction(async (tx) => {
    for await (const block of allFacts(tx, day, only))
      for (const known of block) {
        if (known.facts.closedOn !== null && known.facts.closedOn <= day.date) continue;
        enterprises++;
        const assessments = assessPolicies(day.profile, known.facts, day.date);
        assessments.forEach((assessment, i) => void add(counts[i]!, assessment));
        for (const free of unclaimed(assessments, applications.get(known.enterprise) ?? [], day.date)) {
          counts.find(({ policy }) => policy === free.policy)!.unclaimed++;
          open.push(toUnclaimed(known, free));
        }
      }
  });
  return { enterprises, counts, unclaimed: open };
}

const emptyCount = (policy: SupportPolicy): PolicyCount => ({
  policy,
  outcomes: { eligible: 0, "not-eligible": 0, unknown: 0 },
  unclaimed: 0,
  fen: 0,
  amounts: 0,
  missing: new Map(),
});

function add(count: PolicyCount, { outcome, amount, missing }: Assessment): void {
  count.outcomes[outcome]++;
  if (outcome === "eligible" && amount.kind === "known") {
    count.fen += amount.fen;
    count.amounts++;
  }
  if (outcome !== "unknown") return;
  for (const { name } of missing) {
    const entry = count.missing.get(name.zh) ?? { name, count: 0 };
    entry.count++;
    count.missing.set(name.zh, entry);
  }
}

const toUnclaimed = (
  { name, region, facts }: KnownEnterprise,
  { policy, amount, headRoom, expiry }: Assessment,
): UnclaimedPolicy => ({ code: facts.code, name, region, policy, amount, headRoom, expiry });
