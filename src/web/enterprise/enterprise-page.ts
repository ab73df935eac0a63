import { STATE_NAMES } from "../../../models/alert/state-names.ts";
import type { Profile } from "../../../models/profile.ts";
import { text } from "../../../models/text.ts";
import { type Html, html, type Part } from "../../../reports/markup.ts";
import { table } from "../../../reports/table.ts";
import type { ToldAlert } from "../alerts/alert-answer.ts";
import { alertForms } from "../alerts/alert-forms.ts";
import { alertPath } from "../alerts/alert-params.ts";
import { rateForm, USEFUL } from "../alerts/rate-form.ts";
import type { Answer } from "../answer.ts";
import type { Asked } from "../asked.ts";
import { caseTable } from "../cases/case-table.ts";
import { groupOf } from "../groups/group-view.ts";
import { planForm } from "../layoff/plan-form.ts";
import { planPart } from "../layoff/plan-part.ts";
import { levelMark, nameIn } from "../pages/level.ts";
import { momentWords } from "../pages/moment.ts";
import { correctForm } from "./correct-form.ts";
import type { EnterpriseView } from "./enterprise-view.ts";
import { eventForm } from "./event-form.ts";
import { eventTable } from "./events-part.ts";
import { historyPart } from "./history-part.ts";
import { peersPart } from "./peers-part.ts";
import { supportPart } from "./support-part.ts";
import { timeline } from "./timeline.ts";
import { versionsPart } from "./versions-part.ts";
import { whyPart } from "./why-part.ts";

/** The judgement first, then the picture, then what is done about it, then everything it rests on. */
export function enterprisePage(asked: Asked<unknown>, view: EnterpriseView, profile: Profile): Answer {
  const { identity, history, versions, events, alerts, why, peers, cases, support, plans, mayReport, mayCorrect } =
    view;
  const main = html`${facts(asked, view, profile)}${alerts ? judgement(asked, alerts, profile) : null}
${history ? historyPart(asked, timeline({ ...view, history }, profile), profile) : null}${versions ? versionsPart(asked, versions) : null}${versions && identity && mayCorrect ? correctForm(asked, identity.code, versions, view.waiting) : null}${why && (why.length > 0 || alerts?.some(isOpen)) ? whyPart(asked, why, { month: view.month, since: view.eventsSince, none: view.whyNone }) : null}
${peers === undefined ? null : peersPart(asked, peers)}
${alerts ? alertTable(asked, view, alerts, profile) : null}${events && identity ? eventTable(asked, identity.code, events, profile) : null}
${mayReport && identity ? eventForm(asked, identity.code, profile) : null}
${plans ? planPart(asked, plans) : null}${plans && mayReport && identity ? planForm(asked, identity.code, plans) : null}
${cases ? caseTable(asked, cases) : null}${support ? supportPart(asked, support) : null}`;
  return { kind: "page", title: identity?.name ?? identity?.code ?? "", main, charts: true };
}

function facts(asked: Asked<unknown>, { identity, specialist, finances }: EnterpriseView, profile: Profile): Html {
  const { say } = asked;
  const money = (value: number | null | undefined) =>
    value == null ? "" : `${value} ${say(text("万元", "×10,000 yuan"))}`;
  const rows = [
    [text("统一社会信用代码", "Code"), identity?.code ?? ""],
    [text("行业", "Industry"), groupLink(asked, profile, "industry", identity?.industry ?? null)],
    [text("区划", "Region"), groupLink(asked, profile, "region", identity?.region ?? null)],
    [text("就业服务专员", "Specialist"), specialist?.name ?? ""],
    [text("营业收入", "Revenue"), money(finances?.revenue)],
    [text("资产总额", "Assets"), money(finances?.assets)],
  ] as const;
  const known = rows.filter(([, value]) => value !== "");
  return html`<dl class="facts">${known.map(([name, value]) => html`<dt>${say(name)}</dt><dd>${value}</dd>`)}</dl>`;
}

/** The name of its industry or region, leading to its page where it has one. */
function groupLink(asked: Asked<unknown>, profile: Profile, kind: "industry" | "region", code: string | null): Part {
  const [all, path] = kind === "industry" ? [profile.industries, "/industries"] : [profile.regions, "/regions"];
  const name = nameIn(asked, all, code);
  return code !== null && groupOf(profile, kind, code) ? html`<a href="${path}/${code}">${name}</a>` : name;
}

/** The open alert in a sentence with what one may do, or that there is none. */
const isOpen = ({ state }: Pick<ToldAlert, "state">): boolean => state !== "closed";

function judgement(asked: Asked<unknown>, alerts: readonly ToldAlert[], profile: Profile): Html {
  const open = alerts.find(isOpen);
  if (!open) return html`<p class="lead">${asked.say(text("目前没有未办结的预警。", "No alert is open."))}</p>`;
  return html`<p class="lead">${levelMark(asked, profile, open.level)} ${open.explanation ?? ""}</p>
<p class="note"><a href="${alertPath(open)}">${open.number}</a> · ${asked.say(STATE_NAMES[open.state])}${open.owner === null ? null : ` · ${open.owner}`}</p>
${alertForms(asked, open)}`;
}

function alertTable(
  asked: Asked<unknown>,
  { mayRate }: EnterpriseView,
  alerts: readonly ToldAlert[],
  profile: Profile,
): Part {
  const { say, language } = asked;
  const heads = [
    text("预警", "Alert"),
    text("等级", "Level"),
    text("起始月份", "Since"),
    text("状态", "State"),
    text("发出", "Raised"),
    ...(mayRate ? [USEFUL] : []),
  ];
  return html`<h2>${say(text("预警经历", "Alerts so far"))}</h2>${table({
    caption: say(text("预警", "Alerts")),
    columns: heads.map((head) => ({ head: say(head), tag: true })),
    rows: alerts.map((alert) => ({
      name: html`<a href="${alertPath(alert)}">${alert.number}</a>`,
      cells: [
        levelMark(asked, profile, alert.level),
        alert.openedMonth,
        say(STATE_NAMES[alert.state]),
        momentWords(Date.parse(alert.raisedAt)),
        ...(mayRate ? [rateForm(asked, alert, profile.casework.feedback)] : []),
      ],
    })),
    ...{ stack: true, empty: say(text("从未预警。", "never any.")), language },
  })}`;
}
