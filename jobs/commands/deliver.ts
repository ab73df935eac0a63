import { text } from "../../models/text.ts";
import { openSession } from "../session.ts";
import { openSender, tickFully } from "../tick.ts";
import type { CommandSpec } from "./command.ts";

export const deliver: CommandSpec = {
  usage: "deliver",
  summary: text(
    "立即处理一轮：研判动态、逾期升级、到期提醒、分组并发送消息（serve 运行时会自动进行）",
    "one round now: judge events, escalate, remind, group and send messages (serve does it by itself)",
  ),
  options: [],
  examples: ["wengang deliver", "wengang deliver --json"],
  run: async (_args, _options, context) => {
    const { db, profile } = await openSession(context.where, false);
    try {
      const counts = await tickFully(db, profile, await openSender(context), context);
      const n = (name: string) => counts[name] ?? 0;
      return {
        lines: [
          text(
            `研判动态 ${n("judged")} 户，升级通知 ${n("escalated")} 条，到期提醒 ${n("reminders")} 项；组成消息 ${n("messages")} 条，送达 ${n("delivered")}，暂时失败 ${n("temporary")}，地址失效 ${n("permanent")}；未发 ${n("suppressed")}，待发 ${n("waiting")}。`,
            `${n("judged")} enterprises judged, ${n("escalated")} escalated, ${n("reminders")} reminders; ${n("messages")} messages made, ${n("delivered")} delivered, ${n("temporary")} to be tried again, ${n("permanent")} refused for good; ${n("suppressed")} not sent, ${n("waiting")} waiting.`,
          ),
        ],
        json: counts,
      };
    } finally {
      await db.close();
    }
  },
};
