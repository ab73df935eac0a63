import { assessPolicies } from "../../models/policy/assess.ts";
import { countIn, emptyCount, type PolicyCount } from "../../models/policy/policy-count.ts";
import { claimYear, type UnclaimedPolicy, unclaimed } from "../../models/policy/unclaimed.ts";
import { applicationsBetween } from "../../src/db/application.ts";
import { allFacts, type KnownEnterprise, type PolicyDay } from "../../src/db/collect-facts.ts";
import type { Db } from "../../src/db/db.ts";

export interface Survey {
  /** Enterprises that still exist. */
  readonly enterprises: number;
  readonly counts: readonly PolicyCount[];
  readonly unclaimed: readonly UnclaimedPolicy[];
}

/** Every policy for every enterprise on a date, in one pass; `only` limits it to some. */
export async function surveyCounty(db: Db, day: PolicyDay, only?: readonly number[]): Promise<Survey> {
  const { profile, date, vintage } = day;
  const applications = await applicationsBetween(db, ...claimYear(date), vintage);
  const counts = new Map(profile.policies.map((policy) => [policy.code, emptyCount(policy)]));
  const regions = new Map(profile.regions.map(({ code, name }) => [code, name]));
  const open: UnclaimedPolicy[] = [];
  let enterprises = 0;
  const visit = ({ enterprise, name, region, facts }: KnownEnterprise) => {
    if (facts.closedOn !== null && facts.closedOn <= date) return;
    enterprises++;
    const assessments = assessPolicies(profile, facts, date);
    for (const assessment of assessments) countIn(counts.get(assessment.policy.code)!, assessment);
    for (const { policy, amount, headRoom, expiry } of unclaimed(
      assessments,
      applications.get(enterprise) ?? [],
      date,
    )) {
      counts.get(policy.code)!.unclaimed++;
      const town = regions.get(region ?? "") ?? null;
      open.push({ code: facts.code, name, region: town, policy, amount, headRoom, expiry });
    }
  };
  await db.transaction(async (tx) => {
    for await (const block of allFacts(tx, day, only)) block.forEach(visit);
  });
  return { enterprises, counts: [...counts.values()], unclaimed: inOrder([...counts.keys()], open) };
}

/** Policy by policy, what is worth most first, so that the top of the list is where a call pays. */
function inOrder(policies: readonly string[], open: readonly UnclaimedPolicy[]): UnclaimedPolicy[] {
  const places = new Map(policies.map((code, place) => [code, place]));
  const worth = ({ amount }: UnclaimedPolicy) => (amount.kind === "known" ? amount.fen : -1);
  return open.toSorted(
    (a, b) =>
      places.get(a.policy.code)! - places.get(b.policy.code)! || worth(b) - worth(a) || (a.code < b.code ? -1 : 1),
  );
}
