import { GROUNDS, GROUPS, type StaffGroup } from "../../../models/statute/art41.ts";
import { type Text, text } from "../../../models/text.ts";
import { type Html, html } from "../../../reports/markup.ts";
import { exact } from "../../../reports/number.ts";
import type { Asked } from "../asked.ts";
import { choice, line } from "../pages/choice.ts";
import { form } from "../pages/form.ts";
import type { ToldPlan } from "./plan-answer.ts";

const OF = "-plan";
const TITLE = text("登记裁员方案（劳动合同法第四十一条）", "Register a layoff plan (Labour Contract Law art. 41)");

/** The form for a plan that an enterprise filed. */
export function planForm(asked: Asked<unknown>, code: string, plans: readonly ToldPlan[]): Html {
  const { say } = asked;
  const day = (name: string, label: Text, required = false) =>
    line(asked, { name, label, of: OF, type: "date", required });
  const people = (name: string, label: Text, required = false) =>
    line(asked, { name, label, of: OF, type: "number", required });
  const fields: Html[] = [
    people("people", text("拟裁减人数", "People to be dismissed"), true),
    people(
      "staff",
      text("职工总数（法人单位，不含劳务派遣）", "Staff of the legal entity, without dispatch workers"),
      true,
    ),
    choice(asked, {
      ...{ name: "ground", label: text("理由", "Ground"), of: OF },
      options: Object.entries(GROUNDS).map(([value, words]) => [value, say(words)] as const),
    }),
    day("startsOn", text("首次裁减日期", "First day of dismissals"), true),
    day("explainedOn", text("向工会或全体职工说明的日期", "Day on which union or staff were told")),
    day("filedOn", text("报告日期（留空为今天）", "Filed on (blank: today)")),
    ...(plans.length === 0 ? [] : [corrected(asked, plans)]),
  ];
  const groups = GROUPS.map((group) => people(`group-${group.code}`, groupLabel(group)));
  const all = html`<div class="several">${fields}</div><details><summary>${say(OF_EACH)}</summary>${groups}</details>
`;
  const sent = form(asked, { action: `/enterprises/${code}/layoff-plans`, button: REGISTER, side: true, fields: all });
  return html`<details><summary>${say(TITLE)}</summary><p class="note">${say(HOW)}</p>${sent}</details>`;
}

const OF_EACH = text("方案中各类人员数", "People of each group in the plan");
const REGISTER = text("登记方案", "Register");
const HOW = text(
  "只记人数，不记姓名；登记后作为动态当场研判。",
  "In numbers, without names; it is judged at once as an event.",
);

const groupLabel = ({ kind, name }: StaffGroup): Text =>
  kind === "protected"
    ? text(`不得裁减：${name.zh}`, `must not go: ${name.en}`)
    : text(`优先留用：${name.zh}`, `stays first: ${name.en}`);

/** A changed plan is a row of its own that says what it corrects. */
const corrected = (asked: Asked<unknown>, plans: readonly ToldPlan[]): Html =>
  choice(asked, {
    ...{ name: "replaces", label: text("更正哪一份方案", "The plan that it corrects"), of: OF },
    unset: text("无，新方案", "none: a new plan"),
    options: plans.map(({ id, filedOn, people }) => [String(id), `${filedOn} · ${exact(people)}`] as const),
  });
