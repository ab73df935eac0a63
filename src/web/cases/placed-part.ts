import { explainReemployment } from "../../../models/explain/explain-reemployment.ts";
import type { Profile } from "../../../models/profile.ts";
import { type Text, text } from "../../../models/text.ts";
import { type Html, html, type Part } from "../../../reports/markup.ts";
import { exact } from "../../../reports/number.ts";
import { table } from "../../../reports/table.ts";
import type { Asked } from "../asked.ts";
import { choice, line } from "../pages/choice.ts";
import { form } from "../pages/form.ts";
import { nameIn } from "../pages/level.ts";
import type { ToldPlaced } from "./placed-answer.ts";

type Count = keyof ToldPlaced["groups"][number] & keyof ToldPlaced["total"];

/** What is counted of those dismissed; all but the first may be left out. */
// biome-ignore format: a table reads better in columns
export const COUNTED: readonly (readonly [name: Count, label: Text])[] = [
  ["dismissed", text("被裁减",       "Dismissed")],
  ["benefit",   text("领取失业保险金", "On unemployment benefit")],
  ["offered",   text("推荐岗位",     "Jobs offered")],
  ["trained",   text("参加培训",     "In training")],
  ["placed1",   text("1个月内再就业", "In work within 1 month")],
  ["placed3",   text("3个月内再就业", "In work within 3 months")],
  ["placed6",   text("6个月内再就业", "In work within 6 months")],
];

const TITLE = text("失业职工再就业", "Re-employment of those dismissed");

/** How many of those dismissed are in work again, by group, as last counted. */
export function placedPart(asked: Asked<unknown>, { groups, total }: ToldPlaced, { casework }: Profile): Part {
  if (groups.length === 0) return null;
  const { say, language } = asked;
  const heads = [text("人群", "Group"), ...COUNTED.map(([, label]) => label), text("统计日期", "Counted on")];
  return html`<h2 id="placed">${say(TITLE)}</h2><p>${say(explainReemployment(total, null))}</p>${table({
    ...{ caption: say(TITLE), unit: say(text("人", "persons")), language, stack: true },
    columns: heads.map((head, i) => ({
      head: say(head),
      ...(i > 0 && i <= COUNTED.length ? { number: true } : { tag: true }),
    })),
    rows: groups.map((group) => ({
      name: nameIn(asked, casework.reemploymentGroups, group.group),
      cells: [...COUNTED.map(([name]) => exact(group[name])), group.on],
    })),
    empty: "",
  })}`;
}

/** The form to count them; a later count of a group stands for it, the earlier stays stored. */
export function placedForm(asked: Asked<unknown>, path: string, { casework }: Profile): Html {
  const { say, language } = asked;
  const of = "-placed";
  const groups = casework.reemploymentGroups.map(({ code, name }) => [code, name[language]] as const);
  const fields = [
    choice(asked, { name: "group", label: text("人群", "Group"), of, options: groups, chosen: "all" }),
    ...COUNTED.map(([name, label], i) => line(asked, { name, label, of, type: "number", required: i === 0 })),
    line(asked, {
      name: "on",
      label: text("统计日期（留空为今天）", "Day of the count (blank: today)"),
      of,
      type: "date",
    }),
  ];
  const sent = form(asked, {
    action: `${path}/placed`,
    button: SEND,
    side: true,
    fields: html`<div class="several">${fields}</div>`,
  });
  return html`<details><summary>${say(SEND)}</summary>${sent}</details>`;
}

const SEND = text("登记再就业人数", "Count those in work again");
