import { formatMonth } from "../../../models/month.ts";
import { text } from "../../../models/text.ts";
import { newestDecision } from "../../../src/db/alert.ts";
import { alertList, alertNumbered, changesOf } from "../../../src/db/alert-life.ts";
import { caseOfAlert } from "../../../src/db/case.ts";
import { namesOf } from "../../../src/db/register.ts";
import { toldOf } from "../../../src/db/told.ts";
import { noSuchAlert } from "../../alerts/act.ts";
import { openSession } from "../../session.ts";
import type { CommandSpec } from "../command.ts";
import { optional } from "../values.ts";
import { actCommand } from "./act-command.ts";
import { alertLine, changeLine, toldLine } from "./alert-words.ts";
import { usefulCommand } from "./useful.ts";

const list: CommandSpec = {
  usage: "alert list",
  summary: text("列出预警（默认未办结的）", "list alerts (default: those that are open)"),
  options: [
    ["--all", text("包括已办结的", "closed ones too")],
    ["--level <code>", text("只列某一等级", "of one level only")],
    ["--enterprise <code>", text("只列某一企业", "of one enterprise only")],
  ],
  examples: ["wengang alert list", "wengang alert list --level red --json"],
  run: async (_args, options, { where }) => {
    const { db, profile } = await openSession(where, false);
    try {
      const found = await alertList(db, {
        ...(options.all === true ? {} : { open: true }),
        ...{ level: optional(options, "level"), subject: optional(options, "enterprise") },
      });
      const names = await namesOf(
        db,
        found.map(({ subject }) => subject),
      );
      const nameOf = (subject: string) =>
        names.get(subject) ?? (subject === profile.place ? profile.title.zh : subject);
      const none = text("没有符合条件的预警。", "No such alert.");
      const lines = found.map((alert) => alertLine(alert, nameOf(alert.subject), profile));
      return { lines: lines.length === 0 ? [none] : lines, json: { alerts: found } };
    } finally {
      await db.close();
    }
  },
};

const show: CommandSpec = {
  usage: "alert show <number>",
  summary: text("查看一条预警：原因、经过、通知了谁", "one alert: why, what happened, who was told"),
  options: [],
  examples: ["wengang alert show YJ2025-12-00012"],
  run: async ([number], _options, { where }) => {
    const { db, profile } = await openSession(where, false);
    try {
      const alert = await alertNumbered(db, number ?? "");
      if (!alert) throw noSuchAlert(number ?? "");
      const names = await namesOf(db, [alert.subject]);
      const decision = await newestDecision<{ zh: string; en: string }>(db, alert.id);
      const changes = await changesOf(db, alert.id);
      const told = await toldOf(db, alert.id);
      const inCase = await caseOfAlert(db, alert.id);
      return {
        lines: [
          alertLine(alert, names.get(alert.subject) ?? profile.title.zh, profile),
          text(
            `  企业代码 ${alert.subject}，${formatMonth(alert.openedMonth)} 起`,
            `  ${alert.subject}, since ${formatMonth(alert.openedMonth)}`,
          ),
          ...(decision ? [text(`  ${decision.explanation.zh}`, `  ${decision.explanation.en}`)] : []),
          ...(inCase === null ? [] : [text(`  处置案件 ${inCase}`, `  case ${inCase}`)]),
          text("经过：", "What happened:"),
          ...changes.map((change) => changeLine(change, profile)),
          text("通知：", "Who was told:"),
          ...(told.length === 0 ? [text("  尚无", "  nobody yet")] : told.map(toldLine)),
        ],
        json: { ...alert, decision, case: inCase, changes, told },
      };
    } finally {
      await db.close();
    }
  },
};

/** Everything one does with alerts on the command line. */
export const alertCommands: readonly CommandSpec[] = [
  list,
  show,
  actCommand({
    ...{ name: "ack", action: "acknowledge", takes: [], example: "YJ2025-12-00012" },
    summary: text("签收预警", "acknowledge alerts"),
  }),
  actCommand({
    ...{ name: "take", action: "take", takes: [], example: "YJ2025-12-00012 --by 王小明" },
    summary: text("着手处置，并为企业立案", "take alerts in hand; opens the enterprise's case"),
  }),
  actCommand({
    ...{ name: "assign", action: "assign", takes: ["owner", "reason"], example: "YJ2025-12-00012 --to 王小明" },
    summary: text("指派负责人", "say who is to handle alerts"),
  }),
  actCommand({
    ...{
      name: "snooze",
      action: "snooze",
      takes: ["until", "reason"],
      example: "YJ2025-12-00012 --until 2026-03-31 --reason 设备检修",
    },
    summary: text("暂缓提醒至某日", "no messages about alerts until a day"),
  }),
  actCommand({
    ...{ name: "wake", action: "wake", takes: ["reason"], example: "YJ2025-12-00012" },
    summary: text("恢复提醒", "messages again"),
  }),
  actCommand({
    ...{ name: "comment", action: "comment", takes: ["reason"], example: "YJ2025-12-00012 --reason 已电话核实" },
    summary: text("写备注", "write a comment"),
  }),
  actCommand({
    ...{
      name: "close",
      action: "close",
      takes: ["outcome", "reason"],
      example: "YJ2025-12-00012 --outcome data-error --reason 漏报已更正",
    },
    summary: text("办结预警", "close alerts with an outcome"),
  }),
  actCommand({
    ...{ name: "reopen", action: "reopen", takes: ["reason"], example: "YJ2025-12-00012 --reason 误操作" },
    summary: text("重新处置已办结的预警", "reopen alerts that a person closed"),
  }),
  usefulCommand,
];
