import { formatMonth, parseMonth } from "../../../models/month.ts";
import { KIND_NAMES, type ReportKind } from "../../../models/report-kind.ts";
import type { Text } from "../../../models/text.ts";
import type { AnyFacts } from "../../../reports/document-of.ts";
import { otherVersion } from "../../../reports/other-version.ts";
import type { Db } from "../../db/db.ts";
import { frozenFacts, issuedReport, type ReportName } from "../../db/issued-report.ts";
import { reportFacts } from "../../db/report.ts";
import { latestRun } from "../../db/run.ts";
import type { ShownReport } from "../report-desk.ts";
import { notFound } from "../shell/problems.ts";

/** How the whole place is named in an address; a part is named by its key, "department:CODE" or "region:CODE". */
export const WHOLE = "place";

/** A report's name as addresses hold it. */
export interface NamedReport {
  readonly month: string;
  readonly kind: string;
  readonly scope: string;
}

export const nameIn = ({ month, kind, scope }: NamedReport): ReportName => ({
  ...{ month: parseMonth(month), kind },
  scope: scope === WHOLE ? "" : scope,
});

export const pathOf = ({ month, kind, scope }: ReportName): string =>
  `/reports/${formatMonth(month)}/${kind}/${scope === "" ? WHOLE : encodeURIComponent(scope)}`;

/** draft: nobody has looked through it; changed: data came after somebody did; outdated: after it was issued. */
export type ReportState = "draft" | "reviewed" | "changed" | "issued" | "outdated";

export interface Standing extends ShownReport {
  readonly title: Text;
  readonly state: ReportState;
}

/** A report as it stands: as it went out where it was issued, as it is now otherwise. Not there, or not one's own: a Problem. */
export async function standingOf(tx: Db, name: ReportName): Promise<Standing> {
  const run = await latestRun(tx, name.month);
  const report = await issuedReport(tx, name);
  const isNow = report !== null && report.run === (run?.id ?? null);
  const facts =
    report?.state === "issued"
      ? await frozenFacts<AnyFacts>(tx, report.id)
      : run && (await reportFacts<AnyFacts>(tx, { run: run.id, kind: name.kind, scope: name.scope }));
  if (!facts) throw report?.state === "issued" ? otherVersion(nameWords(report.kind)) : notFound();
  return { facts, report, title: facts.title, state: stateOf(report?.state ?? null, isNow) };
}

const nameWords = (kind: string): Text => KIND_NAMES[kind as ReportKind];

function stateOf(since: "reviewed" | "issued" | null, isNow: boolean): ReportState {
  if (since === null) return "draft";
  if (since === "reviewed") return isNow ? "reviewed" : "changed";
  return isNow ? "issued" : "outdated";
}
