import { Problem } from "../../models/problem.ts";
import { type Text, text } from "../../models/text.ts";
import { auditRows, verifyAudit } from "../../src/db/audit/audit.ts";
import { type Anchor, anchorWords, CHAIN_START, parseAnchor } from "../../src/db/audit/chain.ts";
import { type ChainCheck, FAULT_WORDS } from "../../src/db/audit/check-chain.ts";
import type { Db } from "../../src/db/db.ts";
import { EXIT } from "../exit.ts";
import { noteCommand } from "../note-command.ts";
import { openSession } from "../session.ts";
import { explainedStorage } from "../storage.ts";
import { writeAside } from "../write-aside.ts";
import type { CommandContext, CommandSpec, Options } from "./command.ts";
import { optional, required } from "./values.ts";

export const audit: CommandSpec = {
  usage: "audit <task>",
  summary: text(
    "审计记录：verify 核对哈希链，export 导出（每行一个 JSON）",
    "the audit log: verify its chain of hashes, export it as one json object a line",
  ),
  options: [
    [
      "--since <position:hash>",
      text("从另处记下的位置和哈希开始核对", "verify from a position and hash that were noted down elsewhere"),
    ],
    ["--out <file>", text("导出到的文件", "the file to export to")],
  ],
  examples: [
    "wengang audit verify",
    "wengang audit verify --since 1200:9f2c…",
    "wengang audit export --out audit.jsonl",
  ],
  run: async ([task = ""], options, context) => {
    const work = TASKS[task];
    if (!work) throw taskUnknown(task);
    const { db } = await openSession(context.where, false);
    try {
      return await work(db, options, context);
    } finally {
      await db.close();
    }
  },
};

const TASKS: Readonly<
  Record<string, (db: Db, options: Options, context: CommandContext) => ReturnType<CommandSpec["run"]>>
> = {
  verify: async (db, options) => {
    const given = optional(options, "since");
    const check = await verifyAudit(db, given === undefined ? CHAIN_START : anchorIn(given));
    const whole = check.faults.length === 0;
    return { lines: checkLines(check), json: { ...check }, ...(whole ? {} : { exitCode: EXIT.input }) };
  },
  export: async (db, options, context) => {
    const out = required(options, "out", "--out");
    await noteCommand(db, context, { action: "export", subject: "audit", detail: {} });
    const rows = await explainedStorage(out, () => writeRows(db, out));
    return {
      lines: [text(`已写出 ${out}：${rows} 条审计记录。`, `Wrote ${out}: ${rows} rows of the audit log.`)],
      json: { out, rows },
    };
  },
};

async function writeRows(db: Db, out: string): Promise<number> {
  const lines: string[] = [];
  await db.transaction(async (tx) => {
    for await (const block of auditRows(tx, 0))
      for (const row of block) lines.push(`${JSON.stringify({ ...row, at: new Date(row.at).toISOString() })}\n`);
  });
  await writeAside(out, lines);
  return lines.length;
}

function checkLines({ rows, end, faults }: ChainCheck): Text[] {
  const noted = anchorWords(end);
  if (faults.length === 0)
    return [
      text(`审计记录 ${rows} 条，哈希链完整。`, `${rows} rows; the chain is whole.`),
      text(
        `请把下面一行记在别处，下次用 --since 核对：${noted}`,
        `Note this down elsewhere, to verify from with --since: ${noted}`,
      ),
    ];
  return [
    text(
      `审计记录 ${rows} 条，发现 ${faults.length} 处篡改：`,
      `${rows} rows, and ${faults.length} signs of tampering:`,
    ),
    ...faults.slice(0, MOST_LINES).map((fault) => {
      const words = FAULT_WORDS[fault.kind];
      return text(`  第 ${fault.position} 条：${words.zh}`, `  row ${fault.position}: ${words.en}`);
    }),
  ];
}

const MOST_LINES = 20;

function anchorIn(given: string): Anchor {
  const anchor = parseAnchor(given);
  if (anchor) return anchor;
  throw new Problem(
    "usage",
    "anchor-wrong",
    text(`--since 应为“位置:哈希”，收到“${given}”。`, `--since must be "position:hash", got "${given}".`),
    text("请照抄 wengang audit verify 打印的一行。", "Copy the line that wengang audit verify printed."),
  );
}

const taskUnknown = (task: string): Problem =>
  new Problem(
    "usage",
    "task-unknown",
    text(`没有“audit ${task}”。`, `There is no "audit ${task}".`),
    text("可用：verify、export。", "There are: verify, export."),
  );
