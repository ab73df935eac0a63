import { formatMonth, parseMonth } from "../../../models/month.ts";
import type { Profile } from "../../../models/profile.ts";
import { KIND_NAMES, type ReportKind } from "../../../models/report-kind.ts";
import { type Language, type Text, text } from "../../../models/text.ts";
import type { Db } from "../../db/db.ts";
import { type IssuedReport, issuedReports } from "../../db/issued-report.ts";
import { reportsOfRun } from "../../db/report.ts";
import { latestRuns } from "../../db/run.ts";
import type { ReportDesk } from "../report-desk.ts";
import { aboutOf } from "./about.ts";
import { pathOf } from "./shown-report.ts";

interface Asking {
  /** null: the newest that was run. */
  readonly month: string | null;
  readonly language: Language;
}

/** A month's reports with how far each has come: those its run wrote, then those about its events and its corrections. */
export async function reportList(tx: Db, asked: Asking, profile: Profile, desk: ReportDesk) {
  const number = desk.number.bind(desk);
  const runs = await latestRuns(tx);
  const everSince = await issuedReports(tx);
  const all = [...new Set([...runs, ...everSince].map(({ month }) => month))].toSorted((a, b) => b - a);
  const months = all.map(formatMonth);
  const month = asked.month === null ? (runs.at(-1)?.month ?? all[0]) : parseMonth(asked.month);
  if (month === undefined) return { month: null, months, reports: [] };
  const run = runs.find((one) => one.month === month);
  const since = everSince.filter((one) => one.month === month);
  const reports = (run ? await reportsOfRun(tx, run.id) : []).map(({ kind, scope }) => {
    const name = { kind, scope, month };
    const known = since.find((one) => one.kind === kind && one.scope === scope) ?? null;
    return {
      ...{ path: pathOf(name), kind: KIND_NAMES[kind as ReportKind], of: aboutOf(profile, everSince, name) },
      state: stateOf(known, number, asked.language),
    };
  });
  const beside = since.filter(({ kind }) => kind === "flash" || kind === "correction");
  const listed = beside.map((one) => ({
    ...{ path: pathOf(one), kind: KIND_NAMES[one.kind as ReportKind], of: aboutOf(profile, everSince, one) },
    state: stateOf(one, number, asked.language),
  }));
  return { month: formatMonth(month), months, reports: [...reports, ...listed] };
}

function stateOf(report: IssuedReport | null, number: ReportDesk["number"], language: Language): Text {
  if (report === null) return text("草稿", "draft");
  if (report.state === "reviewed") return text(`${report.reviewedBy}已审核`, `reviewed by ${report.reviewedBy}`);
  const as = number(report, language) ?? "";
  return text(`已印发 ${as}`, `issued, ${as}`);
}
