import { formatMonth, type Month } from "../../models/month.ts";
import type { RegimeChange, RegimeKind } from "../../models/regime.ts";
import { type Text, text } from "../../models/text.ts";
import type { Db } from "../../src/db/db.ts";
import { keepRegimeChange, regimeChanges } from "../../src/db/regime.ts";
import { latestRuns } from "../../src/db/run.ts";
import { openSession } from "../session.ts";
import type { CommandSpec } from "./command.ts";
import { monthOption, optional, required } from "./values.ts";

const NAMES: Readonly<Record<RegimeKind, Text>> = {
  "rules-only": text("只用规则预警", "rules only"),
  normal: text("恢复常规预警", "as usual"),
};

interface Switch {
  readonly kind: RegimeKind;
  readonly summary: Text;
  readonly example: string;
}

function switchCommand({ kind, summary, example }: Switch): CommandSpec {
  return {
    usage: `regime ${kind}`,
    summary,
    options: [
      ["--from <YYYY-MM>", text("自该月起", "from this month on")],
      ["--reason <text>", text("原因（写入报告）", "why; the report prints it")],
      ["--by <name>", text("操作人（默认当前登录名）", "who does it (default: login name)")],
    ],
    examples: [example],
    run: async (_args, options, { where, clock, environment }) => {
      const from = monthOption(required(options, "from", "--from"), "--from");
      const reason = required(options, "reason", "--reason");
      const actor = optional(options, "by") ?? environment.user;
      const { db } = await openSession(where, false);
      try {
        const at = new Date(clock()).toISOString();
        const change = await keepRegimeChange(db, { kind, from, reason, actor, at });
        const again = await runSince(db, from);
        return {
          lines: [regimeLine(change), ...runAgain(again)],
          json: { ...change, from: formatMonth(from), runAgain: again },
        };
      } finally {
        await db.close();
      }
    },
  };
}

const list: CommandSpec = {
  usage: "regime list",
  summary: text("列出只用规则预警的历次切换", "list the switches between rules only and as usual"),
  options: [],
  examples: ["wengang regime list"],
  run: async (_args, _options, { where }) => {
    const { db } = await openSession(where, false);
    try {
      const changes = await regimeChanges(db);
      return {
        lines:
          changes.length === 0
            ? [text("从未切换，一直为常规预警。", "Never switched: as usual.")]
            : changes.map(regimeLine),
        json: { changes: changes.map((change) => ({ ...change, from: formatMonth(change.from) })) },
      };
    } finally {
      await db.close();
    }
  },
};

/** Months that were run before anybody said so: they stay as they are until they are run again. */
const runSince = async (db: Db, from: Month): Promise<string[]> =>
  (await latestRuns(db)).filter(({ month }) => month >= from).map(({ month }) => formatMonth(month));

const runAgain = (months: readonly string[]): Text[] =>
  months.length === 0
    ? []
    : [
        text(
          `${months.join("、")}已执行过，重新执行（wengang run --month ${months[0]} --until ${months.at(-1)}）后才适用。`,
          `${months.join(", ")} have been run: it holds for them once they are run again (wengang run --month ${months[0]} --until ${months.at(-1)}).`,
        ),
      ];

export const regimeLine = ({ kind, from, reason, actor }: RegimeChange): Text =>
  text(
    `${formatMonth(from)}起${NAMES[kind].zh}：${reason}（${actor}）`,
    `${formatMonth(from)} on, ${NAMES[kind].en}: ${reason} (${actor})`,
  );

/** When what the model foretells can't be trusted, alerts rest on what happened alone; announced in each report. */
export const regimeCommands: readonly CommandSpec[] = [
  switchCommand({
    kind: "rules-only",
    summary: text(
      "自某月起只用规则预警，不用风险评分",
      "from a month on alert by facts alone, not by the foretold risk",
    ),
    example: 'wengang regime rules-only --from 2020-02 --reason "疫情期间历史规律失效"',
  }),
  switchCommand({
    kind: "normal",
    summary: text("自某月起恢复常规预警", "from a month on alert as usual"),
    example: 'wengang regime normal --from 2021-07 --reason "模型已用新数据重新拟合"',
  }),
  list,
];
