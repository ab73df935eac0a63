import { formatMonth } from "../../../models/month.ts";
import { text } from "../../../models/text.ts";
import { html } from "../../../reports/markup.ts";
import { table } from "../../../reports/table.ts";
import { latestRuns } from "../../db/run.ts";
import { pair } from "../pair.ts";
import { type Route, takes } from "../route.ts";

const NAME = text("报告", "Reports");

/** The reports there are, each leading to its stored page. */
export const reportListRoutes: readonly Route[] = pair({
  ...{ path: "/reports", name: NAME, rule: { right: "read-report", over: "place" }, inHead: true },
  input: takes(),
  view: (asked) =>
    asked.read(async (tx) => ({
      reports: (await latestRuns(tx)).toReversed().map(({ month, asOf, vintage, finishedAt }) => ({
        ...{ month: formatMonth(month), asOf, publishedOn: vintage.publishedOn, finishedAt },
        path: `/months/${formatMonth(month)}`,
      })),
    })),
  page: (asked, { reports }) => {
    const { say, language } = asked;
    const heads = [text("月份", "Month"), text("数据截至", "As of"), text("最新数据发布于", "Newest data of")];
    const main = table({
      caption: say(text("月度报告", "Monthly reports")),
      columns: heads.map((head) => ({ head: say(head) })),
      rows: reports.map(({ month, path, asOf, publishedOn }) => ({
        name: html`<a href="${path}">${month}</a>`,
        cells: [asOf, publishedOn],
      })),
      ...{ empty: say(text("还没有。执行月度任务后产生。", "none yet. A month run writes one.")), language },
    });
    return { kind: "page", title: say(NAME), main };
  },
});
