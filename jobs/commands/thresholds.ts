import { formatMonth } from "../../models/month.ts";
import { Problem } from "../../models/problem.ts";
import { type Text, text } from "../../models/text.ts";
import { stateOf, type ThresholdVersion, VERSION_STATES } from "../../models/threshold-version.ts";
import type { Db } from "../../src/db/db.ts";
import { thresholdsIn } from "../../src/db/threshold-set.ts";
import {
  restoreVersion,
  saveVersion,
  stepVersion,
  thresholdVersions,
  type VersionDeed,
} from "../../src/db/threshold-version.ts";
import { thresholdFile } from "../backtest/threshold-file.ts";
import { noteCommand } from "../note-command.ts";
import { openSession } from "../session.ts";
import type { CommandContext, CommandSpec, Options } from "./command.ts";
import { monthOption, optional, required } from "./values.ts";

const BY = ["--by <name>", text("操作人（默认当前登录名）", "who does it (default: login name)")] as const;
const WHY = ["--reason <text>", text("理由", "why")] as const;

const list: CommandSpec = {
  usage: "thresholds list",
  summary: text("列出阈值方案的各版本及状态", "list the versions of the threshold set and their states"),
  options: [],
  examples: ["wengang thresholds list"],
  run: async (_args, _options, { where }) => {
    const { db } = await openSession(where, false);
    try {
      const versions = await thresholdVersions(db);
      return {
        lines: versions.map(versionLine),
        json: {
          versions: versions.map((one) => ({ ...one, validFrom: formatMonth(one.validFrom), state: stateOf(one) })),
        },
      };
    } finally {
      await db.close();
    }
  },
};

const save: CommandSpec = {
  usage: "thresholds save <file>",
  summary: text("把阈值文件保存为待审核的新版本", "save a threshold file as a version to be reviewed"),
  options: [["--from <YYYY-MM>", text("生效月份", "in force from this month on")], WHY, BY],
  examples: [
    "wengang backtest --print-thresholds > mine.json",
    'wengang thresholds save mine.json --from 2026-01 --reason "少漏小企业" --by 张三',
  ],
  run: async ([file], options, context) => {
    const from = monthOption(required(options, "from", "--from"), "--from");
    const deed = deedOf(options, context, required(options, "reason", "--reason"));
    const { db, profile } = await openSession(context.where, false);
    try {
      const own = (await thresholdsIn(db, from))?.set ?? profile.thresholds;
      const set = await thresholdFile(file!, profile, own);
      const id = await db.transaction((tx) => saveVersion(tx, set, from, deed));
      await noted(db, context, "save", id, deed);
      return { lines: [await lineOf(db, id)], json: { id } };
    } finally {
      await db.close();
    }
  },
};

interface Deed {
  readonly name: "approve" | "withdraw" | "roll-back";
  readonly summary: Text;
  readonly usual: string;
  /** Returns the version that it leaves behind. */
  work(tx: Db, version: number, deed: VersionDeed): Promise<number>;
}

const stepped = (step: "approved" | "withdrawn") => async (tx: Db, version: number, deed: VersionDeed) => {
  await stepVersion(tx, version, step, deed);
  return version;
};

const DEEDS: readonly Deed[] = [
  {
    ...{ name: "approve", usual: "审核通过", work: stepped("approved") },
    summary: text("审核通过一个版本（须由保存者以外的人）", "approve a version (not by who saved it)"),
  },
  {
    ...{ name: "withdraw", usual: "撤回", work: stepped("withdrawn") },
    summary: text("撤回一个尚未使用的版本", "withdraw a version that no month was run with"),
  },
  {
    ...{ name: "roll-back", usual: "恢复以前的版本", work: restoreVersion },
    summary: text("自下一个月起恢复以前的版本", "take an earlier version up again from the next month on"),
  },
];

const deedCommand = ({ name, summary, usual, work }: Deed): CommandSpec => ({
  ...{ usage: `thresholds ${name} <version>`, summary, options: [WHY, BY] },
  examples: [`wengang thresholds ${name} 2 --by 李四`],
  run: async ([version], options, context) => {
    const number = numbered(version!);
    const deed = deedOf(options, context, optional(options, "reason") ?? usual);
    const { db } = await openSession(context.where, false);
    try {
      const id = await db.transaction((tx) => work(tx, number, deed));
      await noted(db, context, name, number, deed);
      return { lines: [await lineOf(db, id)], json: { id } };
    } finally {
      await db.close();
    }
  },
});

const noted = (
  db: Db,
  context: CommandContext,
  name: Deed["name"] | "save",
  id: number,
  { actor, reason }: VersionDeed,
) =>
  noteCommand(db, context, {
    action: `threshold-${name}`,
    subject: `threshold-set:${id}`,
    detail: { by: actor, reason },
  });

const deedOf = (options: Options, { clock, environment }: CommandContext, reason: string): VersionDeed => ({
  ...{ reason, actor: optional(options, "by") ?? environment.user },
  at: new Date(clock()).toISOString(),
});

function numbered(version: string): number {
  if (/^\d{1,9}$/.test(version)) return Number(version);
  throw new Problem(
    "usage",
    "threshold-version-wrong",
    text(`版本“${version}”不是编号。`, `Version "${version}" is not a number.`),
    text("编号见 wengang thresholds list。", "wengang thresholds list shows the numbers."),
  );
}

const lineOf = async (db: Db, id: number): Promise<Text> =>
  versionLine((await thresholdVersions(db)).find((one) => one.id === id)!);

function versionLine(version: ThresholdVersion): Text {
  const { id, name, validFrom, author, reason } = version;
  const state = VERSION_STATES[stateOf(version)];
  const from = formatMonth(validFrom);
  return text(
    `${id}　${name}　${from}起　${state.zh}　${author}：${reason}`,
    `${id}  ${name}  from ${from}  ${state.en}  ${author}: ${reason}`,
  );
}

/** What the page of thresholds does, for scripts. */
export const thresholdCommands: readonly CommandSpec[] = [list, save, ...DEEDS.map(deedCommand)];
