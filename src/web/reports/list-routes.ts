import { z } from "zod";
import { formatMonth, parseMonth } from "../../../models/month.ts";
import type { Profile } from "../../../models/profile.ts";
import { KIND_NAMES, type ReportKind } from "../../../models/report-kind.ts";
import { scopeOfKey } from "../../../models/report-scope.ts";
import { mayAnywhere } from "../../../models/rights/anywhere.ts";
import { type Text, text } from "../../../models/text.ts";
import { html } from "../../../reports/markup.ts";
import { table } from "../../../reports/table.ts";
import { subjectOf } from "../../../reports/titles.ts";
import type { Db } from "../../db/db.ts";
import { type IssuedReport, issuedReports } from "../../db/issued-report.ts";
import { reportsOfRun } from "../../db/report.ts";
import { latestRuns } from "../../db/run.ts";
import { type Asked, personOf } from "../asked.ts";
import type { WebOptions } from "../options.ts";
import { choice, lookFor } from "../pages/choice.ts";
import { pair } from "../pair.ts";
import type { ReportDesk } from "../report-desk.ts";
import { type Route, takes } from "../route.ts";
import { REPORTS } from "./report-answer.ts";
import { FILES, fileLinks } from "./report-bar.ts";
import { eventOf, pathOf } from "./shown-report.ts";

const NAME = text("报告", "Reports");
const INPUT = takes({
  query: {
    month: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
      .optional(),
  },
});
type Input = z.infer<typeof INPUT>;

/** A month's reports within reach, with how far each has come. */
export const reportListRoutes = ({ profile, reports }: WebOptions): readonly Route[] =>
  pair({
    ...{ path: "/reports", name: NAME, rule: { right: "read-report", over: "reach" }, inHead: true, input: INPUT },
    answers: REPORTS,
    view: (asked) => asked.read((tx) => listOf(tx, asked, profile, reports)),
    page: (asked, { month, months, reports: listed }) => {
      const { say, language } = asked;
      const options = months.map((one) => [one, one] as const);
      const saves = mayAnywhere(personOf(asked), "export").allowed;
      const heads = [text("报告", "Report"), text("范围", "Of"), text("进度", "State"), ...(saves ? [FILES] : [])];
      const main = html`${
        month === null
          ? null
          : lookFor(
              asked,
              "/reports",
              text("查看", "Show"),
              choice(asked, { name: "month", label: text("月份", "Month"), options, chosen: month }),
            )
      }${table({
        caption: say(text("本月报告", "Reports of the month")),
        columns: heads.map((head) => ({ head: say(head) })),
        stack: true,
        rows: listed.map(({ kind, path, of, state }) => ({
          name: html`<a href="${path}">${say(kind)}</a>`,
          cells: [
            say(of) || profile.title[language],
            say(state),
            ...(saves ? [html`<span class="files">${fileLinks(path)}</span>`] : []),
          ],
        })),
        ...{ empty: say(text("还没有。执行月度任务后产生。", "none yet. A month run writes them.")), language },
      })}<p class="note"><a href="/reports.atom">${say(text("已印发报告的订阅源（Atom）", "Feed of issued reports (Atom)"))}</a></p>`;
      return { kind: "page", title: say(NAME), main };
    },
  });

async function listOf(tx: Db, { input, language }: Asked<Input>, profile: Profile, desk: ReportDesk) {
  const runs = await latestRuns(tx);
  const everSince = await issuedReports(tx);
  const all = [...new Set([...runs, ...everSince].map(({ month }) => month))].toSorted((a, b) => b - a);
  const months = all.map(formatMonth);
  const asked = input.query.month;
  const month = asked === undefined ? (runs.at(-1)?.month ?? all[0]) : parseMonth(asked);
  if (month === undefined) return { month: null, months, reports: [] };
  const run = runs.find((one) => one.month === month);
  const since = everSince.filter((one) => one.month === month);
  const reports = (run ? await reportsOfRun(tx, run.id) : []).map(({ kind, scope }) => {
    const name = { kind, scope, month };
    const known = since.find((one) => one.kind === kind && one.scope === scope) ?? null;
    return {
      ...{ path: pathOf(name), kind: KIND_NAMES[kind as ReportKind], of: subjectOf(profile, scopeOfKey(scope)) },
      state: stateOf(known, desk.number.bind(desk), language),
    };
  });
  const beside = since.filter(({ kind }) => kind === "flash" || kind === "correction");
  const listed = beside.map((one) => ({
    ...{ path: pathOf(one), kind: KIND_NAMES[one.kind as ReportKind], of: besideOf(profile, everSince, one) },
    state: stateOf(one, desk.number.bind(desk), language),
  }));
  return { month: formatMonth(month), months, reports: [...reports, ...listed] };
}

/** What a report is about that no run writes: an event of an enterprise, or a report that it corrects. */
function besideOf(profile: Profile, all: readonly IssuedReport[], { kind, scope }: IssuedReport): Text {
  if (kind === "flash") {
    const [code = "", event = "", on = ""] = eventOf(scope).split("/");
    const name = profile.eventKinds.find((one) => one.code === event)?.name ?? text(event, event);
    return text(`${code} ${name.zh}（${on}）`, `${code} ${name.en} (${on})`);
  }
  const original = all.find(({ id }) => scope === `report:${id}`);
  return original ? KIND_NAMES[original.kind as ReportKind] : text("", "");
}

function stateOf(report: IssuedReport | null, number: ReportDesk["number"], language: "zh" | "en"): Text {
  if (report === null) return text("草稿", "draft");
  if (report.state === "reviewed") return text(`${report.reviewedBy}已审核`, `reviewed by ${report.reviewedBy}`);
  const as = number(report, language) ?? "";
  return text(`已印发 ${as}`, `issued, ${as}`);
}
