import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { formatMonth, type Month } from "../../models/month.ts";
import { Problem } from "../../models/problem.ts";
import { text } from "../../models/text.ts";
import type { Db } from "../../src/db/db.ts";
import { latestRun, latestRuns } from "../../src/db/run.ts";
import { type ExportedScore, exportedScores } from "../../src/db/score.ts";
import { openSession } from "../session.ts";
import { explainedStorage } from "../storage.ts";
import type { CommandSpec } from "./command.ts";
import { backwards, monthOption, required } from "./values.ts";

const HEADER = ["enterprise", "month", "headcount", "expected", "lower", "risk", "level"];

export const exportCommand: CommandSpec = {
  usage: "export <what>",
  summary: text(
    "导出评分：export scores（csv：企业代码、月份、人数、预期、下限、风险分、等级）",
    "export scores as csv: enterprise code, month, headcount, expected, lower bound, risk, level",
  ),
  options: [
    ["--from <YYYY-MM>", text("起始月份", "first month")],
    ["--to <YYYY-MM>", text("结束月份（含）", "last month, inclusive")],
    ["--out <file>", text("输出文件", "the file to write")],
  ],
  examples: ["wengang export scores --from 2023-06 --to 2023-12 --out scores.csv"],
  run: async ([what], options, { where }) => {
    if (what !== "scores") throw unknownThing(what ?? "");
    const from = monthOption(required(options, "from", "--from"), "--from");
    const to = monthOption(required(options, "to", "--to"), "--to");
    const out = required(options, "out", "--out");
    if (to < from) throw backwards(formatMonth(from), formatMonth(to));
    const { db, profile } = await openSession(where, false);
    try {
      const levels = profile.levels.map((level) => level.code);
      const count = { rows: 0, months: 0 };
      const done = (await latestRuns(db)).some((run) => run.month >= from && run.month <= to);
      if (!done) throw noRuns(formatMonth(from), formatMonth(to)); // before the file is touched
      await explainedStorage(out, () => writeAside(out, lines(db, from, to, levels, count)));
      return {
        lines: [
          text(
            `已写出 ${out}：${count.months} 个月 ${count.rows} 行。`,
            `Wrote ${out}: ${count.rows} rows over ${count.months} months.`,
          ),
        ],
        json: { out, ...count },
      };
    } finally {
      await db.close();
    }
  },
};

/** Writes beside the target and renames, so that a half-written file is never taken for a whole one. */
async function writeAside(path: string, chunks: AsyncIterable<string>): Promise<void> {
  const aside = `${path}.partial`;
  try {
    await pipeline(Readable.from(chunks), createWriteStream(aside, { flush: true }));
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}

async function* lines(
  db: Db,
  from: Month,
  to: Month,
  levels: readonly string[],
  count: { rows: number; months: number },
) {
  yield `\uFEFF${HEADER.join(",")}\r\n`; // the mark makes Excel read it as UTF-8
  for (let month = from; month <= to; month++) {
    const run = await latestRun(db, month);
    if (!run) continue;
    count.months++;
    const chunks: string[] = [];
    await db.transaction(async (tx) => {
      for await (const block of exportedScores(tx, run.id, 8192)) {
        count.rows += block.length;
        chunks.push(block.map((score) => line(score, formatMonth(month), levels)).join(""));
      }
    });
    yield* chunks;
  }
}

function line(score: ExportedScore, month: string, levels: readonly string[]): string {
  const level = score.level === null ? "" : levels[score.level];
  const cells = [quoted(score.code), month, score.headcount, score.expected, score.lower, score.risk, level];
  return `${cells.map((cell) => cell ?? "").join(",")}\r\n`;
}

/** A code that a spreadsheet could take for a formula or that breaks the row is quoted and disarmed. */
function quoted(code: string): string {
  const disarmed = /^[=+\-@\t\r＝＋－＠]/.test(code) ? `'${code}` : code;
  return /[",\r\n]/.test(disarmed) ? `"${disarmed.replaceAll('"', '""')}"` : disarmed;
}

const unknownThing = (what: string): Problem =>
  new Problem(
    "usage",
    "export-unknown",
    text(`不能导出“${what}”。`, `"${what}" can't be exported.`),
    text("目前支持：scores。", "There is: scores."),
  );

const noRuns = (from: string, to: string): Problem =>
  new Problem(
    "no-data",
    "no-runs",
    text(`${from} 至 ${to} 还没有完成的月度任务。`, `No month from ${from} to ${to} has been run yet.`),
    text(
      `请先执行 wengang run --month ${from} --until ${to}。`,
      `Run wengang run --month ${from} --until ${to} first.`,
    ),
  );
