import type { Finding } from "../../models/finding.ts";
import { Problem } from "../../models/problem.ts";
import type { Mapping, Profile } from "../../models/profile.ts";
import { type Text, text } from "../../models/text.ts";
import { fileDeliveries } from "../../src/sources/file.ts";
import { dateInShanghai } from "../clock.ts";
import { EXIT } from "../exit.ts";
import { findingLine } from "../finding-words.ts";
import { type ImportResult, importDeliveries } from "../import.ts";
import { readMapping } from "../mapping-file.ts";
import { noteCommand } from "../note-command.ts";
import { openSession } from "../session.ts";
import type { CommandSpec } from "./command.ts";
import { dateOption, optional, required } from "./values.ts";

export const importCommand: CommandSpec = {
  usage: "import <files...>",
  summary: text(
    "导入用工、名录、行业、动态、政策事项、政策申领表（csv、csv.gz、xlsx、xls 或文件夹）",
    "take in headcounts, register, industry totals, events, policy facts, applications (csv, csv.gz, xlsx, xls or a folder)",
  ),
  options: [
    ["--source <name>", text("数据源名称，决定使用哪组列对应关系", "name of the source; says which mappings apply")],
    ["--mapping <file>", text("自带的列对应关系（json）", "a mapping of your own (json)")],
    [
      "--published-at <date>",
      text(
        "数据公布日期 YYYY-MM-DD（默认今天）；表内有报送日期的以表内为准",
        "date the figures became known (default today); a date in the row wins",
      ),
    ],
  ],
  examples: [
    "wengang import county/*.csv --source county",
    "wengang import enterprises.csv panel_long.csv.gz --source kaunas --profile kaunas",
    "wengang import 2025年3月用工表.xlsx --source county --published-at 2025-04-05",
  ],
  run: async (args, options, context) => {
    const source = required(options, "source", "--source");
    const today = dateInShanghai(context.clock());
    const named = optional(options, "publishedAt");
    const publishedOn = dateOption(named ?? today, "--published-at");
    if (publishedOn > today) throw notYet(publishedOn, today);
    const deliveries = await fileDeliveries(args);
    const { db, profile } = await openSession(context.where, true);
    try {
      const mappings = await mappingsFor(profile, source, optional(options, "mapping"));
      const order = {
        profile,
        source,
        mappings,
        publishedOn,
        dated: named !== undefined,
        today,
        by: context.environment.user,
        signal: context.signal,
      };
      const results = await importDeliveries(db, deliveries, order, context.progress);
      for (const { kind, name } of results)
        await noteCommand(db, context, {
          action: "import",
          subject: `file:${name}`,
          detail: { source, result: kind, acceptance: "command line" },
        });
      const blocked = results.some((result) => result.kind === "blocked");
      return {
        lines: results.flatMap(describe),
        json: {
          results: results.map(({ ...result }) =>
            "findings" in result ? { ...result, findings: byCode(result.findings) } : result,
          ),
        },
        ...(blocked ? { exitCode: EXIT.input } : {}),
      };
    } finally {
      await db.close();
    }
  },
};

const notYet = (publishedOn: string, today: string): Problem =>
  new Problem(
    "usage",
    "published-in-future",
    text(
      `公布日期 ${publishedOn} 晚于今天（${today}）。`,
      `The publication date ${publishedOn} is after today (${today}).`,
    ),
    text("请用 --published-at 给出数据实际公布的日期。", "Give the date the figures became known with --published-at."),
  );

async function mappingsFor(profile: Profile, source: string, file: string | undefined): Promise<readonly Mapping[]> {
  if (file !== undefined) return readMapping(file);
  const mappings = profile.mappings[source];
  if (mappings) return mappings;
  const known = Object.keys(profile.mappings).join("、");
  throw new Problem(
    "usage",
    "source-unknown",
    text(
      `地区配置 ${profile.name} 没有名为“${source}”的数据源（已有：${known}）。`,
      `Profile ${profile.name} has no source called "${source}" (it has: ${known}).`,
    ),
    text(
      "请改用已有的名称，或用 --mapping 给出列对应关系。",
      "Use one of those names, or give a mapping with --mapping.",
    ),
  );
}

function describe(result: ImportResult): Text[] {
  const { name } = result;
  if (result.kind === "known")
    return [
      text(
        `${name}：内容与第 ${result.batch} 批相同，未重复导入${result.ownDates ? "；各行自带报送日期，--published-at 对其不起作用" : "；公布日期有误的，请用 --published-at 指明正确日期后再次导入"}。`,
        `${name}: same content as batch ${result.batch}; not imported again${result.ownDates ? "; each row carries its own date, which --published-at does not change" : "; if its publication date was wrong, import it again with the right one as --published-at"}.`,
      ),
    ];
  if (result.kind === "skipped")
    return [
      text(
        `${name}：已识别为不导入的表（如模拟真值），跳过。`,
        `${name}: known as a table that is not for import (such as simulated truth); skipped.`,
      ),
    ];
  if (result.kind === "blocked")
    return [
      text(
        `${name}：整批拦截，原件已保存为第 ${result.batch} 批，未进入统计。`,
        `${name}: blocked as a whole; kept as batch ${result.batch}, not counted.`,
      ),
      ...findingLines(result.findings),
    ];
  const { read, accepted, quarantined, warned } = result.counts;
  return [
    ...corrected(result),
    text(
      `${name}：第 ${result.batch} 批，读入 ${read} 行，采用 ${accepted} 行，隔离 ${quarantined} 行，提示 ${warned} 行。`,
      `${name}: batch ${result.batch}, ${read} rows read, ${accepted} accepted, ${quarantined} quarantined, ${warned} with warnings.`,
    ),
    ...findingLines(result.findings),
  ];
}

/** The same content under another date is how a wrong date is put right; nothing of the earlier batch is lost or changed. */
function corrected({ name, batch, corrects }: Extract<ImportResult, { kind: "accepted" }>): Text[] {
  if (!corrects) return [];
  const { id, publishedOn } = corrects;
  return [
    text(
      `${name}：内容与第 ${id} 批（公布日期 ${publishedOn}）相同，按所给公布日期另记为第 ${batch} 批；第 ${id} 批保留，按其日期仍可回溯。`,
      `${name}: same content as batch ${id} (published ${publishedOn}); taken again as batch ${batch} under the date given. Batch ${id} stays, and is still seen from its own date on.`,
    ),
  ];
}

/** One line a code: how often, where first, what and how to repair it. */
function findingLines(findings: readonly Finding[]): Text[] {
  const first = new Map<string, Finding>();
  for (const finding of findings) if (!first.has(finding.code)) first.set(finding.code, finding);
  const counts = byCode(findings);
  return [...first.values()].map((finding) => {
    const line = findingLine({ ...finding, count: counts[finding.code] ?? 1 }, "  ");
    return text(`${line.zh}${finding.repair.zh}`, `${line.en} ${finding.repair.en}`);
  });
}

function byCode(findings: readonly Finding[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { code, cells = 1 } of findings) counts[code] = (counts[code] ?? 0) + cells;
  return counts;
}
