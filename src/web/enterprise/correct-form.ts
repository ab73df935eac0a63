import { type Text, text } from "../../../models/text.ts";
import { type Html, html, type Part } from "../../../reports/markup.ts";
import { exact } from "../../../reports/number.ts";
import type { Asked } from "../asked.ts";
import { choice, line } from "../pages/choice.ts";
import { form } from "../pages/form.ts";
import type { EnterpriseView } from "./enterprise-view.ts";
import type { ToldVersion } from "./parts-answer.ts";

const CORRECT = text("更正某月用工人数", "Correct a month's headcount");

/** A reviewer's correction: which month, with the figure that stands, what it should be, and why. */
export function correctForm(
  asked: Asked<unknown>,
  code: string,
  versions: readonly ToldVersion[],
  waiting: EnterpriseView["waiting"],
): Part {
  const standing = new Map(versions.map(({ month, headcount }) => [month, headcount])); // the newest comes last
  if (standing.size === 0) return null;
  const options = [...standing].map(([month, headcount]) => [month, asked.say(standsAt(month, headcount))] as const);
  const fields: Html[] = [
    choice(asked, { name: "month", label: text("月份（现有数据）", "Month (as it stands)"), options, of: "-correct" }),
    line(asked, {
      ...{ name: "headcount", label: text("更正后的人数", "Right number of persons"), of: "-correct" },
      ...{ type: "number", required: true },
    }),
    line(asked, { name: "reason", label: text("原因", "Reason"), of: "-correct", required: true }),
  ];
  const sent = form(asked, { action: `/enterprises/${code}/corrections`, button: SEND, side: true, fields });
  return html`${waiting.map((one) => waitingLine(asked, one))}<details><summary>${asked.say(CORRECT)}</summary><p class="note">${asked.say(HOW)}</p>${sent}</details>`;
}

const waitingLine = ({ say }: Asked<unknown>, { upload, says }: EnterpriseView["waiting"][number]): Html =>
  html`<p class="note"><a href="/data/uploads/${upload}">${say(text("更正待审核", "A correction waits"))}</a> ${says}</p>
`;

const SEND = text("提交更正", "Hand the correction in");
const HOW = text(
  "原数据保留，更正另存一版；与上传的报表一样，审核通过后从下次月度任务起进入统计。",
  "What was reported stays; the correction is a version beside it. Accepted like any file, it counts from the next month run on.",
);

const standsAt = (month: string, headcount: number): Text =>
  text(`${month}（${exact(headcount)}人）`, `${month} (${exact(headcount)})`);
