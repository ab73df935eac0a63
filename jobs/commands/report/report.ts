import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Problem } from "../../../models/problem.ts";
import { text } from "../../../models/text.ts";
import { documentOf } from "../../../reports/document-of.ts";
import { FORMATS, type Format, filesOf } from "../../reports/formats.ts";
import { openSession } from "../../session.ts";
import { explainedStorage } from "../../storage.ts";
import { writeAside } from "../../write-aside.ts";
import type { CommandSpec } from "../command.ts";
import { optional, required } from "../values.ts";
import { askedFacts } from "./asked-facts.ts";
import { SCOPE_OPTIONS } from "./options.ts";

const DEFAULT_FORMATS = "docx,pdf,xlsx,html";

export const report: CommandSpec = {
  usage: "report",
  summary: text(
    "写出报告：月报、调度清单、季通报、半年和年度报告、突发专报，多种格式",
    "write a report: monthly, dispatch list, quarterly, half-year, annual, flash; in several formats",
  ),
  options: [
    ...SCOPE_OPTIONS,
    [
      "--format <list>",
      text(`格式，逗号分隔：${FORMATS.join("、")}`, `formats, separated by commas: ${FORMATS.join(", ")}`),
      DEFAULT_FORMATS,
    ],
    ["--out <dir>", text("输出文件夹", "the folder to write to")],
  ],
  examples: [
    "wengang report --month 2025-12 --out reports-out",
    "wengang report --month 2025-12 --kind monthly --department miit --format docx,xlsx --out reports-out",
    "wengang report --month 2025-12 --kind quarterly --lang en --format pdf --out reports-out",
    "wengang report --kind flash --event 91500237MA60000084/layoff-plan/2025-11-13 --out reports-out",
  ],
  run: async (_args, options, { where, clock, language }) => {
    const formats = formatsOf(optional(options, "format") ?? DEFAULT_FORMATS);
    const out = required(options, "out", "--out");
    const { db, profile } = await openSession(where, false);
    try {
      const { facts, run } = await askedFacts(db, profile, options, clock);
      const document = documentOf(facts, language, null);
      const files: string[] = [];
      await explainedStorage(out, async () => {
        await mkdir(out, { recursive: true });
        for (const format of formats)
          for (const { name, bytes } of await filesOf(document, format, profile, facts.asOf)) {
            await writeAside(join(out, name), [bytes]);
            files.push(join(out, name));
          }
      });
      return {
        lines: [
          text(`已写出《${facts.title.zh}》：`, `Wrote "${facts.title.en}":`),
          ...files.map((file) => text(`  ${file}`, `  ${file}`)),
        ],
        json: { files, kind: facts.kind, month: facts.month, about: facts.about, run: run?.id ?? null },
      };
    } finally {
      await db.close();
    }
  },
};

export function formatsOf(list: string): readonly Format[] {
  const asked = list.split(",").map((name) => name.trim());
  const wrong = asked.find((name) => !FORMATS.includes(name as Format));
  if (wrong === undefined) return [...new Set(asked as Format[])];
  throw new Problem(
    "usage",
    "format-unknown",
    text(`--format 不支持“${wrong}”。`, `--format has no "${wrong}".`),
    text(`可用：${FORMATS.join("、")}。`, `There are: ${FORMATS.join(", ")}.`),
  );
}
