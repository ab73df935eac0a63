import { z } from "zod";
import { mayAnywhere } from "../../../models/rights/anywhere.ts";
import { text } from "../../../models/text.ts";
import { html } from "../../../reports/markup.ts";
import { table } from "../../../reports/table.ts";
import { personOf } from "../asked.ts";
import type { WebOptions } from "../options.ts";
import { choice, lookFor } from "../pages/choice.ts";
import { pair } from "../pair.ts";
import { type Route, takes } from "../route.ts";
import { REPORTS } from "./report-answer.ts";
import { FILES, fileLinks } from "./report-bar.ts";
import { reportList } from "./report-list.ts";

const NAME = text("报告", "Reports");
const INPUT = takes({
  query: {
    month: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
      .optional(),
  },
});

/** A month's reports within reach, with how far each has come. */
export const reportListRoutes = ({ profile, reports }: WebOptions): readonly Route[] =>
  pair({
    ...{ path: "/reports", name: NAME, rule: { right: "read-report", over: "reach" }, inHead: true, input: INPUT },
    answers: REPORTS,
    view: (asked) =>
      asked.read((tx) =>
        reportList(tx, { month: asked.input.query.month ?? null, language: asked.language }, profile, reports),
      ),
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
