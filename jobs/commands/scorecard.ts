import { formatMonth } from "../../models/month.ts";
import { Problem } from "../../models/problem.ts";
import { text } from "../../models/text.ts";
import { scorecardSentences } from "../../reports/scorecard-words.ts";
import { namesOf } from "../../src/db/register.ts";
import { latestRun, latestRuns } from "../../src/db/run.ts";
import { sampledIn, scorecardOfRun } from "../../src/db/scorecard.ts";
import { openSession } from "../session.ts";
import type { CommandSpec } from "./command.ts";
import { monthOption, optional } from "./values.ts";

export const scorecard: CommandSpec = {
  usage: "scorecard",
  summary: text(
    "预警检验：过去一年的预警和风险评分与实际对照，本月抽查名单",
    "how the alerts and the risk of the past year did; this month's audit sample",
  ),
  options: [["--month <YYYY-MM>", text("月份（默认最近执行的月份）", "the month (default: the last one run)")]],
  examples: ["wengang scorecard", "wengang scorecard --month 2025-12 --json"],
  run: async (_args, options, { where }) => {
    const asked = optional(options, "month");
    const { db, profile } = await openSession(where, false);
    try {
      const run =
        asked === undefined
          ? ((await latestRuns(db)).at(-1) ?? null)
          : await latestRun(db, monthOption(asked, "--month"));
      const card = run && (await scorecardOfRun(db, run.id));
      if (!run || !card) throw noScorecard();
      const sample = await sampledIn(db, [run.id]);
      const names = await namesOf(
        db,
        sample.map(({ code }) => code),
      );
      const listed = sample.map(({ code }) => `${code} ${names.get(code) ?? ""}`.trimEnd());
      return {
        lines: [
          ...scorecardSentences(card, profile.levels),
          text(`${formatMonth(run.month)}抽查（未预警）：`, `Drawn by lot in ${formatMonth(run.month)} (no alert):`),
          ...listed.map((one) => text(`  ${one}`, `  ${one}`)),
        ],
        json: {
          ...card,
          from: formatMonth(card.from),
          to: formatMonth(card.to),
          sample: sample.map(({ code }) => code),
        },
      };
    } finally {
      await db.close();
    }
  },
};

const noScorecard = (): Problem =>
  new Problem(
    "no-data",
    "scorecard-absent",
    text("该月没有检验结果。", "There is no scorecard of that month."),
    text(
      "请先执行 wengang run --month；旧版本执行的月份需重新执行。",
      "Run the month first: wengang run --month; months run by an earlier version have none.",
    ),
  );
