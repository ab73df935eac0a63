import { zipSync } from "fflate";
import { dayOf } from "../../models/instant.ts";
import type { Profile } from "../../models/profile.ts";
import type { DueKind } from "../../models/report-kind.ts";
import { scopeOfKey } from "../../models/report-scope.ts";
import type { Language } from "../../models/text.ts";
import { anyDocument } from "../../reports/any-document.ts";
import { flashFacts } from "../../reports/flash/facts.ts";
import { htmlOf } from "../../reports/formats/html/page.ts";
import { MEDIA_TYPES } from "../../reports/formats/media-types.ts";
import { chartScript } from "../../src/chart-script.ts";
import type { Db } from "../../src/db/db.ts";
import type { By, ReportName } from "../../src/db/issued-report.ts";
import type { FileFormat, ReportDesk, ReportFile, ShownReport } from "../../src/web/report-desk.ts";
import { eventOf } from "../../src/web/reports/shown-report.ts";
import { correctionOf, correctReport } from "../reports/correct.ts";
import { flashInput } from "../reports/flash-input.ts";
import { filesOf, type NamedFile } from "../reports/formats.ts";
import { type Draft, issueReport, reviewReport } from "../reports/issue.ts";
import { nothingToCorrect } from "../reports/issue-problems.ts";
import { numberedOf } from "../reports/issued-document.ts";
import { keptFacts } from "../reports/kept-facts.ts";
import { levelColors } from "../reports/level-colors.ts";
import { subscribe, unsubscribe } from "../reports/subscribe.ts";

/** What the pages do with reports: the same functions that `wengang report` calls. */
export function reportDeskOf(profile: Profile): ReportDesk {
  const flash = async (tx: Db, event: string, day: string) => flashFacts(await flashInput(tx, profile, event, day));
  const draft = async (tx: Db, { kind, month, scope }: ReportName, { at }: By): Promise<Draft> =>
    kind === "flash"
      ? { facts: await flash(tx, eventOf(scope), dayOf(Date.parse(at))), run: null }
      : keptFacts(tx, profile, { kind: kind as DueKind, month, scope: scopeOfKey(scope) });
  const documentOf = ({ facts, report }: ShownReport, language: Language) =>
    anyDocument(facts, language, report && numberedOf(profile, report));
  return {
    number: (report, language) => numberedOf(profile, report)?.number[language] ?? null,
    page: (shown, language) =>
      htmlOf(documentOf(shown, language), { colors: levelColors(profile), chartScript: chartScript() }),
    file: async (shown, format, language) =>
      oneFile(await filesOf(documentOf(shown, language), format, profile, shown.facts.asOf), format),
    flash,
    isFlashOutdated: async (db, report, day) =>
      (await correctionOf(db, profile, report, await flash(db, eventOf(report.scope), day))) !== null,
    review: async (tx, name, by) => reviewReport(tx, profile, await draft(tx, name, by), by),
    correct: async (tx, name, by) => {
      const draftNow = await draft(tx, name, by);
      const corrected = await correctReport(tx, profile, draftNow, dayOf(Date.parse(by.at)), by);
      if (!corrected) throw nothingToCorrect(draftNow.facts.title);
      return corrected;
    },
    subscribe: (tx, subscription, by) => subscribe(tx, profile, subscription, by),
    unsubscribe,
    issue: async (tx, name, by) => issueReport(tx, profile, await draft(tx, name, by), dayOf(Date.parse(by.at)), by),
  };
}

function oneFile(files: readonly NamedFile[], format: FileFormat): ReportFile {
  const [first] = files;
  if (files.length === 1) return { ...first!, type: MEDIA_TYPES[format] };
  const bytes = zipSync(Object.fromEntries(files.map((file) => [file.name, file.bytes])));
  return { name: `${first!.name.replace(/\.csv$/, "")}.zip`, type: "application/zip", bytes };
}
