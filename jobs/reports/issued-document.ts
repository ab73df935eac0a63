import type { Profile } from "../../models/profile.ts";
import type { Language } from "../../models/text.ts";
import { anyDocument } from "../../reports/any-document.ts";
import type { CorrectionFacts } from "../../reports/correction/facts.ts";
import type { ReportDocument } from "../../reports/document/document.ts";
import type { Numbered } from "../../reports/document/frame.ts";
import { type Issued, numberedBy } from "../../reports/document-number.ts";
import type { AnyFacts } from "../../reports/document-of.ts";
import type { IssuedReport } from "../../src/db/issued-report.ts";

/** Number and date of an issued report; null while it is only reviewed. */
export const issuedOf = ({ issuer, year, number, issuedOn }: IssuedReport): Issued | null =>
  issuer === null || year === null || number === null || issuedOn === null
    ? null
    : { issuer, year, number, on: issuedOn };

export function numberedOf(profile: Profile, report: IssuedReport): Numbered | null {
  const issued = issuedOf(report);
  return issued && numberedBy(profile, issued);
}

/** A report as it went out. */
export const issuedDocument = (
  profile: Profile,
  report: IssuedReport,
  facts: AnyFacts | CorrectionFacts,
  language: Language,
): ReportDocument => anyDocument(facts, language, numberedOf(profile, report));
