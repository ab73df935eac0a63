import { PAUSE_KINDS, type Pause, type PauseKind } from "../../models/alert/pause.ts";
import { Problem } from "../../models/problem.ts";
import { type Text, text } from "../../models/text.ts";
import { pauses } from "../../src/db/pause.ts";
import { addPause, endPauseEarly } from "../alerts/pause.ts";
import { openSession } from "../session.ts";
import type { CommandSpec, Options } from "./command.ts";
import { dateOption, numberOption, optional, required } from "./values.ts";

const add: CommandSpec = {
  usage: "pause add",
  summary: text("预告一段时间内不提醒（如检修、停产技改）", "announce a stretch without messages, such as an overhaul"),
  options: [
    ["--enterprise <code>", text("企业", "enterprise")],
    ["--industry <code>", text("行业", "industry")],
    ["--region <code>", text("乡镇街道", "town or street")],
    ["--place", text("全部", "everybody")],
    ["--from <YYYY-MM-DD>", text("开始日期", "first day")],
    ["--until <YYYY-MM-DD>", text("结束日期（含）", "last day")],
    ["--reason <text>", text("原因", "why")],
  ],
  examples: [
    "wengang pause add --enterprise 91500237MA60000084 --from 2026-03-01 --until 2026-03-20 --reason 年度检修",
  ],
  run: async (_args, options, { where, clock, environment }) => {
    const { db, profile } = await openSession(where, false);
    try {
      const pause = {
        ...subjectOf(options, profile.place),
        from: dateOption(required(options, "from", "--from"), "--from"),
        until: dateOption(required(options, "until", "--until"), "--until"),
        reason: required(options, "reason", "--reason"),
        actor: environment.user,
      };
      const id = await addPause(db, pause, { profile, clock });
      return { lines: [line({ id, ...pause })], json: { id, ...pause } };
    } finally {
      await db.close();
    }
  },
};

const list: CommandSpec = {
  usage: "pause list",
  summary: text("列出停提醒安排", "list pauses"),
  options: [],
  examples: ["wengang pause list"],
  run: async (_args, _options, { where }) => {
    const { db } = await openSession(where, false);
    try {
      const all = await pauses(db);
      return {
        lines: all.length === 0 ? [text("没有停提醒安排。", "There are no pauses.")] : all.map(line),
        json: { pauses: all },
      };
    } finally {
      await db.close();
    }
  },
};

const end: CommandSpec = {
  usage: "pause end <id>",
  summary: text("提前结束停提醒", "end a pause before its time"),
  options: [["--reason <text>", text("原因", "why")]],
  examples: ["wengang pause end 3 --reason 检修提前完成"],
  run: async ([id], options, { where, clock, environment }) => {
    const reason = required(options, "reason", "--reason");
    const number = numberOption(id ?? "", "id", 1, 2_147_483_647);
    const { db } = await openSession(where, false);
    try {
      await endPauseEarly(db, number, { reason, actor: environment.user, at: clock() });
      return { lines: [text(`已结束停提醒 ${number}。`, `Pause ${number} has ended.`)], json: { id: number } };
    } finally {
      await db.close();
    }
  },
};

function subjectOf(options: Options, place: string): Pick<Pause, "subjectKind" | "subject"> {
  const given = PAUSE_KINDS.filter((kind) => options[kind] !== undefined);
  if (given.length !== 1) throw oneSubject();
  const [kind] = given as [PauseKind];
  return { subjectKind: kind, subject: kind === "place" ? place : optional(options, kind)! };
}

const line = ({ id, subjectKind, subject, from, until, reason, actor }: Pause): Text =>
  text(
    `${id}  ${WORDS[subjectKind].zh}${subject}  ${from} 至 ${until}  ${reason}（${actor}）`,
    `${id}  ${WORDS[subjectKind].en} ${subject}  ${from} to ${until}  ${reason} (${actor})`,
  );

const WORDS: Readonly<Record<PauseKind, Text>> = {
  enterprise: text("企业", "enterprise"),
  industry: text("行业", "industry"),
  region: text("区划", "region"),
  place: text("全部", "all of"),
};

const oneSubject = (): Problem =>
  new Problem(
    "usage",
    "pause-subject",
    text("请给出一个且仅一个停提醒的对象。", "Name one subject to pause, and only one."),
    text(
      "用 --enterprise、--industry、--region 或 --place 之一。",
      "Use one of --enterprise, --industry, --region, --place.",
    ),
  );

export const pauseCommands: readonly CommandSpec[] = [add, list, end];
