import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { formatMonth } from "../../models/month.ts";
import { Problem } from "../../models/problem.ts";
import { text } from "../../models/text.ts";
import type { MonthlyFacts } from "../../reports/facts.ts";
import { reportFacts } from "../../src/db/report.ts";
import { latestRun } from "../../src/db/run.ts";
import { monthlyPage } from "../reports/page.ts";
import { openSession } from "../session.ts";
import { explainedStorage } from "../storage.ts";
import { writeAside } from "../write-aside.ts";
import type { CommandSpec } from "./command.ts";
import { monthOption, required } from "./values.ts";

export const report: CommandSpec = {
  usage: "report",
  summary: text(
    "把某月的报告写成网页文件（A4 版式，离线可看）",
    "write a month's report as a web page (A4, works offline)",
  ),
  options: [
    ["--month <YYYY-MM>", text("月份", "the month")],
    ["--out <dir>", text("输出文件夹", "the folder to write to")],
  ],
  examples: ["wengang report --month 2023-12 --out reports-out"],
  run: async (_args, options, { where }) => {
    const month = monthOption(required(options, "month", "--month"), "--month");
    const out = required(options, "out", "--out");
    const { db, profile } = await openSession(where, false);
    try {
      const run = await latestRun(db, month);
      const facts = run && (await reportFacts<MonthlyFacts>(db, { run: run.id, kind: "monthly", scope: "" }));
      if (!facts) throw notYet(formatMonth(month));
      const file = join(out, `monthly-${formatMonth(month)}.html`);
      await explainedStorage(file, async () => {
        await mkdir(out, { recursive: true });
        await writeAside(file, [monthlyPage(facts, profile)]);
      });
      return {
        lines: [text(`已写出 ${file}。`, `Wrote ${file}.`)],
        json: { file, month: formatMonth(month), run: run.id },
      };
    } finally {
      await db.close();
    }
  },
};

const notYet = (month: string): Problem =>
  new Problem(
    "no-data",
    "no-report",
    text(`${month} 还没有报告。`, `There is no report for ${month} yet.`),
    text(`请先执行 wengang run --month ${month}。`, `Run wengang run --month ${month} first.`),
  );
