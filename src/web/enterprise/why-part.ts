import { type Text, text } from "../../../models/text.ts";
import { type Html, html } from "../../../reports/markup.ts";
import { picture } from "../../../reports/picture.ts";
import { reasonChart } from "../../../reports/reason-chart.ts";
import { table } from "../../../reports/table.ts";
import type { Asked } from "../asked.ts";
import type { Reason, WhyNone } from "./parts-answer.ts";

const HEAD = text("评分依据", "Why this score");
const NONE: Readonly<Record<WhyNone, Text>> = {
  unscored: text(
    "该企业不在最近一次月度任务之列，没有评分；预警的理由见上文。",
    "It was not in the newest run and has no score; why it was alerted stands above.",
  ),
  silent: text(
    "该企业当月未报用工人数，不评定风险，没有评分构成；预警的理由见上文。",
    "It reported no headcount this month, so no risk is foretold and there are no parts to tell; why it was alerted stands above.",
  ),
  "too-small": text(
    "该企业用工人数少于模型所预测减员的最低人数，不评定大规模减员风险，没有评分构成；预警按规则发出，理由见上文。",
    "It has fewer people than the reduction that the model foretells takes, so no risk is foretold and there are no parts to tell; the alert is by rule, and why stands above.",
  ),
  "too-short": text(
    "该企业已报数据不足以评定风险，没有评分构成；预警的理由见上文。",
    "What it reported does not suffice to foretell a risk, so there are no parts to tell; why it was alerted stands above.",
  ),
  event: text(
    "该预警由最近一次月度任务之后报送的动态触发；该次任务时企业既未达到任何等级，也没有未结预警，不留存评分构成。预警的理由见上文。",
    "The alert was raised by an event reported after the newest run; at that run the enterprise had neither a level nor an open alert, and the parts of such scores are not kept. Why it was alerted stands above.",
  ),
  "not-kept": text(
    "最近一次月度任务时，该企业既未达到任何等级，也没有未结预警，系统不留存其评分构成；预警的理由见上文。",
    "When the newest month was run it reached no level and had no open alert, and the parts of such scores are not kept; why it was alerted stands above.",
  ),
};

interface Since {
  /** The newest that was run. */
  readonly month: string | null;
  /** Events that it does not know. */
  readonly since: number;
  /** Why there are no parts; null where there are. */
  readonly none: WhyNone | null;
}

const notYet = (month: string | null, count: number): Text =>
  text(
    `这是${month ?? ""}月度任务时的评分。此后报送的${count}件动态已按规则即时研判，评分构成在下次月度任务时计入。`,
    `This is the score as the run of ${month ?? ""} made it. Events reported since (${count}) were judged by rule at once; they enter the parts of the score with the next run.`,
  );

/** Why the risk is what it is: bars, a sentence and a table; or why there is nothing to tell. */
export function whyPart(
  { say, language }: Asked<unknown>,
  reasons: readonly Reason[],
  { month, since, none }: Since,
): Html {
  const later = since === 0 ? null : html`<p class="note">${say(notYet(month, since))}</p>`;
  if (reasons.length === 0) return html`<h2>${say(HEAD)}</h2><p>${say(NONE[none ?? "not-kept"])}</p>${later}`;
  const config = reasonChart(reasons.map(({ title, logOdds }) => ({ name: say(title), logOdds })));
  const title = say(text("各因素对风险评分的影响（对数几率）", "What each thing adds to the risk (log-odds)"));
  const heads = [
    text("因素", "Factor"),
    text("影响", "Adds"),
    text("取值", "Value"),
    text("取值单位", "Unit of the value"),
  ];
  return html`<h2>${say(HEAD)}</h2>${later}
${picture({ id: "why", title, says: say(sentence(reasons)), config, rows: reasons.length })}
<details><summary>${say(text("数据表", "Table"))}</summary>${table({
    caption: title,
    columns: heads.map((head, i) => ({ head: say(head), ...(i === 1 || i === 2 ? { number: true } : {}) })),
    rows: reasons.map(({ title: name, logOdds, value, unit }) => ({
      name: say(name),
      cells: [signedReal(logOdds), value === null ? "—" : value.toFixed(3), unit ?? "—"],
    })),
    ...{ stack: true, empty: "", language },
  })}</details>`;
}

function sentence(reasons: readonly Reason[]): Text {
  const named = (list: readonly Reason[]) => list.slice(0, 2).map(({ title }) => title);
  const up = named(reasons.filter(({ logOdds }) => logOdds > 0));
  const down = named(reasons.filter(({ logOdds }) => logOdds < 0));
  const zh = (list: readonly Text[]) => (list.length === 0 ? "无" : list.map((one) => one.zh).join("、"));
  const en = (list: readonly Text[]) => (list.length === 0 ? "nothing" : list.map((one) => one.en).join(" and "));
  return text(
    `主要推高：${zh(up)}；主要拉低：${zh(down)}。`,
    `Raised most by: ${en(up)}; lowered most by: ${en(down)}.`,
  );
}

const signedReal = (value: number): string => `${value > 0 ? "+" : ""}${value.toFixed(2)}`;
