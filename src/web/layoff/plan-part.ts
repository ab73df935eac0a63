import { GROUNDS } from "../../../models/statute/art41.ts";
import { FAULTS, PLAN_VERDICTS } from "../../../models/statute/plan.ts";
import { type Text, text } from "../../../models/text.ts";
import { type Html, html, type Part } from "../../../reports/markup.ts";
import { exact, signed } from "../../../reports/number.ts";
import { table } from "../../../reports/table.ts";
import type { Asked } from "../asked.ts";
import type { ToldPlan } from "./plan-answer.ts";

const TITLE = text("裁员方案", "Layoff plans");

/** Plans that were filed, what is to be checked of them, what became of them, and what the newest asks for by when. */
export const planPart = (asked: Asked<unknown>, plans: readonly ToldPlan[]): Part =>
  plans.length === 0
    ? null
    : html`<h2 id="plans">${asked.say(TITLE)}</h2>${planTable(asked, plans)}${duties(asked, plans)}`;

function planTable({ say, language }: Asked<unknown>, plans: readonly ToldPlan[]): Html {
  const heads = [
    text("报告日期", "Filed on"),
    text("首次裁减", "From"),
    text("人数", "People"),
    text("理由", "Ground"),
    text("第四十一条", "Art. 41"),
    text("须核实", "To be checked"),
    text("此后用工", "Since then"),
  ];
  const join = (words: readonly Text[]) => words.map(say).join(language === "zh" ? "；" : "; ");
  return table({
    caption: say(text("已报告的裁减人员方案（只记人数）", "Plans that were filed, in numbers of people")),
    columns: heads.map((head, i) => ({
      head: say(head),
      ...(i === 2 ? { number: true } : i < 2 ? { tag: true } : {}),
    })),
    rows: plans.map(({ filedOn, startsOn, people, staff, ground, law, faults, outcome }) => ({
      name: filedOn,
      cells: [
        startsOn,
        `${exact(people)} / ${exact(staff)}`,
        say(GROUNDS[ground]!),
        `${say(law.applies ? APPLIES : APPLIES_NOT)}${language === "zh" ? "：" : ": "}${say(law.says)}`,
        faults.length === 0 ? "—" : join(faults.map((fault) => FAULTS[fault])),
        say(sinceWords(outcome)),
      ],
    })),
    ...{ stack: true, empty: "", language },
  });
}

const APPLIES = text("适用", "applies");
const APPLIES_NOT = text("不适用", "does not apply");

/** Net loss is not layoff, so it is told as what it is. */
function sinceWords({ lost, to, verdict }: ToldPlan["outcome"]): Text {
  const { zh, en } = PLAN_VERDICTS[verdict];
  if (lost === null || to === null) return PLAN_VERDICTS[verdict];
  return text(`${zh}（至${to}净变化${signed(-lost)}人）`, `${en} (net change to ${to}: ${signed(-lost)})`);
}

function duties({ say }: Asked<unknown>, [newest]: readonly ToldPlan[]): Part {
  if (newest === undefined || newest.law.duties.length === 0) return null;
  const title = text("法定须办事项与期限", "What the law asks for, by when");
  const rows = newest.law.duties.map(
    ({ name, due, origin }) =>
      html`<dt>${due ?? say(text("裁减前", "before"))}</dt><dd>${say(name)} <span class="small">${say(origin)}</span></dd>`,
  );
  return html`<details><summary>${say(title)}</summary><dl class="facts">${rows}</dl></details>`;
}
