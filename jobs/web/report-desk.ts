import { zipSync } from "fflate";
import { dayOf } from "../../models/instant.ts";
import type { Profile } from "../../models/profile.ts";
import type { DueKind } from "../../models/report-kind.ts";
import { scopeOfKey } from "../../models/report-scope.ts";
import type { Language } from "../../models/text.ts";
import { anyDocument } from "../../reports/any-document.ts";
import { htmlOf } from "../../reports/formats/html/page.ts";
import { MEDIA_TYPES } from "../../reports/formats/media-types.ts";
import { chartScript } from "../../src/chart-script.ts";
import type { Db } from "../../src/db/db.ts";
import type { ReportName } from "../../src/db/issued-report.ts";
import type { FileFormat, ReportDesk, ReportFile, ShownReport } from "../../src/web/report-desk.ts";
import { filesOf, type NamedFile } from "../reports/formats.ts";
import { issueReport, reviewReport } from "../reports/issue.ts";
import { numberedOf } from "../reports/issued-document.ts";
import { keptFacts } from "../reports/kept-facts.ts";
import { levelColors } from "../reports/page.ts";
import { subscribe, unsubscribe } from "../reports/subscribe.ts";

/** What the pages do with reports: the same functions that `wengang report` calls. */
export function reportDeskOf(profile: Profile): ReportDesk {
  const draft = (tx: Db, { kind, month, scope }: ReportName) =>
    keptFacts(tx, profile, { kind: kind as DueKind, month, scope: scopeOfKey(scope) });
  const documentOf = ({ facts, report }: ShownReport, language: Language) =>
    anyDocument(facts, language, report && numberedOf(profile, report));
  return {
    number: (report, language) => numberedOf(profile, report)?.number[language] ?? null,
    page: (shown, language) =>
      htmlOf(documentOf(shown, language), { colors: levelColors(profile), chartScript: chartScript() }),
    file: async (shown, format, language) =>
      oneFile(await filesOf(documentOf(shown, language), format, profile, shown.facts.asOf), format),
    review: async (tx, name, by) => reviewReport(tx, profile, await draft(tx, name), by),
    subscribe: (tx, subscription, by) => subscribe(tx, profile, subscription, by),
    unsubscribe,
    issue: async (tx, name, by) => issueReport(tx, profile, await draft(tx, name), dayOf(Date.parse(by.at)), by),
  };
}

function oneFile(files: readonly NamedFile[], format: FileFormat): ReportFile {
  const [first] = files;
  if (files.length === 1) return { ...first!, type: MEDIA_TYPES[format] };
  const bytes = zipSync(Object.fromEntries(files.map((file) => [file.name, file.bytes])));
  return { name: `${first!.name.replace(/\.csv$/, "")}.zip`, type: "application/zip", bytes };
}
