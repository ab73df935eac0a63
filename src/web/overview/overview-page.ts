import type { Profile } from "../../../models/profile.ts";
import { type Text, text } from "../../../models/text.ts";
import { type Html, html } from "../../../reports/markup.ts";
import { exact, NO_SAMPLE, percent, signed } from "../../../reports/number.ts";
import { table } from "../../../reports/table.ts";
import { VERDICT_WORDS } from "../../../reports/wording/lead.ts";
import { alertList } from "../alerts/inbox-page.ts";
import type { Answer } from "../answer.ts";
import type { Asked } from "../asked.ts";
import { levelMark } from "../pages/level.ts";
import { lineTable } from "./line-table.ts";
import type { LevelStand, OverviewView } from "./overview-answer.ts";

export const OVERVIEW = text("总览", "Overview");

/** The judgement, then levels, then where: industries and regions, each leading to its page. */
export function overviewPage(asked: Asked<unknown>, view: OverviewView, profile: Profile, rights: Html): Answer {
  const { say } = asked;
  const { place, levels, industries, regions } = view;
  const wide = text("全域预警", "Alerts of the whole place");
  const main = html`<p class="lead">${say(sentence(view))}</p>
${view.toReview === 0 ? null : html`<p><a href="/data">${say(toReviewWords(view.toReview))}</a></p>\n`}${place.length > 0 ? alertList(asked, wide, place, profile) : null}${levelTable(asked, levels, profile)}
${lineTable(asked, { caption: text("各行业", "Industries"), path: "/industries", lines: industries }, profile)}
${lineTable(asked, { caption: text("各乡镇（街道）", "Townships"), path: "/regions", lines: regions }, profile)}
${rights}`;
  return { kind: "page", title: say(OVERVIEW), main, live: view.since };
}

function sentence({ month, whole, judgement, completeness, levels }: OverviewView): Text {
  const waiting = levels.reduce((sum, { raised }) => sum + raised, 0);
  const open = levels.reduce((sum, one) => sum + one.raised + one.acknowledged + one.inHand, 0);
  const tail = text(
    `未办结企业预警${open}条，其中待签收${waiting}条。`,
    `${open} alerts of enterprises are open, ${waiting} of them to be acknowledged.`,
  );
  if (month === null) return text(`还没有执行过月度任务。${tail.zh}`, `No month has been run yet. ${tail.en}`);
  if (!whole || !judgement || !completeness || completeness.enterprises === 0)
    return text(
      `${month}：您的范围内没有应报企业。${tail.zh}`,
      `${month}: no enterprise of yours is due to report. ${tail.en}`,
    );
  const { headcount, change, rate } = whole;
  const moved = rate === null ? NO_SAMPLE : percent(rate);
  const verdict = VERDICT_WORDS[judgement.verdict];
  const { enterprises, silent } = completeness;
  return text(
    `${month}总体${verdict.zh}：用工${exact(headcount)}人，环比${signed(change)}人（${moved}，共同样本）；${exact(enterprises)}户中${exact(silent)}户数据未报；${tail.zh}`,
    `${month}, overall ${verdict.en}: ${exact(headcount)} employed, ${signed(change)} on the month before (${moved}, common sample); ${exact(silent)} of ${exact(enterprises)} did not report; ${tail.en}`,
  );
}

const toReviewWords = (files: number): Text =>
  text(`待您审核的数据文件${files}份`, `Files waiting for your review: ${files}`);

/** What stands now, and what the newest month changed. */
function levelTable(asked: Asked<unknown>, levels: readonly LevelStand[], profile: Profile): Html {
  const { say, language } = asked;
  const heads: readonly (readonly [Text, (stand: LevelStand) => number])[] = [
    [text("待签收", "To acknowledge"), ({ raised }) => raised],
    [text("已签收", "Acknowledged"), ({ acknowledged }) => acknowledged],
    [text("处置中", "In hand"), ({ inHand }) => inHand],
    [text("合计", "All"), (one) => one.raised + one.acknowledged + one.inHand],
    [text("本月新增", "New this month"), ({ opened }) => opened],
    [text("本月升入", "Risen to it"), ({ risen }) => risen],
    [text("本月降入", "Fallen to it"), ({ fallen }) => fallen],
    [text("本月解除", "Ended"), ({ closed }) => closed],
  ];
  return table({
    caption: say(text("未办结企业预警与本月变动", "Open alerts of enterprises, and what the month changed")),
    ...{ unit: say(text("条", "alerts")), language, empty: "", stack: true },
    columns: [{ head: say(text("等级", "Level")) }, ...heads.map(([head]) => ({ head: say(head), number: true }))],
    rows: levels.map((stand) => ({
      name: html`<a href="/alerts?level=${stand.level}">${levelMark(asked, profile, stand.level)}</a>`,
      cells: heads.map(([, of]) => exact(of(stand))),
    })),
  });
}
