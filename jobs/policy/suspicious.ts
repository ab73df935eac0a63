import type { Application } from "../../models/policy/application.ts";
import { checkClaims, hiringMonths, type SuspiciousClaim } from "../../models/policy/claim-check.ts";
import { yearOfDate } from "../../models/policy/occasion.ts";
import type { Hiring, SupportPolicy } from "../../models/policy/policy.ts";
import { claimYear } from "../../models/policy/unclaimed.ts";
import { applicationsBetween } from "../../src/db/application.ts";
import type { PolicyDay } from "../../src/db/collect-facts.ts";
import type { Db } from "../../src/db/db.ts";
import { enterpriseCodes } from "../../src/db/enterprise.ts";
import { registered } from "../../src/db/register.ts";
import { staffMonths } from "../../src/db/staff-months.ts";

/** Claims for hires made in the date's year, held against headcounts; the year before is read for what they add up with. */
export async function suspiciousClaims(db: Db, day: PolicyDay, only?: number): Promise<SuspiciousClaim[]> {
  const [, to] = claimYear(day.date);
  const all = await applicationsBetween(db, `${yearOfDate(day.date) - 1}-01-01`, to, day.vintage);
  const applications = only === undefined ? all : new Map([[only, all.get(only) ?? []]]);
  const found: SuspiciousClaim[] = [];
  for (const policy of day.profile.policies)
    if (policy.hiring) found.push(...(await suspiciousOf(db, day, policy, policy.hiring, applications)));
  return found;
}

async function suspiciousOf(
  db: Db,
  { date, vintage }: PolicyDay,
  policy: SupportPolicy,
  hiring: Hiring,
  applications: ReadonlyMap<number, readonly Application[]>,
): Promise<SuspiciousClaim[]> {
  const [from] = claimYear(date);
  const claims = [...applications].map(([id, own]) => [id, own.filter((one) => one.policy === policy.code)] as const);
  const ids = claims.filter(([, own]) => own.length > 0).map(([id]) => id);
  const staff = await staffMonths(db, ids, readMonths(hiring, date), vintage);
  const findings = claims.flatMap(([enterprise, own]) =>
    checkClaims(hiring, own, staff.get(enterprise) ?? [])
      .filter(({ application }) => application.appliedOn >= from)
      .map((finding) => ({ enterprise, finding })),
  );
  const codes = await enterpriseCodes(db, ids);
  const names = await registered(db, vintage, ids);
  return findings.map(({ enterprise, finding }) => ({
    code: codes.get(enterprise)!,
    name: names.get(enterprise)?.name ?? null,
    policy,
    finding,
  }));
}

/** Every month that a claim of this year or the last may look at, and one year before to start from. */
function readMonths(hiring: Hiring, date: string) {
  const { from } = hiringMonths(hiring, `${yearOfDate(date) - 1}-01-01`);
  return { from: from - 12, to: hiringMonths(hiring, date).to };
}
