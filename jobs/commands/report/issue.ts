import { dayOf } from "../../../models/instant.ts";
import { type Text, text } from "../../../models/text.ts";
import { noteCommand } from "../../note-command.ts";
import { issueReport } from "../../reports/issue.ts";
import { openSession } from "../../session.ts";
import type { CommandSpec } from "../command.ts";
import { dateOption, optional } from "../values.ts";
import { askedDraft, toWrite } from "./asked-facts.ts";
import { BY, REPORT_OPTIONS } from "./options.ts";
import { FILE_OPTIONS, fileLines, targetOf, writeFiles } from "./write-files.ts";

export const issue: CommandSpec = {
  usage: "report issue",
  summary: text(
    "印发已审核的报告：编发文字号，写出文件，寄给订阅人",
    "issue a reviewed report: it gets its number, its files are written, subscribers are sent it",
  ),
  options: [
    ...REPORT_OPTIONS,
    BY,
    ["--on <YYYY-MM-DD>", text("成文日期（默认今天）", "the date it bears (default today)")],
    ...FILE_OPTIONS,
  ],
  examples: ["wengang report issue --month 2025-12 --out reports-out"],
  run: async (_args, options, context) => {
    const { where, clock, language, environment } = context;
    const target = targetOf(options);
    const on = dateOption(optional(options, "on") ?? dayOf(clock()), "--on");
    const { db, profile } = await openSession(where, false);
    try {
      const draft = await askedDraft(db, profile, options, clock);
      const by = { actor: optional(options, "by") ?? environment.user, at: new Date(clock()).toISOString() };
      const { report, messages } = await issueReport(db, profile, draft, on, by);
      await noteCommand(db, context, { action: "issue", subject: `report:${report.id}`, detail: { messages } });
      const { document, facts } = await toWrite(db, profile, { issued: String(report.id) }, { clock, language });
      const files = await writeFiles(document, target, profile, facts.asOf);
      return {
        lines: [issuedLine(facts.title, document.head.number!, messages), ...fileLines(facts.title, files)],
        json: { report, messages, files, number: document.head.number },
      };
    } finally {
      await db.close();
    }
  },
};

export const issuedLine = (title: Text, number: string, messages: number): Text =>
  text(
    `《${title.zh}》已印发：${number}；待寄 ${messages} 份。`,
    `"${title.en}" was issued: ${number}; ${messages} to be sent.`,
  );
