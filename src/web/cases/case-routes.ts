import { z } from "zod";
import { STEPS, type StepKind } from "../../../models/case/step.ts";
import { text } from "../../../models/text.ts";
import { html } from "../../../reports/markup.ts";
import { caseNumbered } from "../../db/case.ts";
import { enterpriseSubject } from "../../db/scope/enterprise-scope.ts";
import { nameOf } from "../alerts/name-of.ts";
import { keyOf } from "../answers/units.ts";
import { given } from "../given.ts";
import type { WebOptions } from "../options.ts";
import { choice, lookFor } from "../pages/choice.ts";
import { nextPage } from "../pages/next-page.ts";
import { deed, pair } from "../pair.ts";
import { type Route, takes } from "../route.ts";
import { MAYBE_DAY_SENT } from "../sent.ts";
import { notFound } from "../shell/problems.ts";
import { CASES, ONE_CASE } from "./case-answer.ts";
import { STEP_RIGHTS } from "./case-forms.ts";
import { casePage } from "./case-page.ts";
import { CASE_NUMBER, ONE } from "./case-params.ts";
import { caseTable } from "./case-table.ts";
import { casesView, caseView } from "./case-view.ts";
import { placedRoutes } from "./placed-route.ts";

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
  ...STEP_RIGHTS.flatMap((one) => stepRoutes(options, one)),
  ...placedRoutes(options),
];

const words = z.string().trim().max(500).optional();

const stepRoutes = ({ desk }: WebOptions, { way, right, kinds }: (typeof STEP_RIGHTS)[number]): readonly Route[] => {
  const input = takes({
    params: ONE,
    body: {
      ...{
        kind: z.enum(kinds as readonly StepKind[]),
        note: words,
        due: MAYBE_DAY_SENT,
        person: words,
        measure: words,
        outcome: words,
      },
      intervened: z.enum(["yes", "no"]).optional(),
    },
  });
  return deed({
    ...{ path: `/enterprises/:code/cases/:number/${way}`, rule: { right, over: "enterprise" }, input },
    answers: z.strictObject({ number: z.string(), kind: keyOf(STEPS) }),
    name: text(`处置步骤（${way}）`, `Case step (${way})`),
    work: async (asked) => {
      const { code, number } = asked.input.params;
      const { kind, note, due, person, measure, outcome, intervened } = asked.input.body;
      const helped = intervened === undefined ? undefined : intervened === "yes";
      const written = given({ note, due: due ?? undefined, person, measure, outcome, intervened: helped });
      await asked.change({ action: `case-${kind}`, subject: `case:${number}`, detail: written }, async (tx) => {
        if ((await caseNumbered(tx, number))?.enterprise !== code) throw notFound(); // its rights were asked of this code
        await desk.step(tx, number, { kind, actor: nameOf(asked), ...written });
      });
      return { number, kind };
    },
    back: ({ input: { params } }) => `/enterprises/${encodeURIComponent(params.code)}/cases/${params.number}`,
  });
};
