import { z } from "zod";
import { formatMonth } from "../../../models/month.ts";
import { text } from "../../../models/text.ts";
import type { MonthlyFacts } from "../../../reports/facts.ts";
import { html } from "../../../reports/markup.ts";
import { reportFacts } from "../../db/report.ts";
import { latestRuns } from "../../db/run.ts";
import type { Answer } from "../answer.ts";
import type { Asked } from "../asked.ts";
import type { WebOptions } from "../options.ts";
import { type Route, route, takes } from "../route.ts";
import { monthLinks, withMonths } from "./months.ts";

const NAME = text("月度报告", "Monthly report");
/** The report of the whole place names enterprises: it is for those who see all of them. */
const RULE = { right: "read-report", over: "place" } as const;

export const reportRoutes = (options: WebOptions): readonly Route[] => [
  route({
    ...{ method: "get", path: "/report", kind: "page", name: NAME, rule: RULE },
    input: takes(),
    handle: async (asked) => show(options, asked, null),
  }),
  route({
    ...{ method: "get", path: "/months/:month", kind: "page", name: NAME, rule: RULE },
    input: takes({ params: { month: z.string().max(20) } }),
    handle: async (asked) => show(options, asked, asked.input.params.month),
  }),
];

/** The report of a month, or the newest one. */
function show({ pageOf }: WebOptions, asked: Asked<unknown>, month: string | null): Promise<Answer> {
  return asked.read(async (tx): Promise<Answer> => {
    const runs = await latestRuns(tx);
    const run = month === null ? runs.at(-1) : runs.find((one) => formatMonth(one.month) === month);
    const facts = run && (await reportFacts<MonthlyFacts>(tx, { run: run.id, kind: "monthly", scope: "" }));
    if (!run || !facts) {
      const main = html`${monthLinks(asked, runs, "")}<p>${asked.say(whyEmpty(month, runs.length))}</p>`;
      return { kind: "page", title: asked.say(NAME), main, status: month === null ? 200 : 404 };
    }
    return { kind: "document", page: withMonths(asked, pageOf(facts, asked.language), formatMonth(run.month), runs) };
  });
}

function whyEmpty(month: string | null, others: number) {
  if (others > 0 && month !== null)
    return text(
      `没有“${month}”的报告，请从上面选择一个已完成的月份。`,
      `There is no report of "${month}"; choose a month above.`,
    );
  return text(
    "还没有完成任何月度任务。请先在“数据”页导入数据；月度任务到期自动执行，也可由系统管理员立即执行。",
    "No month has been run yet. Import data on the page of data first; a month runs by itself when it is due, or when the administrator has it run.",
  );
}
