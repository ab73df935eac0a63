import { type Text, text } from "../../../models/text.ts";
import { recipients, type StoredRecipient } from "../../../src/db/recipient.ts";
import { beAway, beOnDuty, endOn, mend } from "../../recipients/change-recipient.ts";
import { openSession } from "../../session.ts";
import type { CommandSpec } from "../command.ts";
import { dateOption, numberOption, optional, required } from "../values.ts";
import { addCommand } from "./add.ts";

const MOST = 2_147_483_647;

const list: CommandSpec = {
  usage: "recipient list",
  summary: text("列出接收人", "list recipients"),
  options: [],
  examples: ["wengang recipient list"],
  run: async (_args, _options, { where }) => {
    const { db } = await openSession(where, false);
    try {
      const all = await recipients(db);
      return {
        lines: all.length === 0 ? [text("还没有登记接收人。", "There are no recipients yet.")] : all.map(line),
        json: { recipients: all.map(({ address: _, fingerprint: __, ...shown }) => shown) },
      };
    } finally {
      await db.close();
    }
  },
};

function line({ id, desk, name, channel, hint, validFrom, validTo, broken }: StoredRecipient): Text {
  const span = validFrom === null && validTo === null ? "" : `  ${validFrom ?? ""}–${validTo ?? ""}`;
  const bad = broken === null ? text("", "") : text(`  已停用：${broken}`, `  not used: ${broken}`);
  const shown = `${id}  ${desk}  ${name}  ${channel} ${hint}${span}`;
  return text(`${shown}${bad.zh}`, `${shown}${bad.en}`);
}

const end: CommandSpec = {
  usage: "recipient end <id>",
  summary: text("停止向某接收人发送", "send nothing more to a recipient from a day on"),
  options: [["--on <YYYY-MM-DD>", text("最后一天", "last day")]],
  examples: ["wengang recipient end 3 --on 2026-03-31"],
  run: async ([id], options, { where }) => {
    const last = dateOption(required(options, "on", "--on"), "--on");
    const number = numberOption(id ?? "", "id", 1, MOST);
    const { db } = await openSession(where, false);
    try {
      await endOn(db, number, last);
      return {
        lines: [text(`接收人 ${number} 至 ${last} 止。`, `Recipient ${number} until ${last}.`)],
        json: { id: number, last },
      };
    } finally {
      await db.close();
    }
  },
};

const fixed: CommandSpec = {
  usage: "recipient fixed <id>",
  summary: text("地址修好后恢复发送", "the address works again: go on sending"),
  options: [["--reason <text>", text("说明", "what was done")]],
  examples: ["wengang recipient fixed 3 --reason 机器人已重新启用"],
  run: async ([id], options, { where, clock, environment }) => {
    const reason = required(options, "reason", "--reason");
    const recipient = numberOption(id ?? "", "id", 1, MOST);
    const { db } = await openSession(where, false);
    try {
      await mend(db, recipient, { reason, actor: environment.user }, clock());
      return {
        lines: [text(`接收人 ${recipient} 已恢复。`, `Recipient ${recipient} is used again.`)],
        json: { id: recipient },
      };
    } finally {
      await db.close();
    }
  },
};

const SPAN = [
  ["--from <YYYY-MM-DD>", text("开始日期", "first day")],
  ["--until <YYYY-MM-DD>", text("结束日期（含）", "last day")],
] as const;

const away: CommandSpec = {
  usage: "recipient away <id>",
  summary: text("登记外出及代班人", "somebody is away, and who stands in"),
  options: [
    ...SPAN,
    ["--deputy <id>", text("代班接收人编号", "the recipient who stands in")],
    ["--reason <text>", text("原因", "why")],
  ],
  examples: ["wengang recipient away 3 --from 2026-03-02 --until 2026-03-06 --deputy 5 --reason 出差"],
  run: async ([id], options, { where, clock, environment }) => {
    const deputy = optional(options, "deputy");
    const absence = {
      recipient: numberOption(id ?? "", "id", 1, MOST),
      from: dateOption(required(options, "from", "--from"), "--from"),
      until: dateOption(required(options, "until", "--until"), "--until"),
      deputy: deputy === undefined ? null : numberOption(deputy, "--deputy", 1, MOST),
    };
    const { db } = await openSession(where, false);
    try {
      const reason = required(options, "reason", "--reason");
      await beAway(db, absence, { reason, actor: environment.user }, clock());
      return { lines: [text("已登记。", "Kept.")], json: { ...absence } };
    } finally {
      await db.close();
    }
  },
};

const duty: CommandSpec = {
  usage: "recipient duty <id>",
  summary: text("登记休息日值班：红色预警发给值班人", "on duty on days that are not worked: red alerts go there"),
  options: [...SPAN],
  examples: ["wengang recipient duty 3 --from 2026-02-15 --until 2026-02-23"],
  run: async ([id], options, { where, clock, environment }) => {
    const recipient = numberOption(id ?? "", "id", 1, MOST);
    const from = dateOption(required(options, "from", "--from"), "--from");
    const until = dateOption(required(options, "until", "--until"), "--until");
    const { db } = await openSession(where, false);
    try {
      const on = await beOnDuty(db, { recipient, from, until }, environment.user, clock());
      return { lines: [text("已登记。", "Kept.")], json: { ...on } };
    } finally {
      await db.close();
    }
  },
};

/** Who is behind the desks. */
export const recipientCommands: readonly CommandSpec[] = [addCommand, list, end, fixed, away, duty];
