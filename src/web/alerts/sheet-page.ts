import { OUTCOMES } from "../../../models/alert/outcome.ts";
import { STATE_NAMES } from "../../../models/alert/state-names.ts";
import type { Profile } from "../../../models/profile.ts";
import { type Text, text } from "../../../models/text.ts";
import { type Html, html, type Part } from "../../../reports/markup.ts";
import { table } from "../../../reports/table.ts";
import type { Answer } from "../answer.ts";
import type { Asked } from "../asked.ts";
import { levelMark, nameIn } from "../pages/level.ts";
import { momentWords } from "../pages/moment.ts";
import { pausesLink } from "../pauses/pauses-link.ts";
import { alertForms } from "./alert-forms.ts";
import { changesPart, decisionsPart } from "./course-part.ts";
import { rateForm, USEFUL } from "./rate-form.ts";
import type { SheetView } from "./sheet-answer.ts";
import { toldPart } from "./told-part.ts";

export const SHEET_NAME = text("预警", "Alert");

/** Why, how it stands, what one may do, and then all that happened: people, judgements, messages, answers. */
export function sheetPage(asked: Asked<unknown>, view: SheetView, profile: Profile): Answer {
  const { alert } = view;
  const why = alert.explanation ?? (alert.headline === null ? "" : asked.say(alert.headline));
  const main = html`<p class="lead">${levelMark(asked, profile, alert.level)} ${why}</p>
${view.decisions[0]?.by === "event" ? html`<p class="note">${asked.say(BY_EVENT)}</p>` : null}
${facts(asked, view, profile)}${alertForms(asked, { ...alert, settled: view.settled, snoozedUntil: view.snoozedUntil }, "page")}
${changesPart(asked, view.changes, profile)}${toldPart(asked, view.told, profile)}${alert.kind === "enterprise" ? usefulPart(asked, view, profile) : null}${decisionsPart(asked, view.decisions, profile)}${alert.kind === "enterprise" ? pausesLink(asked, alert.code) : null}`;
  return { kind: "page", title: `${asked.say(SHEET_NAME)} ${alert.number}`, main };
}

const BY_EVENT = text(
  "这一等级由报送的动态按规则即时判定；企业的风险评分及其构成仍是上次月度任务的结果，下次月度任务时计入该动态。",
  "A reported event reached this level by rule, at once. The enterprise's risk and its parts are still those of the last month run; the event enters them with the next.",
);

function facts(asked: Asked<unknown>, view: SheetView, profile: Profile): Html {
  const rows = factRows(asked, view, profile).filter(([, value]) => value !== "");
  return html`<dl class="facts">${rows.map(([name, value]) => html`<dt>${asked.say(name)}</dt><dd>${value}</dd>`)}</dl>`;
}

function factRows(asked: Asked<unknown>, view: SheetView, profile: Profile): readonly (readonly [Text, Part])[] {
  const { say } = asked;
  const { alert, outcome, snoozedUntil, noData, acknowledgeBy } = view;
  const state = [STATE_NAMES[alert.state], ...(outcome === null ? [] : [OUTCOMES[outcome]])].map(say).join(" · ");
  return [
    [text("对象", "Whom"), whom(asked, view, profile)],
    [text("状态", "State"), state],
    [text("负责人", "Owner"), alert.owner ?? say(text("无", "nobody yet"))],
    [text("起始月份", "Since"), alert.openedMonth],
    [text("发出", "Raised"), momentWords(Date.parse(alert.raisedAt))],
    [text("须签收", "Acknowledge by"), acknowledgeBy === null ? "" : momentWords(Date.parse(acknowledgeBy))],
    [text("暂缓提醒", "Snoozed"), snoozedUntil === null ? "" : say(text(`至${snoozedUntil}`, `until ${snoozedUntil}`))],
    [text("数据", "Data"), noData ? say(text("未报", "not reported")) : ""],
    [text("行业", "Industry"), nameIn(asked, profile.industries, alert.industry)],
    [text("区划", "Region"), nameIn(asked, profile.regions, alert.region)],
    [text("处置案件", "Case"), caseLink(view)],
  ];
}

const whom = ({ language }: Asked<unknown>, { alert }: SheetView, { title }: Profile): Part =>
  alert.kind === "place" ? title[language] : html`<a href="/enterprises/${alert.code}">${alert.name ?? alert.code}</a>`;

const caseLink = ({ alert, case: number }: SheetView): Part =>
  number == null ? "" : html`<a href="/enterprises/${alert.code}/cases/${number}">${number}</a>`;

/** Whether people found it useful, and the form to say so. */
function usefulPart(asked: Asked<unknown>, { alert, feedback, mayRate }: SheetView, profile: Profile): Html {
  const { say, language } = asked;
  const reasons = profile.casework.feedback;
  const heads = [text("时间", "When"), text("何人", "Who"), text("评价", "Answer"), text("说明", "More")];
  const asks = mayRate ? rateForm(asked, alert, reasons) : null;
  return html`<h2>${say(USEFUL)}</h2>${table({
    caption: say(text("评价", "Answers")),
    columns: heads.map((head, i) => ({ head: say(head), ...(i === 3 ? { wide: true } : { tag: true }) })),
    rows: feedback.map(({ at, actor, useful, reason, note }) => ({
      name: momentWords(Date.parse(at)),
      cells: [actor, `${say(useful ? USEFUL_IT_WAS : USELESS)}${nameIn(asked, reasons, reason)}`, note ?? ""],
    })),
    ...{ stack: true, empty: say(text("还没有人评价。", "nobody has answered yet.")), language },
  })}${asks}`;
}

const USEFUL_IT_WAS = text("有用：", "useful: ");
const USELESS = text("无用：", "not useful: ");
