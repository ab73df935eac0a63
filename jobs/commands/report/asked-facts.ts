import { dayOf } from "../../../models/instant.ts";
import { Problem } from "../../../models/problem.ts";
import type { Profile } from "../../../models/profile.ts";
import { type Language, text } from "../../../models/text.ts";
import type { CorrectionFacts } from "../../../reports/correction/facts.ts";
import type { ReportDocument } from "../../../reports/document/document.ts";
import { type AnyFacts, documentOf } from "../../../reports/document-of.ts";
import { flashFacts } from "../../../reports/flash/facts.ts";
import { noFiguresDocument } from "../../../reports/no-figures/document.ts";
import type { NoFiguresFacts } from "../../../reports/no-figures/facts.ts";
import { otherVersion } from "../../../reports/other-version.ts";
import type { ReportFacts } from "../../../reports/report-facts.ts";
import type { Db } from "../../../src/db/db.ts";
import { frozenFacts, type IssuedReport, issuedById, issuedReport } from "../../../src/db/issued-report.ts";
import { flashInput } from "../../reports/flash-input.ts";
import { type Draft, nameOf } from "../../reports/issue.ts";
import { issuedDocument } from "../../reports/issued-document.ts";
import { type AskedReport, keptFacts } from "../../reports/kept-facts.ts";
import { noFigures } from "../../reports/no-figures.ts";
import { noFiguresYet } from "../../reports/problems.ts";
import { scopeOf } from "../../reports/scope.ts";
import type { Options } from "../command.ts";
import { monthOption, numberOption, optional, required } from "../values.ts";
import { kindOf } from "./options.ts";

/** The report that the options mean, as it stands now, to be reviewed or issued. */
export async function askedDraft(db: Db, profile: Profile, options: Options, clock: () => number): Promise<Draft> {
  const found = await draftOrNone(db, profile, options, dayOf(clock()));
  if ("figures" in found) throw noFiguresYet(found.title, found.month);
  return found;
}

/** That no figures came, where none did. A flash report has no run: it is made when it is asked for. */
async function draftOrNone(db: Db, profile: Profile, options: Options, today: string): Promise<Draft | NoFiguresFacts> {
  const kind = kindOf(options);
  if (kind === "flash") {
    const event = required(options, "event", "--event");
    return { facts: flashFacts(await flashInput(db, profile, event, today)), run: null };
  }
  const asked = askedReport(profile, kind, options);
  return (await noFigures(db, profile, asked, today)) ?? keptFacts(db, profile, asked);
}

const askedReport = (profile: Profile, kind: AskedReport["kind"], options: Options): AskedReport => ({
  kind,
  month: monthOption(required(options, "month", "--month"), "--month"),
  scope: scopeOf(profile, optional(options, "department"), optional(options, "region")),
});

export interface ToWrite {
  readonly document: ReportDocument;
  readonly facts: ReportFacts;
  readonly run: number | null;
}

/** What to write: a report that was issued as it went out, any other as a draft; that no figures came, where none did. */
export async function toWrite(
  db: Db,
  profile: Profile,
  options: Options,
  { clock, language }: { readonly clock: () => number; readonly language: Language },
): Promise<ToWrite> {
  const id = optional(options, "issued");
  if (id !== undefined) {
    const report = await issuedById(db, numberOption(id, "--issued", 1, MOST));
    if (report?.state !== "issued") throw noSuchReport(id);
    return frozen(db, profile, report, language);
  }
  const found = await draftOrNone(db, profile, options, dayOf(clock()));
  if ("figures" in found) return { document: noFiguresDocument(found, language), facts: found, run: null };
  const { facts, run } = found;
  const report = await issuedReport(db, nameOf(facts));
  if (report?.state === "issued") return frozen(db, profile, report, language);
  return { document: documentOf(facts, language, null), facts, run: run?.id ?? null };
}

const MOST = 2_147_483_647;

async function frozen(db: Db, profile: Profile, report: IssuedReport, language: Language): Promise<ToWrite> {
  const facts = await frozenFacts<AnyFacts | CorrectionFacts>(db, report.id);
  if (!facts) throw otherVersion(text(String(report.id), String(report.id)));
  return { document: issuedDocument(profile, report, facts, language), facts, run: report.run };
}

const noSuchReport = (id: string): Problem =>
  new Problem(
    "no-data",
    "report-unknown",
    text(`没有序号为 ${id} 的已印发报告。`, `There is no issued report ${id}.`),
    text("wengang report list 列出全部。", "wengang report list lists them."),
  );
