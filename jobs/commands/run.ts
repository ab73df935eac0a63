import { formatMonth } from "../../models/month.ts";
import { rulesOnly } from "../../models/regime.ts";
import { type Text, text } from "../../models/text.ts";
import { regimeChanges } from "../../src/db/regime.ts";
import { dateInShanghai } from "../clock.ts";
import { holderName } from "../holder.ts";
import { pullSources } from "../pull.ts";
import { type OrderedOutcome, runInOrder } from "../run/in-order.ts";
import { showSteps } from "../run/steps-progress.ts";
import { openSession } from "../session.ts";
import type { CommandSpec } from "./command.ts";
import { backwards, dateOption, monthOption, optional, required } from "./values.ts";

export const run: CommandSpec = {
  usage: "run",
  summary: text(
    "执行月度任务：取数、检查、序列、评分、行业、预警、报告",
    "run a month: pull, check, series, score, industries, decide, report",
  ),
  options: [
    ["--month <YYYY-MM>", text("月份", "the month")],
    ["--until <YYYY-MM>", text("依次执行到该月（含）", "go on month by month to this one, inclusive")],
    [
      "--as-of <date>",
      text("只使用该日已知的数据（默认今天）", "look only at what was known on this date (default today)"),
    ],
  ],
  examples: [
    "wengang run --month 2025-03",
    "wengang run --month 2023-06 --until 2023-12",
    "wengang run --month 2025-03 --as-of 2025-04-10",
  ],
  run: async (_args, options, context) => {
    const month = monthOption(required(options, "month", "--month"), "--month");
    const until = monthOption(optional(options, "until") ?? formatMonth(month), "--until");
    if (until < month) throw backwards(formatMonth(month), formatMonth(until));
    const today = dateInShanghai(context.clock());
    const asOf = dateOption(optional(options, "asOf") ?? today, "--as-of");
    const { db, profile } = await openSession(context.where, false);
    const { clock, workers, signal, environment, progress } = context;
    try {
      const pulled = await pullSources(db, profile, { today, environment, signal, progress }); // once, however many months
      const order = { profile, asOf, holder: holderName(), workers, clock, signal, pull: async () => pulled };
      const months = Array.from({ length: until - month + 1 }, (_, i) => month + i);
      const outcomes = await runInOrder(db, months, order, showSteps(process.stderr, clock));
      const switched = new Set((await regimeChanges(db)).filter(rulesOnly).map(({ id }) => id));
      const byRules = ({ run: { regimeId } }: OrderedOutcome) => regimeId !== null && switched.has(regimeId);
      return {
        lines: outcomes.map((outcome) => describe(outcome, byRules(outcome))),
        json: { runs: outcomes.map((outcome) => toJson(outcome, byRules(outcome))) },
      };
    } finally {
      await db.close();
    }
  },
};

function describe(outcome: OrderedOutcome, byRules: boolean): Text {
  const { run, changed, steps } = outcome;
  const { vintage } = run;
  const name = nameOf(outcome, byRules);
  if (!changed)
    return text(
      `${name.zh}：数据（截至 ${vintage.publishedOn}）与阈值均无变化，结果保持不变。`,
      `${name.en}: same data (known by ${vintage.publishedOn}) and thresholds as before; nothing changed.`,
    );
  const score = steps.get("score")?.counts ?? {};
  const decide = steps.get("decide")?.counts ?? {};
  const n = (value: number | undefined) => value ?? 0;
  return text(
    `${name.zh}：评分 ${n(score.scored)} 户，数据不足 ${n(score.tooShort)} 户，未报 ${n(score.silent)} 户；在警 ${n(decide.open)} 条（新开 ${n(decide.opened)}，升级 ${n(decide.raised)}，降级 ${n(decide.downgraded)}，解除 ${n(decide.closed)}，撤回 ${n(decide.withdrawn)}）。`,
    `${name.en}: ${n(score.scored)} scored, ${n(score.tooShort)} too short, ${n(score.silent)} silent; ${n(decide.open)} alerts open (${n(decide.opened)} opened, ${n(decide.raised)} raised, ${n(decide.downgraded)} downgraded, ${n(decide.closed)} closed, ${n(decide.withdrawn)} withdrawn).`,
  );
}

function nameOf({ run: { month }, followed }: OrderedOutcome, byRules: boolean): Text {
  const why = [
    ...(followed ? [text("此前月份已重算，随之重算", "made anew, as a month before it was")] : []),
    ...(byRules ? [text("只用规则预警", "alerts by rules only")] : []),
  ];
  const name = formatMonth(month);
  if (why.length === 0) return text(name, name);
  return text(`${name}（${why.map(({ zh }) => zh).join("；")}）`, `${name} (${why.map(({ en }) => en).join("; ")})`);
}

const toJson = ({ run, changed, followed, steps }: OrderedOutcome, byRules: boolean) => ({
  month: formatMonth(run.month),
  run: run.id,
  asOf: run.asOf,
  vintage: run.vintage,
  rulesOnly: byRules,
  changed,
  followed,
  steps: Object.fromEntries(steps),
});
