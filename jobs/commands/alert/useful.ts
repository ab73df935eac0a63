import { feedbackReason } from "../../../models/case/feedback-reason.ts";
import { text } from "../../../models/text.ts";
import { keepFeedback } from "../../../src/db/alert-feedback.ts";
import { alertNumbered } from "../../../src/db/alert-life.ts";
import { noSuchAlert } from "../../alerts/act.ts";
import { openSession } from "../../session.ts";
import type { CommandSpec } from "../command.ts";
import { optional, required } from "../values.ts";

/** The answer to "was this alert useful?": a reason, which says yes or no by itself. */
export const usefulCommand: CommandSpec = {
  usage: "alert useful <number>",
  summary: text("这条预警有用吗？记录评价及理由", "was this alert useful? keep the answer and its reason"),
  options: [
    ["--reason <code>", text("理由（见 --help 示例；填错会列出全部）", "the reason; a wrong one lists them all")],
    ["--note <text>", text("说明", "more about it")],
    ["--by <name>", text("评价人（默认当前登录名）", "who says so (default: login name)")],
  ],
  examples: [
    "wengang alert useful YJ2025-12-00012 --reason early",
    "wengang alert useful YJ2025-12-00012 --reason season",
  ],
  run: async ([number], options, { where, clock, environment }) => {
    const code = required(options, "reason", "--reason");
    const { db, profile } = await openSession(where, false);
    try {
      const alert = await alertNumbered(db, number ?? "");
      if (!alert) throw noSuchAlert(number ?? "");
      const { useful, name } = feedbackReason(profile.casework.feedback, code);
      const actor = optional(options, "by") ?? environment.user;
      const at = new Date(clock()).toISOString();
      await keepFeedback(db, {
        alert: alert.id,
        actor,
        at,
        useful,
        reason: code,
        note: optional(options, "note") ?? null,
      });
      const said = useful ? text("有用", "useful") : text("无用", "not useful");
      return {
        lines: [text(`${alert.number}：${said.zh}（${name.zh}）`, `${alert.number}: ${said.en} (${name.en})`)],
        json: { number: alert.number, useful, reason: code },
      };
    } finally {
      await db.close();
    }
  },
};
