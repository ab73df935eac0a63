import type { TotalForecast } from "../../../models/forecast/total-forecast.ts";
import type { Profile } from "../../../models/profile.ts";
import { type Text, text } from "../../../models/text.ts";
import { forecastChart } from "../../../reports/forecast-chart.ts";
import { type Html, html, type Part } from "../../../reports/markup.ts";
import { exact, NO_SAMPLE, percent, signed } from "../../../reports/number.ts";
import { picture } from "../../../reports/picture.ts";
import { PATH_VERDICTS, pathSentence, spreadSentence, trendSentence } from "../../../reports/wording/outlook.ts";
import { alertList } from "../alerts/inbox-page.ts";
import type { Answer } from "../answer.ts";
import { countedMonth } from "../answers/month.ts";
import type { Asked } from "../asked.ts";
import { nameIn } from "../pages/level.ts";
import { belowTable } from "./below-table.ts";
import { contributionTable } from "./contribution-table.ts";
import { courseTable } from "./course-table.ts";
import { figureTable } from "./figure-table.ts";
import type { GroupView } from "./group-answer.ts";

/** The judgement, the picture, then what it rests on: how it moved, who moved it, what alerts stand in it. */
export function groupPage(asked: Asked<unknown>, view: GroupView, profile: Profile): Answer {
  const { say } = asked;
  const { outline, name, alerts, place } = view;
  const outlook = { ...outline, name, atRisk: { enterprises: 0, persons: 0 } };
  const main = html`<p class="lead">${say(sentence(view))}</p>${above(asked, view, profile)}${part(asked, view)}
<h2>${say(text("走势与预计", "Course and what was expected"))}</h2>
${course(asked, view, say(pathSentence(outlook)))}<p>${say(trendSentence(outlook))}</p>
<h2>${say(text("岗位增减", "Jobs gained and lost"))}</h2>
<p>${say(spreadSentence(outlook))}</p>${figureTable(asked, view)}
${contributionTable(asked, outline)}${view.below.length > 0 ? belowTable(asked, view.below, profile) : null}
<h2>${say(text("预警", "Alerts"))}</h2>
${place.length > 0 ? alertList(asked, text("全域预警", "Alerts of the whole place"), place, profile) : null}${alertList(asked, text("未办结企业预警", "Open alerts of enterprises"), alerts, profile)}${more(asked, view)}`;
  return { kind: "page", title: say(name), main, charts: true };
}

/** Where the list is cut the inbox has the rest. */
function more({ say }: Asked<unknown>, { open, alerts, dimension, code }: GroupView): Part {
  if (open <= alerts.length) return null;
  const narrowed = `${dimension === "region" ? "region" : "industry"}=${encodeURIComponent(code)}`;
  return html`<p><a href="/alerts?${narrowed}">${say(text(`全部${open}条`, `All ${open}`))}</a></p>`;
}

function sentence({ month, figures, outline, completeness, open }: GroupView): Text {
  const now = figures.find(({ baseline }) => baseline === "previous")!;
  const rate = now.rate === null ? NO_SAMPLE : percent(now.rate);
  const moved =
    now.matched === 0
      ? text("与上月无共同样本", "nothing to compare with the month before")
      : text(`环比${signed(now.change)}人（${rate}）`, `${signed(now.change)} on the month before (${rate})`);
  const { path } = outline;
  const verdict =
    path.kind === "judged"
      ? PATH_VERDICTS[path.verdict]
      : text("暂不与预计比较", "not yet held against what was expected");
  const { enterprises, silent } = completeness;
  return text(
    `${month}用工${exact(now.headcount)}人，${moved.zh}，${verdict.zh}；${exact(enterprises)}户中${exact(silent)}户数据未报；未办结企业预警${open}条。`,
    `${month}: ${exact(now.headcount)} employed, ${moved.en}, ${verdict.en}; ${exact(silent)} of ${exact(enterprises)} did not report; ${open} alerts of enterprises are open.`,
  );
}

/** The section that a division is a part of. */
const above = (asked: Asked<unknown>, { parent }: GroupView, { industries }: Profile): Part =>
  parent === null
    ? null
    : html`<p>${asked.say(text("所属门类：", "Part of "))}<a href="/industries/${parent}">${nameIn(asked, industries, parent)}</a></p>`;

const part = ({ say }: Asked<unknown>, { of }: GroupView): Part =>
  of === "whole"
    ? null
    : html`<p class="note">${say(text("以下只含您范围内的企业，按现有数据计算。", "Only your own enterprises are counted here, from the data there is now."))}</p>`;

function course(asked: Asked<unknown>, { expected, forecast, dimension, code, month }: GroupView, says: string): Html {
  const { say, language } = asked;
  if (expected.length < 2) return html`<p>${says}</p>`;
  const none = { dimension, code, month, persons: expected.at(-1)!.persons, path: NO_PATH };
  const told = countedMonth(forecast ?? none) as TotalForecast;
  const config = forecastChart(expected.map(countedMonth), told, language);
  const title = say(
    text("可比用工、预计区间与预测（人）", "Comparable employment, expected limits, forecast (persons)"),
  );
  return html`${picture({ id: "course", title, says, config })}
<details><summary>${say(text("逐月数据", "Month by month"))}</summary>${courseTable(asked, expected)}</details>`;
}

const NO_PATH = { kind: "silent" } as const;
