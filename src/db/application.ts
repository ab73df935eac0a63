import type { Application } from "../../models/policy/application.ts";
import type { ApplicationRecord } from "../../models/record.ts";
import { copyChunks, copyLine } from "./copy.ts";
import type { Db } from "./db.ts";
import type { Vintage } from "./vintage.ts";

export interface ApplicationEntry {
  readonly enterprise: number;
  readonly publishedOn: string;
  readonly record: ApplicationRecord;
}

const COLUMNS = [
  "enterprise_id",
  "policy",
  "applied_on",
  "published_on",
  "batch_id",
  "claimed_people",
  "claimed_amount",
  "decided_on",
  "granted_amount",
  "outcome",
];

export async function keepApplications(tx: Db, batch: number, entries: Iterable<ApplicationEntry>): Promise<number> {
  const line = ({ enterprise, publishedOn, record: r }: ApplicationEntry) =>
    copyLine([
      ...[enterprise, r.policy, r.appliedOn, publishedOn, batch],
      ...[r.claimedPeople, r.claimedAmount, r.decidedOn, r.grantedAmount, r.outcome],
    ]);
  return tx.bulkLoad("application", COLUMNS, copyChunks(entries, line));
}

/** Applications made in [from, to] as last known at a vintage, by enterprise, in order of policy and date. */
export async function applicationsBetween(
  db: Db,
  from: string,
  to: string,
  vintage: Vintage,
): Promise<Map<number, Application[]>> {
  const rows = await db.query<Application & { readonly enterprise: number }>(
    `select distinct on (enterprise_id, policy, applied_on)
       enterprise_id as enterprise, policy, applied_on as "appliedOn", claimed_people as "claimedPeople",
       claimed_amount as "claimedAmount", decided_on as "decidedOn", granted_amount as "grantedAmount", outcome
     from application where applied_on between $1 and $2 and batch_id <= $3 and published_on <= $4
     order by enterprise_id, policy, applied_on, published_on desc, batch_id desc`,
    [from, to, vintage.batch, vintage.publishedOn],
  );
  const applications = new Map<number, Application[]>();
  for (const { enterprise, ...application } of rows) {
    const own = applications.get(enterprise);
    if (own) own.push(application);
    else applications.set(enterprise, [application]);
  }
  return applications;
}
