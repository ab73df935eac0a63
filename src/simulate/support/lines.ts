import type { Profile } from "../../../models/profile.ts";
import type { ApplicationOutcome, ApplicationRecord, FactRecord } from "../../../models/record.ts";
import { line, namesOf, YES } from "../csv-line.ts";
import type { FalseClaim } from "./claims.ts";

/** Facts, applications and the list of false claims as lines of csv, in the profile's words. */
export interface SupportLines {
  fact(record: FactRecord): string;
  application(record: ApplicationRecord): string;
  falseClaim(claim: FalseClaim): string;
}

const OUTCOMES: Readonly<Record<ApplicationOutcome, string>> = {
  granted: "已发放",
  refused: "未通过",
  withdrawn: "撤回",
};

export function supportLines(profile: Profile): SupportLines {
  const facts = namesOf(profile.facts);
  const policies = namesOf(profile.policies);
  return {
    fact: (f) => line([f.code ?? profile.place, facts.get(f.fact), f.period, f.value, f.publishedOn, YES]),
    application: (a) =>
      line([
        ...[a.code, policies.get(a.policy), a.appliedOn, a.claimedPeople, a.claimedAmount, a.decidedOn],
        ...[a.grantedAmount, a.outcome && OUTCOMES[a.outcome], a.publishedOn, YES],
      ]),
    falseClaim: (c) => line([c.code, policies.get(c.policy), c.appliedOn, c.claimed - c.seen, c.seen]),
  };
}
