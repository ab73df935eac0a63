import type { Profile } from "../../../models/profile.ts";
import { type Text, text } from "../../../models/text.ts";
import { type HistoryPoint, historyChart } from "../../../reports/history-chart.ts";
import { type Html, html } from "../../../reports/markup.ts";
import { exact, signed } from "../../../reports/number.ts";
import { picture } from "../../../reports/picture.ts";
import { table } from "../../../reports/table.ts";
import type { Asked } from "../asked.ts";
import type { TimelineMonth } from "./timeline.ts";
import { marksTold, monthTold } from "./timeline-words.ts";

/** What it reported, as a sentence, a picture and a table. */
export function historyPart(asked: Asked<unknown>, history: readonly TimelineMonth[], profile: Profile): Html {
  const { say, language } = asked;
  const title = say(text("用工人数与预计区间（人）", "Headcount and what was expected (persons)"));
  const says = `${say(sentence(history))}${say(marksTold(history, profile))}`;
  return html`<h2>${say(text("用工历史", "Headcounts"))}</h2>
${history.length === 0 ? html`<p class="note">${says}</p>` : picture({ id: "history", title, says, config: historyChart(history, language) })}
<details><summary>${say(text("逐月数据", "Month by month"))}</summary>${monthTable(asked, history, profile)}</details>`;
}

function sentence(history: readonly HistoryPoint[]): Text {
  const reported = history.filter(({ headcount }) => headcount !== null);
  const last = reported.at(-1);
  if (!last) return text("还没有报送用工人数。", "No headcount was reported yet.");
  const before = reported.at(-2);
  const change = before
    ? text(
        `，较${before.month}增减${signed(last.headcount! - before.headcount!)}人`,
        `, ${signed(last.headcount! - before.headcount!)} on ${before.month}`,
      )
    : text("", "");
  const expected =
    last.expected === null
      ? text("", "")
      : text(`；预计${exact(Math.round(last.expected))}人`, `; ${exact(Math.round(last.expected))} were expected`);
  const bound =
    last.lower === null
      ? text("", "")
      : text(`，下限${exact(Math.round(last.lower))}人`, `, ${exact(Math.round(last.lower))} at the least`);
  return text(
    `${last.month}报送${exact(last.headcount)}人${change.zh}${expected.zh}${bound.zh}。`,
    `${exact(last.headcount)} people in ${last.month}${change.en}${expected.en}${bound.en}.`,
  );
}

function monthTable({ say, language }: Asked<unknown>, history: readonly TimelineMonth[], profile: Profile): Html {
  const heads = [
    text("月份", "Month"),
    text("用工人数", "Headcount"),
    text("预计", "Expected"),
    text("下限", "Lower bound"),
    text("当月情况", "In the month"),
  ];
  const whole = (value: number | null) => exact(value === null ? null : Math.round(value));
  return table({
    ...{ caption: say(text("逐月用工", "Headcount by month")), unit: say(text("人", "persons")), language },
    columns: heads.map((head, i) => ({ head: say(head), number: i > 0 && i < 4 })),
    rows: history.toReversed().map((one) => ({
      name: one.month,
      cells: [
        one.headcount === null ? say(text("数据未报", "no data")) : exact(one.headcount),
        ...[whole(one.expected), whole(one.lower), say(monthTold(one, profile))],
      ],
    })),
    empty: say(text("没有。", "none.")),
  });
}
