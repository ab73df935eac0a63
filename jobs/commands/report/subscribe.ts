import { Problem } from "../../../models/problem.ts";
import { REPORT_KINDS, type ReportKind } from "../../../models/report-kind.ts";
import { text } from "../../../models/text.ts";
import { scopeOf } from "../../reports/scope.ts";
import { subscribe, unsubscribe } from "../../reports/subscribe.ts";
import { openSession } from "../../session.ts";
import type { CommandSpec } from "../command.ts";
import { numberOption, optional, required } from "../values.ts";
import { formatsOf } from "./write-files.ts";

const MOST = 2_147_483_647;
const MAILED = "docx,pdf,xlsx";

export const subscribeCommand: CommandSpec = {
  usage: "report subscribe",
  summary: text(
    "订阅：某接收人在报告印发时收到哪种报告、哪些格式（附件随邮件寄出）",
    "subscribe a recipient to a kind of report: sent when it is issued, by mail with its files",
  ),
  options: [
    ["--recipient <id>", text("接收人序号，见 recipient list", "the recipient's id in recipient list")],
    ["--kind <kind>", text(`种类：${REPORT_KINDS.join("、")}`, `kind: ${REPORT_KINDS.join(", ")}`), "monthly"],
    ["--department <name>", text("某主管部门的月报", "the monthly report of a department")],
    ["--region <name>", text("某乡镇街道的月报", "the monthly report of a township")],
    ["--format <list>", text("附件格式，逗号分隔", "formats of the files, separated by commas"), MAILED],
  ],
  examples: ["wengang report subscribe --recipient 3 --kind quarterly --format docx,pdf"],
  run: async (_args, options, { where, clock, environment }) => {
    const recipient = numberOption(required(options, "recipient", "--recipient"), "--recipient", 1, MOST);
    const kind = kindOf(optional(options, "kind") ?? "monthly");
    const formats = formatsOf(optional(options, "format") ?? MAILED);
    const { db, profile } = await openSession(where, false);
    try {
      const scope = scopeOf(profile, optional(options, "department"), optional(options, "region"));
      const by = { actor: environment.user, at: new Date(clock()).toISOString() };
      const { name, ...kept } = await subscribe(db, profile, { recipient, kind, scope, formats }, by);
      return { lines: [text(`已订阅（序号 ${kept.id}）：${name}`, `Subscribed (id ${kept.id}): ${name}`)], json: kept };
    } finally {
      await db.close();
    }
  },
};

export const unsubscribeCommand: CommandSpec = {
  usage: "report unsubscribe <id>",
  summary: text("退订", "end a subscription"),
  options: [],
  examples: ["wengang report unsubscribe 2"],
  run: async ([given], _options, { where, clock }) => {
    const id = numberOption(given ?? "", "id", 1, MOST);
    const { db } = await openSession(where, false);
    try {
      await unsubscribe(db, id, new Date(clock()).toISOString());
      return { lines: [text(`已退订（序号 ${id}）。`, `Subscription ${id} is ended.`)], json: { id } };
    } finally {
      await db.close();
    }
  },
};

function kindOf(given: string): ReportKind {
  const kind = REPORT_KINDS.find((one) => one === given);
  if (kind) return kind;
  throw new Problem(
    "usage",
    "kind-unknown",
    text(`--kind 没有“${given}”这一种。`, `--kind has no "${given}".`),
    text(`可用：${REPORT_KINDS.join("、")}。`, `There are: ${REPORT_KINDS.join(", ")}.`),
  );
}
