import { formatMonth } from "../models/month.ts";
import type { MonthlyFacts } from "./facts.ts";
import type { FindingInput } from "./input.ts";
import { type Html, html } from "./markup.ts";
import { exact, NO_SAMPLE } from "./number.ts";
import { table } from "./table.ts";
import { list } from "./wording-change.ts";
import { batchSentence, coverageSentence, SEVERITY_WORDS } from "./wording-quality.ts";

/** Silent enterprises listed by name, the largest first; the rest are counted. */
const LISTED = 20;
const EXAMPLES = 3;

/** 四、数据质量与完整性 */
export const qualityPart = (facts: MonthlyFacts): Html => html`<h2 id="quality">四、数据质量与完整性</h2>
<p class="body">${coverageSentence(facts)}</p>
${silentTable(facts)}
<p class="body">${batchSentence(facts)}</p>
${batchTable(facts)}${findingTable(facts)}
`;

function silentTable({ completeness, names }: MonthlyFacts): Html | null {
  const { silent } = completeness;
  if (silent.length === 0) return null;
  const listed = silent.toSorted((a, b) => (b.lastHeadcount ?? -1) - (a.lastHeadcount ?? -1)).slice(0, LISTED);
  const place = (code: string | null, known: Readonly<Record<string, { zh: string }>>) =>
    code === null ? NO_SAMPLE : (known[code]?.zh ?? code);
  const rest = silent.length - listed.length;
  return html`${table({
    ...{ caption: "未报企业", unit: "人", stack: true },
    columns: [
      ...[{ head: "企业" }, { head: "行业", tag: true }, { head: "乡镇（街道）", tag: true }],
      ...[
        { head: "末次报送", number: true },
        { head: "末次用工", number: true },
      ],
    ],
    rows: listed.map((s) => ({
      name: html`${s.name}<br><span class="small">${s.code}</span>`,
      cells: [
        ...[place(s.industry, names.industries), place(s.region, names.regions)],
        ...[s.lastMonth === null ? "从未报送" : formatMonth(s.lastMonth), exact(s.lastHeadcount)],
      ],
    })),
    empty: "无。",
  })}${rest > 0 ? html`<p class="note">按末次用工从大到小列前${listed.length}户，其余${rest}户见数据页“未报”清单。</p>` : null}`;
}

const batchTable = ({ completeness }: MonthlyFacts): Html | null =>
  completeness.batches.length === 0
    ? null
    : table({
        ...{ caption: "本期批次", unit: "行" },
        columns: [{ head: "批次" }, ...["读取", "采用", "隔离", "其中提示"].map((head) => ({ head, number: true }))],
        rows: completeness.batches.map((b) => ({
          name: b.name,
          cells: [exact(b.read), exact(b.accepted), exact(b.quarantined), exact(b.warned)],
        })),
        empty: "无。",
      });

const findingTable = ({ completeness }: MonthlyFacts): Html =>
  table({
    ...{ caption: "检查发现", unit: "处", stack: true },
    columns: [
      { head: "问题" },
      { head: "处理", tag: true },
      { head: "数量", number: true },
      { head: "举例（文件与单元格）" },
    ],
    rows: completeness.findings.map((f) => ({
      name: html`${f.meaning.zh}<br><span class="small">${f.code}</span>`,
      cells: [SEVERITY_WORDS[f.severity], exact(f.count), exampleWords(f)],
    })),
    empty: "检查未发现问题。",
  });

function exampleWords({ examples }: FindingInput): string {
  const words = examples.slice(0, EXAMPLES).map(({ batch, cell, value }) => {
    const found = value === null ? "" : `“${value}”`;
    return `${batch}${cell === null ? "" : ` ${cell}`}${found}`;
  });
  return words.length === 0 ? NO_SAMPLE : list(words);
}
