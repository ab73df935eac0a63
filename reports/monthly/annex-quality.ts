import { formatMonth } from "../../models/month.ts";
import { type Text, text } from "../../models/text.ts";
import { count } from "../document/cell.ts";
import type { Block, TableBlock } from "../document/document.ts";
import type { Writer } from "../document/writer.ts";
import type { MonthlyFacts } from "../facts.ts";
import type { FindingInput, SilentEnterprise } from "../input.ts";
import { exact, NO_SAMPLE } from "../number.ts";
import type { SilentFacts } from "../silent-facts.ts";
import { batchSentence, coverageSentence, SEVERITY_WORDS } from "../wording/quality.ts";
import { list, same } from "../wording/say.ts";
import { numbers } from "./group-table.ts";

/** Silent enterprises in the first table; the rest is folded on a screen. */
const LISTED = 20;
const EXAMPLES = 3;

/** 数据质量与完整性: who is missing, what came in and what the checks found. */
export const qualityBlocks = (facts: MonthlyFacts, w: Writer): Block[] => [
  w.heading(1, text("未报企业", "Silent enterprises"), "silent"),
  ...w.paragraph("body", coverageSentence(facts)),
  ...silentTables(facts, w),
  ...(facts.scope.dimension === "place" ? deliveryBlocks(facts, w) : []),
];

const deliveryBlocks = (facts: MonthlyFacts, w: Writer): Block[] => [
  w.heading(1, text("数据批次和检查发现", "Deliveries and findings"), "deliveries"),
  ...w.paragraph("body", batchSentence(facts)),
  batchTable(facts, w),
  findingTable(facts, w),
];

export function silentTables(
  {
    completeness: { silent },
    names,
  }: Pick<MonthlyFacts, "names"> & { readonly completeness: { readonly silent: SilentFacts } },
  w: Writer,
): Block[] {
  if (silent.count === 0) return [];
  const rest = silent.named.slice(LISTED);
  const beyond = silent.count - silent.named.length;
  const table = (id: string, caption: Text, of: readonly SilentEnterprise[]) => silentTable(id, caption, of, names, w);
  const first = table("silent", text("未报企业", "Silent enterprises"), silent.named.slice(0, LISTED));
  if (rest.length === 0) return [first];
  const folded = w.say(text(`其后未报企业（${rest.length}户）`, `Further silent enterprises (${rest.length})`));
  return [
    first,
    { ...table("silent-further", text("其后未报企业", "Further silent enterprises"), rest), folded },
    ...w.paragraph("note", orderNote(beyond)),
  ];
}

function orderNote(beyond: number): Text {
  const most =
    beyond > 0
      ? text(`，再往后的${exact(beyond)}户只计数、不列名`, `; ${exact(beyond)} beyond these are only counted`)
      : text("", "");
  return text(`按末次用工从大到小列出${most.zh}。`, `The largest by their last report come first${most.en}.`);
}

function silentTable(
  id: string,
  caption: Text,
  silent: readonly SilentEnterprise[],
  names: MonthlyFacts["names"],
  w: Writer,
): TableBlock {
  const named = (code: string | null, known: Readonly<Record<string, Text>>) =>
    code === null ? same(NO_SAMPLE) : (known[code] ?? same(code));
  return w.table({
    ...{ id, caption, unit: text("人", "persons"), stack: true, empty: text("无。", "none.") },
    columns: [
      { head: text("企业", "Enterprise") },
      ...[text("行业", "Industry"), text("乡镇（街道）", "Township")].map((head) => ({ head, kind: "tag" as const })),
      { head: text("主管部门", "Department") },
      { head: text("末次报送", "Last report"), kind: "tag" },
      numbers(text("末次用工", "Last headcount")),
    ],
    rows: silent.map((s) => {
      const last = s.lastMonth === null ? text("从未报送", "never") : same(formatMonth(s.lastMonth));
      return {
        cells: [
          w.words(same(s.name), { words: same(s.code), small: true }),
          ...[w.words(named(s.industry, names.industries)), w.words(named(s.region, names.regions))],
          ...[w.words(named(s.departments[0] ?? null, names.departments)), w.words(last), count(s.lastHeadcount)],
        ],
      };
    }),
  });
}

function batchTable({ completeness }: MonthlyFacts, w: Writer): TableBlock {
  return w.table({
    ...{ id: "batches", caption: text("入库批次", "Deliveries"), unit: text("行", "rows"), stack: true },
    columns: [
      { head: text("文件", "File"), kind: "wide" },
      { head: text("结果", "Result"), kind: "tag" },
      ...[text("读取", "Read"), text("采用", "Counted"), text("隔离", "Set aside"), text("提示", "Warned")].map(
        numbers,
      ),
    ],
    rows: completeness.batches.map((b) => ({
      cells: [
        w.words(same(b.name)),
        w.words(b.verdict === "blocked" ? SEVERITY_WORDS.block : text("入库", "taken in")),
        ...[b.read, b.accepted, b.quarantined, b.warned].map((n) => count(n)),
      ],
    })),
    empty: text("无。", "none."),
  });
}

function findingTable({ completeness }: MonthlyFacts, w: Writer): TableBlock {
  return w.table({
    ...{ id: "findings", caption: text("检查发现", "Findings"), unit: text("处", "cells"), stack: true },
    columns: [
      { head: text("问题", "Finding"), kind: "wide" },
      { head: text("处理", "Treatment"), kind: "tag" },
      numbers(text("数量", "Number")),
      { head: text("举例（文件与单元格）", "Examples (file and cell)"), kind: "wide" },
    ],
    rows: completeness.findings.map((f) => ({
      cells: [
        w.words(f.meaning, { words: same(f.code), small: true }),
        ...[w.words(SEVERITY_WORDS[f.severity]), count(f.count), w.words(exampleWords(f))],
      ],
    })),
    empty: text("检查未发现问题。", "the checks found nothing."),
  });
}

function exampleWords({ examples }: FindingInput): Text {
  const words = examples.slice(0, EXAMPLES).map(({ batch, cell, value }) => {
    const at = `${batch}${cell === null ? "" : ` ${cell}`}`;
    return value === null ? same(at) : text(`${at}“${value}”`, `${at} "${value}"`);
  });
  return words.length === 0 ? same(NO_SAMPLE) : list(words);
}
