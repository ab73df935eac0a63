import { dayOf } from "../../../models/instant.ts";
import { text } from "../../../models/text.ts";
import { correctReport } from "../../reports/correct.ts";
import { openSession } from "../../session.ts";
import type { CommandSpec } from "../command.ts";
import { dateOption, optional } from "../values.ts";
import { askedDraft, toWrite } from "./asked-facts.ts";
import { issuedLine } from "./issue.ts";
import { REPORT_OPTIONS } from "./options.ts";
import { FILE_OPTIONS, fileLines, targetOf, writeFiles } from "./write-files.ts";

export const correct: CommandSpec = {
  usage: "report correct",
  summary: text(
    "更正已印发的报告：后来的数据使所印数字变化超过界限的，印发更正通知",
    "issue a correction where later data changes printed numbers of an issued report beyond the bound",
  ),
  options: [
    ...REPORT_OPTIONS,
    ["--on <YYYY-MM-DD>", text("成文日期（默认今天）", "the date it bears (default today)")],
    ...FILE_OPTIONS,
  ],
  examples: ["wengang report correct --month 2025-12 --out reports-out"],
  run: async (_args, options, { where, clock, language, environment }) => {
    const target = targetOf(options);
    const on = dateOption(optional(options, "on") ?? dayOf(clock()), "--on");
    const { db, profile } = await openSession(where, false);
    try {
      const draft = await askedDraft(db, profile, options, clock);
      const by = { actor: environment.user, at: new Date(clock()).toISOString() };
      const corrected = await correctReport(db, profile, draft, on, by);
      if (corrected === null) return { lines: [UNCHANGED], json: { report: null, changes: 0 } };
      const { report, messages, facts } = corrected;
      const { document } = await toWrite(db, profile, { issued: String(report.id) }, { clock, language });
      const changed = facts.changes.length + (facts.passages?.length ?? 0) + facts.more;
      const files = await writeFiles(document, target, profile, facts.asOf);
      return {
        lines: [issuedLine(facts.title, document.head.number!, messages), ...fileLines(facts.title, files)],
        json: { report, messages, files, number: document.head.number, changes: changed },
      };
    } finally {
      await db.close();
    }
  },
};

const UNCHANGED = text(
  "所印数字没有超过界限的变化，不需要更正。",
  "No printed number changed beyond the bound: there is nothing to correct.",
);
