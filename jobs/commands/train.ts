import { formatMonth } from "../../models/month.ts";
import { Problem } from "../../models/problem.ts";
import type { RiskLine, RiskMetrics } from "../../models/risk/model.ts";
import { type Text, text } from "../../models/text.ts";
import { reportedMonths } from "../../src/db/headcount.ts";
import { thresholdsIn } from "../../src/db/threshold-set.ts";
import { vintageAsOf } from "../../src/db/vintage.ts";
import { dateInShanghai } from "../clock.ts";
import { holderName } from "../holder.ts";
import { noteCommand } from "../note-command.ts";
import { openSession, type Session } from "../session.ts";
import { type Fitted, train as trainOn } from "../train.ts";
import type { CommandContext, CommandSpec, Options } from "./command.ts";
import { monthOption, optional } from "./values.ts";

export const train: CommandSpec = {
  usage: "train",
  summary: text(
    "用本地历史重新拟合风险模型；按企业和时间分开检验，不优于现用模型则不替换",
    "refit the risk model on this place's history; judged on other enterprises and later months, kept only when better",
  ),
  options: [
    ["--until <YYYY-MM>", text("只用到该月为止的数据", "use data up to this month only")],
    ["--dry-run", text("只检验，不保存", "judge only, keep nothing")],
  ],
  examples: ["wengang train", "wengang train --until 2025-12 --dry-run", "wengang train --json"],
  run: async (_args, options, context) => {
    const session = await openSession(context.where, false);
    try {
      return await trained(session, options, context);
    } finally {
      await session.db.close();
    }
  },
};

async function trained({ db, profile }: Session, options: Options, context: CommandContext) {
  const vintage = await vintageAsOf(db, dateInShanghai(context.clock()));
  const reported = vintage && (await reportedMonths(db, vintage));
  if (!vintage || !reported) throw nothingToLearn();
  const until = optional(options, "until");
  const to = until === undefined ? reported.last : Math.min(reported.last, monthOption(until, "--until"));
  if (to < reported.first) throw nothingToLearn();
  const set = (await thresholdsIn(db, to))?.set ?? profile.thresholds;
  const order = { profile, detector: set.detector, from: reported.first, to, vintage, workers: context.workers };
  const rest = { signal: context.signal, dryRun: options.dryRun === true, author: holderName() };
  const result = await trainOn(db, { ...order, ...rest }, context.progress);
  if (result.kind === "too-little") {
    const { rows, events, needEvents } = result;
    return {
      lines: [
        text(
          `历史不足：${rows}个企业月中只有${events}次大幅减员，至少需要${needEvents}次；继续使用现有模型。`,
          `Too little history: ${events} large reductions in ${rows} enterprise-months, at least ${needEvents} are needed; the model in use stays.`,
        ),
      ],
      json: { ...result },
    };
  }
  if (result.kept)
    await noteCommand(db, context, { action: "train", subject: `model:${result.model.name}`, detail: {} });
  return { lines: linesOf(result, formatMonth(reported.first), formatMonth(to)), json: { ...result } };
}

const nothingToLearn = () =>
  new Problem(
    "no-data",
    "nothing-reported",
    text("还没有用工数据，无从学习。", "There are no headcounts to learn from yet."),
    text("请先用 wengang import 导入数据。", "Import some first: wengang import."),
  );

function linesOf(fitted: Fitted, from: string, to: string): Text[] {
  const { model, inUse, metrics } = fitted;
  return [
    text(
      `用${from}至${to}的数据拟合模型“${model.name}”：${model.training.rows}个企业月，其中大幅减员${model.training.events}次。`,
      `Fitted "${model.name}" on ${from} to ${to}: ${model.training.rows} enterprise-months, ${model.training.events} large reductions.`,
    ),
    said(model.name, metrics),
    said(inUse.name, inUse.metrics),
    ...(fitted.unseen ? [] : [seenWords(fitted)]),
    ...(model.lines ?? []).filter(({ orange }) => orange !== null).map(lineWords),
    verdictOf(fitted),
  ];
}

function verdictOf({ better, kept, metrics, inUse, needEvents }: Fitted): Text {
  if (kept)
    return text(
      "新模型更好，已保存，下次月度任务起使用。",
      "The new one is better; kept, and used from the next run on.",
    );
  if (better)
    return text("新模型更好；只检验，未保存。", "The new one is better; not kept, because this was a dry run.");
  if (metrics.events < needEvents)
    return text(
      `检验样本中只有${metrics.events}次事件，至少需要${needEvents}次才能断定谁更好；继续使用“${inUse.name}”。`,
      `Only ${metrics.events} events were judged on, and it takes ${needEvents} to call one better; "${inUse.name}" stays in use.`,
    );
  return text(
    `现用模型“${inUse.name}”不逊于新模型，不替换。`,
    `"${inUse.name}" is no worse than the new one and stays in use.`,
  );
}

/** From what risk on enterprises of a size are called, red by F0.5 and orange by F2. */
function lineWords({ from, red, orange }: RiskLine): Text {
  const share = (value: number | null) => (value === null ? "—" : value.toFixed(3));
  return text(
    `  ${from}人及以上：风险达${share(red)}为红色，达${share(orange)}为橙色`,
    `  ${from} people and more: red from a risk of ${share(red)}, orange from ${share(orange)}`,
  );
}

/** Why they were judged on more than what is new to both. */
const seenWords = ({ freshEvents, needEvents }: Fitted): Text =>
  text(
    `  （两个模型都未见过的企业月中只有${freshEvents}次事件，少于${needEvents}次，故也用了现用模型拟合时见过的企业月，有利于现用模型）`,
    `  (rows new to both hold ${freshEvents} events, fewer than ${needEvents}, so rows that the model in use was fitted on are judged too, which favours it)`,
  );

/** On enterprises and months that were set aside. */
function said(name: string, { rows, events, averagePrecision, brierSkill, logLoss }: RiskMetrics): Text {
  const number = (value: number | null, digits: number) => (value === null ? "—" : value.toFixed(digits));
  const [ap, skill, loss] = [number(averagePrecision, 3), number(brierSkill, 3), number(logLoss, 4)];
  return text(
    `  ${name}：检验${rows}个企业月、${events}次事件，平均精确率 ${ap}，布赖尔技巧分 ${skill}，对数损失 ${loss}`,
    `  ${name}: judged on ${rows} enterprise-months, ${events} events, average precision ${ap}, Brier skill ${skill}, log loss ${loss}`,
  );
}
