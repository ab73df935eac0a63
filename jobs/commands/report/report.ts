import { text } from "../../../models/text.ts";
import { noteCommand } from "../../note-command.ts";
import { openSession } from "../../session.ts";
import type { CommandSpec } from "../command.ts";
import { toWrite } from "./asked-facts.ts";
import { correct } from "./correct.ts";
import { issue } from "./issue.ts";
import { list } from "./list.ts";
import { REPORT_OPTIONS } from "./options.ts";
import { review } from "./review.ts";
import { subscribeCommand, unsubscribeCommand } from "./subscribe.ts";
import { FILE_OPTIONS, fileLines, targetOf, writeFiles } from "./write-files.ts";

export const report: CommandSpec = {
  usage: "report",
  summary: text(
    "写出报告：月报、调度清单、季通报、半年和年度报告、突发专报，多种格式；已印发的按印发稿写出",
    "write a report: monthly, dispatch list, quarterly, half-year, annual, flash; an issued one as it went out",
  ),
  options: [
    ...REPORT_OPTIONS,
    [
      "--issued <id>",
      text("已印发报告或更正通知的序号，见 report list", "an issued report or correction by its id in report list"),
    ],
    ...FILE_OPTIONS,
  ],
  examples: [
    "wengang report --month 2025-12 --out reports-out",
    "wengang report --month 2025-12 --department miit --format docx,xlsx --out reports-out",
    "wengang report --month 2025-12 --kind quarterly --lang en --format pdf --out reports-out",
    "wengang report --kind flash --event 91500237MA60000084/layoff-plan/2025-11-13 --out reports-out",
  ],
  run: async (_args, options, context) => {
    const { where, clock, language } = context;
    const target = targetOf(options);
    const { db, profile } = await openSession(where, false);
    try {
      const { document, facts, run } = await toWrite(db, profile, options, { clock, language });
      const subject = ["report", facts.kind, facts.month, facts.about].join(":");
      await noteCommand(db, context, { action: "export", subject, detail: { run } });
      const files = await writeFiles(document, target, profile, facts.asOf);
      return {
        lines: fileLines(facts.title, files),
        json: { files, kind: facts.kind, month: facts.month, about: facts.about, run, number: document.head.number },
      };
    } finally {
      await db.close();
    }
  },
};

/** Everything one does with reports on the command line. */
export const reportCommands: readonly CommandSpec[] = [
  report,
  list,
  review,
  issue,
  correct,
  subscribeCommand,
  unsubscribeCommand,
];
