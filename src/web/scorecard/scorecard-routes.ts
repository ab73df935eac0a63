import { formatMonth, parseMonth } from "../../../models/month.ts";
import { may, PLACE } from "../../../models/rights/may.ts";
import { type Text, text } from "../../../models/text.ts";
import { html } from "../../../reports/markup.ts";
import { exact } from "../../../reports/number.ts";
import { scorecardSentences } from "../../../reports/scorecard-words.ts";
import { table } from "../../../reports/table.ts";
import { latestRuns } from "../../db/run.ts";
import { scorecardOfRun } from "../../db/scorecard.ts";
import { personOf } from "../asked.ts";
import type { WebOptions } from "../options.ts";
import { levelMark } from "../pages/level.ts";
import { pair } from "../pair.ts";
import { type Route, takes } from "../route.ts";
import { SCORECARD } from "./scorecard-answer.ts";

const NAME = text("预警检验", "Scorecard");

/**
 * How the alerts and the risk of the past year did, as the newest run saw it. Whoever reads alerts is told how often those of each
 * level were right, over the whole place; the rest is for those who read its reports.
 */
export const scorecardRoutes = ({ profile }: WebOptions): readonly Route[] =>
  pair({
    ...{ path: "/scorecard", name: NAME, rule: { right: "read-alerts", over: "reach" }, inHead: true },
    ...{ input: takes(), answers: SCORECARD },
    view: (asked) =>
      asked.read(async (tx) => {
        const run = (await latestRuns(tx)).at(-1);
        const card = run ? await scorecardOfRun(tx, run.id) : null;
        const told = card && { ...card, from: formatMonth(card.from), to: formatMonth(card.to) };
        const judged = told && { from: told.from, to: told.to, levels: told.levels };
        const mayReadAll = may(personOf(asked), "read-report", PLACE).allowed;
        return { month: run ? formatMonth(run.month) : null, judged, card: mayReadAll ? told : null };
      }),
    page: (asked, { judged, card }) => {
      const { say, language } = asked;
      if (judged === null) {
        const none = text(
          "最近的月份没有检验结果；执行月度任务后产生。",
          "The newest month has none; a month run makes it.",
        );
        return { kind: "page", title: say(NAME), main: html`<p>${say(none)}</p>` };
      }
      const sentences = card
        ? scorecardSentences({ ...card, from: parseMonth(card.from), to: parseMonth(card.to) }, profile.levels)
        : [levelsAlone(judged)];
      const share = (value: number | null) => (value === null ? "—" : `${(value * 100).toFixed(1)}%`);
      const heads = [
        text("等级", "Level"),
        text("预警数", "Alerts"),
        text("查准率", "Precision"),
        text("下限", "95 % from"),
        text("上限", "95 % to"),
      ];
      const main = html`${sentences.map((one) => html`<p>${say(one)}</p>\n`)}${table({
        caption: say(text("各等级的查准率", "Precision by level")),
        columns: heads.map((head, i) => ({ head: say(head), number: i > 0 })),
        rows: judged.levels.map(({ level, alerts, precision, interval }) => ({
          name: levelMark(asked, profile, level),
          cells: [exact(alerts), share(precision), share(interval?.low ?? null), share(interval?.high ?? null)],
        })),
        ...{ empty: "", language },
      })}`;
      return { kind: "page", title: say(NAME), main };
    },
  });

const levelsAlone = ({ from, to }: { readonly from: string; readonly to: string }): Text =>
  text(
    `${from}至${to}，全县各等级预警与此后实际减员对照如下。`,
    `${from} to ${to}: alerts of each level over the whole place, held against what came after them.`,
  );
