import { parseMonth } from "../../models/month.ts";
import type { Profile } from "../../models/profile.ts";
import { issuerOf } from "../../reports/document-number.ts";
import type { AnyFacts } from "../../reports/document-of.ts";
import type { Db } from "../../src/db/db.ts";
import {
  type By,
  frozenFacts,
  type IssuedReport,
  issuedReport,
  keepReviewed,
  numberReport,
} from "../../src/db/issued-report.ts";
import type { Run } from "../../src/db/run.ts";
import { alreadyIssued, changedSinceReview, notReviewed, noWord, ownReview } from "./issue-problems.ts";
import { numberedOf } from "./issued-document.ts";
import { sendReport } from "./send.ts";

/** A report as the options mean it. */
export interface Draft {
  readonly facts: AnyFacts;
  readonly run: Run | null;
}

export const nameOf = ({ kind, about, month }: AnyFacts) => ({ kind, scope: about, month: parseMonth(month) });

/** Freezes a draft that somebody looked through. */
export function reviewReport(
  db: Db,
  profile: Profile,
  { facts, run }: Draft,
  { actor, at }: By,
): Promise<IssuedReport> {
  return db.transaction(async (tx) => {
    const kept = await keepReviewed(tx, { ...nameOf(facts), run: run?.id ?? null, facts, by: actor, at });
    if (kept) return kept;
    throw alreadyIssued(facts.title, numberedOf(profile, (await issuedReport(tx, nameOf(facts)))!)!.number);
  });
}

export interface IssuedNow {
  readonly report: IssuedReport;
  /** Messages put into the outbox. */
  readonly messages: number;
}

/** Gives a reviewed report its number and date, and puts it into the outbox for those who have subscribed: one transaction. */
export function issueReport(db: Db, profile: Profile, { facts, run }: Draft, on: string, by: By): Promise<IssuedNow> {
  const signer = issuerOf(profile, facts.about);
  if (!signer) throw noWord(facts.letter.from);
  return db.transaction(async (tx) => {
    const reviewed = await issuedReport(tx, nameOf(facts));
    if (!reviewed) throw notReviewed(facts.title);
    if (reviewed.state === "issued") throw alreadyIssued(facts.title, numberedOf(profile, reviewed)!.number);
    if (reviewed.run !== (run?.id ?? null)) throw changedSinceReview(facts.title);
    if (reviewed.reviewedBy === by.actor) throw ownReview(facts.title);
    const issuing = { issuer: signer.department, on, by: by.actor, at: by.at };
    const report = await numberReport(tx, reviewed.id, issuing);
    if (!report) throw changedSinceReview(facts.title);
    // What goes out is what was reviewed: a flash report's event may be known better since.
    const frozen = (await frozenFacts<AnyFacts>(tx, report.id)) ?? facts;
    return { report, messages: await sendReport(tx, profile, report, frozen, by.at) };
  });
}
