import type { PolicyFacts } from "../../models/policy/facts.ts";
import { factsReader, insuredSpan, recordedYears } from "../../models/policy/read-facts.ts";
import type { Profile } from "../../models/profile.ts";
import type { Db } from "./db.ts";
import { enterpriseIdsOf } from "./enterprise.ts";
import { placeFacts } from "./fact.ts";
import { storedFacts } from "./policy-facts.ts";
import type { Vintage } from "./vintage.ts";

/** The date support is assessed for, and what was known. */
export interface PolicyDay {
  readonly profile: Profile;
  readonly date: string;
  readonly vintage: Vintage;
}

/** An enterprise with all that policies ask of it. */
export interface KnownEnterprise {
  readonly enterprise: number;
  readonly name: string | null;
  readonly region: string | null;
  readonly facts: PolicyFacts;
}

const BLOCK = 8192;

/** Every enterprise of the register or with headcounts, in blocks; one query for all of them. Inside a transaction. */
export async function* allFacts(
  tx: Db,
  { profile, date, vintage }: PolicyDay,
  enterprises?: readonly number[],
): AsyncGenerator<KnownEnterprise[]> {
  const years = recordedYears(date);
  const read = factsReader(profile, await placeFacts(tx, years, vintage), date);
  const asked = { months: insuredSpan(date), years, vintage, ...(enterprises ? { enterprises } : {}) };
  for await (const block of storedFacts(tx, asked, BLOCK))
    yield block.map((stored) => ({
      enterprise: stored.enterprise,
      name: stored.name,
      region: stored.region,
      facts: read(stored),
    }));
}

/** One enterprise by its code; null when nothing is known of it. */
export async function factsOf(db: Db, day: PolicyDay, code: string): Promise<KnownEnterprise | null> {
  const id = (await enterpriseIdsOf(db, [code])).get(code);
  if (id === undefined) return null;
  return db.transaction(async (tx) => {
    for await (const [known] of allFacts(tx, day, [id])) return known ?? null;
    return null;
  });
}
