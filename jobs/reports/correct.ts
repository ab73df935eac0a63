import type { Profile } from "../../models/profile.ts";
import { type CorrectionFacts, correctionFacts } from "../../reports/correction/facts.ts";
import { issuerOf } from "../../reports/document-number.ts";
import type { AnyFacts } from "../../reports/document-of.ts";
import { otherVersion } from "../../reports/other-version.ts";
import type { Db } from "../../src/db/db.ts";
import {
  type By,
  frozenFacts,
  type IssuedReport,
  issuedReport,
  keepReviewed,
  numberReport,
} from "../../src/db/issued-report.ts";
import { reportFacts } from "../../src/db/report.ts";
import { type Draft, type IssuedNow, nameOf } from "./issue.ts";
import { notIssued, noWord } from "./issue-problems.ts";
import { numberedOf } from "./issued-document.ts";
import { sendReport } from "./send.ts";

export interface Corrected extends IssuedNow {
  readonly facts: CorrectionFacts;
}

/** Issues a notice of the printed numbers that later data changes beyond the bound; null when there are none. */
export function correctReport(db: Db, profile: Profile, draft: Draft, on: string, by: By): Promise<Corrected | null> {
  return db.transaction(async (tx) => {
    const original = await issuedReport(tx, nameOf(draft.facts));
    if (original?.state !== "issued") throw notIssued(draft.facts.title);
    const facts = await correctionOf(tx, profile, original, draft.facts);
    if (facts === null) return null;
    const signer = issuerOf(profile, original.scope);
    if (!signer) throw noWord(facts.letter.from);
    const { actor, at } = by;
    const name = { kind: facts.kind, scope: facts.about, month: original.month };
    const kept = await keepReviewed(tx, { ...name, run: draft.run?.id ?? null, facts, by: actor, at });
    const issuing = { issuer: signer.department, on, by: actor, at };
    const report = (await numberReport(tx, kept!.id, issuing))!;
    return { report, facts, messages: await sendReport(tx, profile, report, facts, at) };
  });
}

/** What a notice would say of an issued report by later data; null when nothing beyond the bound. */
export async function correctionOf(
  tx: Db,
  profile: Profile,
  original: IssuedReport,
  after: AnyFacts,
): Promise<CorrectionFacts | null> {
  const before = await lastSaid(tx, original);
  if (!before) throw otherVersion(after.title);
  const { number, date } = numberedOf(profile, original)!;
  return correctionFacts({ id: original.id, title: before.title, number, issuedOn: date }, before, after);
}

/** What was last printed: by the newest correction where there is one, which keeps it itself where no run does. */
async function lastSaid(tx: Db, { id, kind, scope, month }: IssuedReport): Promise<AnyFacts | null> {
  const correction = await issuedReport(tx, { kind: "correction", scope: `report:${id}`, month });
  if (!correction) return frozenFacts<AnyFacts>(tx, id);
  if (correction.run !== null) return reportFacts<AnyFacts>(tx, { run: correction.run, kind, scope });
  return (await frozenFacts<CorrectionFacts>(tx, correction.id))?.said ?? frozenFacts<AnyFacts>(tx, id);
}
