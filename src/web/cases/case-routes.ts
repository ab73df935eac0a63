import { z } from "zod";
import { text } from "../../../models/text.ts";
import { html } from "../../../reports/markup.ts";
import { enterpriseSubject } from "../../db/scope/enterprise-scope.ts";
import type { WebOptions } from "../options.ts";
import { choice, lookFor } from "../pages/choice.ts";
import { nextPage } from "../pages/next-page.ts";
import { pair } from "../pair.ts";
import { type Route, takes } from "../route.ts";
import { CASES, ONE_CASE } from "./case-answer.ts";
import { casePage } from "./case-page.ts";
import { CASE_NUMBER, ONE } from "./case-params.ts";
import { caseTable } from "./case-table.ts";
import { casesView, caseView } from "./case-view.ts";
import { placedRoutes } from "./placed-route.ts";
import { stepRoutes } from "./step-routes.ts";

const NAME = text("处置", "Cases");

/** Cases, one case, and the steps of it, below the enterprise whose rights decide. */
export const caseRoutes = (options: WebOptions): readonly Route[] => [
  ...pair({
    ...{ path: "/cases", name: NAME, rule: { right: "read-cases", over: "reach" }, inHead: true },
    input: takes({ query: { state: z.enum(["", "open", "closed", "all"]).optional(), after: CASE_NUMBER.optional() } }),
    answers: CASES,
    view: (asked) => casesView(asked, options.profile),
    page: (asked, { cases, next }) => {
      const states = [
        ["closed", text("已结案", "closed")],
        ["all", text("全部", "all")],
      ] as const;
      const picked = {
        name: "state",
        label: text("状态", "State"),
        unset: text("未结案", "open"),
        chosen: asked.input.query.state ?? "",
      };
      const look = choice(asked, { ...picked, options: states.map(([value, words]) => [value, asked.say(words)]) });
      const main = html`${lookFor(asked, "/cases", text("筛选", "Filter"), look)}${caseTable(asked, cases)}${nextPage(asked, "/cases", next)}
<p class="note"><a href="/calendar.ics">${asked.say(text("期限日历（iCal）", "Calendar of what is due (iCal)"))}</a></p>`;
      return { kind: "page", title: asked.say(NAME), main };
    },
  }),
  ...pair({
    ...{ path: "/enterprises/:code/cases/:number", name: text("处置案件", "Case") },
    rule: { right: "read-cases", over: "enterprise" },
    ...{ input: takes({ params: ONE }), answers: ONE_CASE },
    view: async (asked) => ({
      case: await caseView(asked, options.profile),
      subject: await asked.read(async (tx) => (await enterpriseSubject(tx, asked.input.params.code))!),
    }),
    page: (asked, view) => casePage(asked, view.case, options.profile, view.subject),
  }),
  ...stepRoutes(options),
  ...placedRoutes(options),
];
