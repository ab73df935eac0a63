import { formatMonth, monthOfDate, parseMonth } from "../../../models/month.ts";
import { KIND_NAMES, type ReportKind } from "../../../models/report-kind.ts";
import type { Text } from "../../../models/text.ts";
import type { AnyFacts } from "../../../reports/document-of.ts";
import { otherVersion } from "../../../reports/other-version.ts";
import type { Db } from "../../db/db.ts";
import {
  frozenFacts,
  type IssuedReport,
  issuedReport,
  issuedReports,
  type ReportName,
} from "../../db/issued-report.ts";
import { reportFacts } from "../../db/report.ts";
import { latestRun, type Run } from "../../db/run.ts";
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
  scope: scope === WHOLE ? "" : scope.replaceAll("~", "/"),
});

/** The slashes of an event's name would be taken for the path's, encoded too, by what stands between. */
export const pathOf = ({ month, kind, scope }: ReportName): string =>
  `/reports/${formatMonth(month)}/${kind}/${scope === "" ? WHOLE : encodeURIComponent(scope.replaceAll("/", "~"))}`;

const EVENT = "event:";
/** "CODE/kind/2025-11-13", of the scope of a flash report. */
export const eventOf = (scope: string): string => scope.slice(EVENT.length);

/** The flash report about an event. */
export const flashName = (
  enterprise: string,
  { kind, occurredOn }: { kind: string; occurredOn: string },
): ReportName => ({
  ...{ kind: "flash", month: monthOfDate(occurredOn) },
  scope: `${EVENT}${enterprise}/${kind}/${occurredOn}`,
});

/** draft: nobody has looked through it; changed: data came after somebody did; outdated: after it was issued. */
export type ReportState = "draft" | "reviewed" | "changed" | "issued" | "outdated";

export interface Standing extends ShownReport {
  readonly title: Text;
  readonly state: ReportState;
  /** Notices of what later data changed in it, the newest first. */
  readonly corrections: readonly IssuedReport[];
}

/** Kinds that no run writes: what somebody looked through stands, whatever is known since. */
const ofNoRun = (kind: string): boolean => kind === "flash" || kind === "correction";

/** What of a report the database holds. */
export interface StoredStanding {
  /** null: nothing stands of it yet. */
  readonly facts: AnyFacts | null;
  readonly report: IssuedReport | null;
  /** Whether the newest run of its month wrote it, or none ever does. */
  readonly isNow: boolean;
  readonly corrections: readonly IssuedReport[];
}

/** A report as it is stored: as it went out where it was issued, as it is now otherwise. Not one's own: as if not there. */
export async function storedStanding(tx: Db, name: ReportName): Promise<StoredStanding> {
  const run = await latestRun(tx, name.month);
  const report = await issuedReport(tx, name);
  const isNow = report !== null && (ofNoRun(name.kind) || report.run === (run?.id ?? null));
  const corrections = report
    ? (await issuedReports(tx)).filter(({ kind, scope }) => kind === "correction" && scope === `report:${report.id}`)
    : [];
  const facts = await factsOf(tx, name, { run, report });
  if (!facts && report?.state === "issued") throw otherVersion(nameWords(report.kind));
  return { facts, report, isNow, corrections };
}

/**
 * How a report stands; one of which nothing is stored is a Problem, unless it is a flash report, whose draft is made when it is asked
 * for, and which later data makes outdated where it would print something else. Both are asked for outside of any transaction.
 */
export async function standingOf({ facts, report, isNow, corrections }: StoredStanding, flash: Flash | null) {
  const shown = facts ?? (await flash?.draft());
  if (!shown) throw notFound();
  const bornOut = isNow && !(flash && report?.state === "issued" && (await flash.isOutdated(report)));
  const state = stateOf(report?.state ?? null, bornOut);
  return { facts: shown, report, title: shown.title, state, corrections } satisfies Standing;
}

/** What only a flash report is asked. */
export interface Flash {
  draft(): Promise<AnyFacts>;
  isOutdated(report: IssuedReport): Promise<boolean>;
}

interface Found {
  readonly run: Run | null;
  readonly report: IssuedReport | null;
}

async function factsOf(tx: Db, { kind, scope }: ReportName, { run, report }: Found): Promise<AnyFacts | null> {
  if (report && (report.state === "issued" || ofNoRun(kind))) return frozenFacts<AnyFacts>(tx, report.id);
  if (kind === "flash") return null;
  return run && (await reportFacts<AnyFacts>(tx, { run: run.id, kind, scope }));
}

const nameWords = (kind: string): Text => KIND_NAMES[kind as ReportKind];

function stateOf(since: "reviewed" | "issued" | null, isNow: boolean): ReportState {
  if (since === null) return "draft";
  if (since === "reviewed") return isNow ? "reviewed" : "changed";
  return isNow ? "issued" : "outdated";
}
