import { dayOf } from "../../models/instant.ts";
import { text } from "../../models/text.ts";
import { reportEvent } from "../alerts/report-event.ts";
import { openSession } from "../session.ts";
import type { CommandSpec } from "./command.ts";
import { dateOption, numberOption, optional, required } from "./values.ts";

const add: CommandSpec = {
  usage: "event add",
  summary: text("登记一条企业动态，当场研判", "report an event of an enterprise; it is judged at once"),
  options: [
    ["--enterprise <code>", text("统一社会信用代码", "the enterprise's code")],
    ["--kind <kind>", text("动态类型：代码、名称或常用叫法", "kind of event: its code, name or alias")],
    ["--on <YYYY-MM-DD>", text("发生日期（默认今天）", "day it happened (default today)")],
    ["--people <n>", text("涉及人数", "people concerned")],
    ["--note <text>", text("说明", "what is known")],
  ],
  examples: ["wengang event add --enterprise 91500237MA60000084 --kind 报告裁减人员方案 --people 37"],
  run: async (_args, options, { where, clock, environment }) => {
    const people = optional(options, "people");
    const event = {
      enterprise: required(options, "enterprise", "--enterprise"),
      kind: required(options, "kind", "--kind"),
      on: dateOption(optional(options, "on") ?? dayOf(clock()), "--on"),
      people: people === undefined ? null : numberOption(people, "--people", 1, 10_000_000),
      note: optional(options, "note") ?? null,
    };
    const { db, profile } = await openSession(where, false);
    try {
      const { raised = 0, notices = 0 } = await reportEvent(db, event, { profile, by: environment.user, clock });
      const said =
        raised > 0
          ? text(
              `已录入并研判：发出或升级预警 ${raised} 条，待通知 ${notices} 项。`,
              `Taken in and judged: ${raised} raised, ${notices} notices.`,
            )
          : text("已录入并研判：未达到新的预警等级。", "Taken in and judged: no new level reached.");
      return { lines: [said], json: { ...event, raised, notices } };
    } finally {
      await db.close();
    }
  },
};

export const eventCommands: readonly CommandSpec[] = [add];
