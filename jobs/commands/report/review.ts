import { text } from "../../../models/text.ts";
import { reviewReport } from "../../reports/issue.ts";
import { openSession } from "../../session.ts";
import type { CommandSpec } from "../command.ts";
import { optional } from "../values.ts";
import { askedDraft } from "./asked-facts.ts";
import { BY, REPORT_OPTIONS } from "./options.ts";

export const review: CommandSpec = {
  usage: "report review",
  summary: text("审核定稿：冻结草稿内容，待印发", "say that a draft was read and is right: it is frozen, to be issued"),
  options: [...REPORT_OPTIONS, BY],
  examples: ["wengang report review --month 2025-12", "wengang report review --month 2025-12 --kind quarterly"],
  run: async (_args, options, { where, clock, environment }) => {
    const { db, profile } = await openSession(where, false);
    try {
      const draft = await askedDraft(db, profile, options, clock);
      const by = { actor: optional(options, "by") ?? environment.user, at: new Date(clock()).toISOString() };
      const report = await reviewReport(db, profile, draft, by);
      const { title } = draft.facts;
      return {
        lines: [
          text(
            `《${title.zh}》已由${by.actor}审核定稿。下一步：wengang report issue。`,
            `"${title.en}" was reviewed by ${by.actor}. Next: wengang report issue.`,
          ),
        ],
        json: { report },
      };
    } finally {
      await db.close();
    }
  },
};
