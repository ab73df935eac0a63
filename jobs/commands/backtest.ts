import { join } from "node:path";
import { DEEP_REDUCTION, type EventDefinition, LARGE_REDUCTION } from "../../models/judging/event-definition.ts";
import { JUDGED_FROM } from "../../models/judging/judged-from.ts";
import { JUDGING } from "../../models/judging/thresholds.ts";
import { firstDay, formatMonth, lastDay, type Month } from "../../models/month.ts";
import { Problem } from "../../models/problem.ts";
import { compileModel } from "../../models/risk/model.ts";
import { text } from "../../models/text.ts";
import { type BacktestPage, backtestHtml } from "../../reports/backtest.ts";
import { isSimulated } from "../../src/db/batch.ts";
import type { Db } from "../../src/db/db.ts";
import { reportedMonths } from "../../src/db/headcount.ts";
import { interventionsBetween } from "../../src/db/scorecard.ts";
import { thresholdsIn } from "../../src/db/threshold-set.ts";
import { type Vintage, vintageAsOf } from "../../src/db/vintage.ts";
import { type Backtest, backtest as runBacktest } from "../backtest/backtest.ts";
import { thresholdFile } from "../backtest/threshold-file.ts";
import { truthFile } from "../backtest/truth-file.ts";
import { backtestLines } from "../backtest/words.ts";
import { dateInShanghai } from "../clock.ts";
import { makeFolder } from "../make-folder.ts";
import { riskModelInUse } from "../run/risk-model.ts";
import { openSession, type Session } from "../session.ts";
import { explainedStorage } from "../storage.ts";
import { writeAside } from "../write-aside.ts";
import type { CommandContext, CommandSpec, Options } from "./command.ts";
import { backwards, monthOption, optional, required } from "./values.ts";

export const backtest: CommandSpec = {
  usage: "backtest",
  summary: text(
    "回溯检验：各月只用当时已知的数据评分、预警，再与其后实际发生的情况及简单方法对照",
    "judge scores and alerts on past months, each on what was known then, beside simple rules",
  ),
  options: [
    ["--from <YYYY-MM>", text("起始月份", "the first month")],
    ["--to <YYYY-MM>", text("结束月份", "the last month")],
    ["--event <large|deep>", text("检验的事件：大幅减员或深度减员", "event: large or deep reduction"), "large"],
    ["--thresholds <file>", text("用另一套阈值（JSON）", "another threshold set (JSON)")],
    ["--print-thresholds", text("只打印现行阈值（JSON）", "only print the thresholds in force (JSON)")],
    ["--truth <file>", text("真实事件表（CSV，同 truth.csv）", "true events (CSV, as truth.csv)")],
    ["--out <dir>", text("写出 backtest.json 与 backtest.html 的文件夹", "folder for backtest.json and backtest.html")],
  ],
  examples: [
    "wengang backtest --from 2023-01 --to 2025-09",
    "wengang backtest --from 2023-01 --to 2025-09 --event deep --out backtest-out",
    "wengang backtest --print-thresholds > mine.json",
    "wengang backtest --from 2023-01 --to 2025-09 --thresholds mine.json",
    "wengang backtest --from 2023-01 --to 2025-12 --truth county/truth.csv --json",
  ],
  run: async (_args, options, context) => {
    const session = await openSession(context.where, false);
    try {
      return options.printThresholds === true ? await printed(session) : await judged(session, options, context);
    } finally {
      await session.db.close();
    }
  },
};

async function printed({ db, profile }: Session) {
  const stored = await thresholdsIn(db, END_OF_TIME);
  const set = stored?.set ?? profile.thresholds;
  const json = JSON.stringify(set, null, 2);
  return { lines: [text(json, json)], json: { thresholds: set } };
}

/** Later than any threshold set's first month. */
const END_OF_TIME: Month = 9999 * 12;

async function judged({ db, profile }: Session, options: Options, context: CommandContext) {
  const { from, to } = spanOf(options);
  const list = optional(options, "truth");
  const definition = list === undefined ? eventOf(options) : listedEvent(eventOf(options));
  const asOf = dateInShanghai(context.clock());
  const vintage = await vintageFor(db, from, to, asOf);
  const own = (await thresholdsIn(db, to))?.set ?? profile.thresholds;
  const path = optional(options, "thresholds");
  const set = path === undefined ? own : await thresholdFile(path, profile, own);
  const truth = list === undefined ? null : await truthFile(db, list, definition.horizon.value);
  const out = optional(options, "out");
  if (out !== undefined) await explainedStorage(out, () => makeFolder(out)); // told before the work, not after it
  const model = compileModel(await riskModelInUse(db));
  const interventions = await interventionsBetween(db, firstDay(from), lastDay(to + definition.horizon.value));
  const result = await runBacktest(
    db,
    {
      ...{ profile, from, to, set, definition, truth, vintage, interventions, judging: JUDGING, model },
      ...{ fewest: truth ? 1 : JUDGED_FROM.value, workers: context.workers, signal: context.signal },
      dataDir: context.where.dataDir,
    },
    context.progress,
  );
  const simulated = await isSimulated(db, vintage);
  const files = await written(out, result, {
    ...{ place: profile.title, levels: profile.levels, asOf: vintage.publishedOn, simulated },
  });
  return {
    lines: [
      ...(simulated ? [text("【模拟数据】", "[simulated data]")] : []),
      ...backtestLines(result, path ?? own.name, profile.levels),
      ...files.map((file) => text(`已写出 ${file}。`, `Wrote ${file}.`)),
    ],
    json: { ...toJson(result), simulated, truthUnknown: truth?.unknown ?? null, files },
  };
}

function toJson({ table, alerts, raised, reused, beyond, asPublished, final, model, since }: Backtest) {
  const { opened, heldBack, rules } = alerts;
  const judgedSince = formatMonth(since);
  return {
    table,
    alerts: { opened, heldBack, rules, ...raised },
    vintages: { asPublished, final },
    judgedSince,
    model,
    reused,
    beyond,
  };
}

function spanOf(options: Options): { from: Month; to: Month } {
  const from = monthOption(required(options, "from", "--from"), "--from");
  const to = monthOption(required(options, "to", "--to"), "--to");
  if (to < from) throw backwards(formatMonth(from), formatMonth(to));
  return { from, to };
}

const EVENTS: Readonly<Record<string, EventDefinition>> = { large: LARGE_REDUCTION, deep: DEEP_REDUCTION };

function eventOf(options: Options): EventDefinition {
  const asked = optional(options, "event") ?? "large";
  const definition = EVENTS[asked];
  if (definition) return definition;
  throw new Problem(
    "usage",
    "event-unknown",
    text(`没有事件“${asked}”。`, `There is no event "${asked}".`),
    text("请使用 --event large 或 --event deep。", "Use --event large or --event deep."),
  );
}

/** With a list of true events that list tells what came; the event asked for lends its horizon, and its line to the risk. */
const listedEvent = (event: EventDefinition): EventDefinition => ({
  ...event,
  id: "listed-event",
  name: text("名单所列事件", "Listed event"),
  says: text(
    "此后三个月内发生名单所列的减员",
    "within the next three months a reduction on the list of true events came",
  ),
});

/** Everything known today; a span that nobody reported has nothing to judge. */
async function vintageFor(db: Db, from: Month, to: Month, asOf: string): Promise<Vintage> {
  const vintage = await vintageAsOf(db, asOf);
  const reported = vintage && (await reportedMonths(db, vintage));
  if (vintage && reported && from <= reported.last && to >= reported.first) return vintage;
  const span = reported ? `${formatMonth(reported.first)}–${formatMonth(reported.last)}` : "—";
  throw new Problem(
    "no-data",
    "nothing-reported",
    text(
      `这些月份没有用工数据；已有数据的月份：${span}。`,
      `No headcounts in these months; there are some for ${span}.`,
    ),
    text("请改用有数据的月份，或先导入数据。", "Choose months that have data, or import some first."),
  );
}

async function written(
  out: string | undefined,
  result: Backtest,
  page: Omit<BacktestPage, "language" | "model">,
): Promise<string[]> {
  if (out === undefined) return [];
  const files: Readonly<Record<string, string>> = {
    [join(out, "backtest.json")]: `${JSON.stringify(toJson(result), null, 2)}\n`,
    [join(out, "backtest.html")]: backtestHtml(result.table, result.raised, {
      ...page,
      language: "zh",
      model: result.model,
    }),
    [join(out, "backtest.en.html")]: backtestHtml(result.table, result.raised, {
      ...page,
      language: "en",
      model: result.model,
    }),
  };
  await explainedStorage(out, async () => {
    for (const [file, content] of Object.entries(files)) await writeAside(file, [content]);
  });
  return Object.keys(files);
}
