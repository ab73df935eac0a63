import { rowOf } from "../../models/fill-panel.ts";
import { formatMonth } from "../../models/month.ts";
import { Problem } from "../../models/problem.ts";
import { text } from "../../models/text.ts";
import { isSimulated } from "../../src/db/batch.ts";
import type { Db } from "../../src/db/db.ts";
import { latestRuns, type Run } from "../../src/db/run.ts";
import { type ExportedScore, exportedScores } from "../../src/db/score.ts";
import { FULL_HEADER, fullCells } from "../explain/full-rows.ts";
import { type ScoredAgain, scoredAgain } from "../explain/scored-again.ts";
import { noteCommand } from "../note-command.ts";
import { openSession } from "../session.ts";
import { explainedStorage } from "../storage.ts";
import { writeAside } from "../write-aside.ts";
import type { CommandSpec } from "./command.ts";
import { backwards, monthOption, required } from "./values.ts";

const HEADER = ["enterprise", "month", "headcount", "expected", "lower", "risk", "level"];
/** Behind the others, and only where simulated deliveries had a part: every row then says so, wherever it is copied to. */
const MARK = { header: "data", simulated: "模拟数据", actual: "实际数据" };

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
    [
      "--full",
      text("另加评分的全部依据（逐月重新计算）", "add all that scores are made of (each month is computed anew)"),
    ],
  ],
  examples: [
    "wengang export scores --from 2023-06 --to 2023-12 --out scores.csv",
    "wengang export scores --from 2023-12 --to 2023-12 --out full.csv --full",
  ],
  run: async ([what], options, context) => {
    if (what !== "scores") throw unknownThing(what ?? "");
    const from = monthOption(required(options, "from", "--from"), "--from");
    const to = monthOption(required(options, "to", "--to"), "--to");
    const out = required(options, "out", "--out");
    if (to < from) throw backwards(formatMonth(from), formatMonth(to));
    const { db, profile } = await openSession(context.where, false);
    try {
      const fullOf = options.full === true ? (run: Run) => scoredAgain(db, run, profile, context.workers) : null;
      const levels = profile.levels.map((level) => level.code);
      const count = { rows: 0, months: 0 };
      const runs = (await latestRuns(db)).filter((run) => run.month >= from && run.month <= to);
      if (runs.length === 0) throw noRuns(formatMonth(from), formatMonth(to)); // before the file is touched
      const simulated = new Set<number>();
      for (const run of runs) if (await isSimulated(db, run.vintage)) simulated.add(run.id);
      const detail = { from: formatMonth(from), to: formatMonth(to) };
      await noteCommand(db, context, { action: "export", subject: "scores", detail }); // before anything leaves
      await explainedStorage(out, () => writeAside(out, lines(db, { runs, simulated, levels, fullOf }, count)));
      return {
        lines: [
          text(
            `已写出 ${out}：${count.months} 个月 ${count.rows} 行${simulated.size > 0 ? "（模拟数据，见 data 列）" : ""}。`,
            `Wrote ${out}: ${count.rows} rows over ${count.months} months${simulated.size > 0 ? " (simulated data, see column data)" : ""}.`,
          ),
        ],
        json: { out, ...count, simulated: simulated.size > 0 },
      };
    } finally {
      await db.close();
    }
  },
};

interface Sheet {
  readonly runs: readonly Run[];
  readonly simulated: ReadonlySet<number>;
  readonly levels: readonly string[];
  /** What a run was made of, where that is asked for. */
  readonly fullOf: ((run: Run) => Promise<ScoredAgain>) | null;
}

async function* lines(db: Db, { runs, simulated, levels, fullOf }: Sheet, count: { rows: number; months: number }) {
  const marked = simulated.size > 0;
  const header = [...HEADER, ...(fullOf ? FULL_HEADER : []), ...(marked ? [MARK.header] : [])];
  yield `\uFEFF${header.join(",")}\r\n`; // the mark makes Excel read it as UTF-8
  for (const run of runs) {
    count.months++;
    const mark = marked ? [simulated.has(run.id) ? MARK.simulated : MARK.actual] : [];
    const again = fullOf && (await fullOf(run));
    const chunks: string[] = [];
    await db.transaction(async (tx) => {
      for await (const block of exportedScores(tx, run.id, 8192)) {
        count.rows += block.length;
        chunks.push(block.map((score) => line(score, run, levels, again, mark)).join(""));
      }
    });
    yield* chunks;
  }
}

function line(
  score: ExportedScore,
  { month }: Run,
  levels: readonly string[],
  again: ScoredAgain | null,
  mark: readonly string[],
): string {
  const level = score.level === null ? "" : levels[score.level]!;
  const short = [score.code, formatMonth(month), score.headcount, score.expected, score.lower, score.risk, level];
  const full = again ? fullCells(score, rowOf(again.columns, score.enterprise), again) : [];
  return `${[...short, ...full, ...mark].map((cell) => (typeof cell === "string" ? quoted(cell) : (cell ?? ""))).join(",")}\r\n`;
}

/** Text that a spreadsheet could take for a formula or that breaks the row is quoted and disarmed. */
function quoted(value: string): string {
  const disarmed = /^[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value;
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
