import type { MonthlyFacts } from "./facts.ts";
import type { FindingInput } from "./input.ts";
import { type Html, html } from "./markup.ts";
import { exact, NO_SAMPLE } from "./number.ts";
import { silentTables } from "./silent-tables.ts";
import { table } from "./table.ts";
import { list } from "./wording-change.ts";
import { batchSentence, coverageSentence, SEVERITY_WORDS } from "./wording-quality.ts";

const EXAMPLES = 3;

/** 四、数据质量与完整性 */
export const qualityPart = (facts: MonthlyFacts): Html => html`<h2 id="quality">四、数据质量与完整性</h2>
<p class="body">${coverageSentence(facts)}</p>
${silentTables(facts)}
<p class="body">${batchSentence(facts)}</p>
${batchTable(facts)}${findingTable(facts)}
`;

const batchTable = ({ completeness }: MonthlyFacts): Html | null =>
  completeness.batches.length === 0
    ? null
    : table({
        ...{ caption: "本期批次", unit: "行" },
        columns: [
          { head: "批次" },
          { head: "结论", tag: true },
          ...["读取", "采用", "隔离", "其中提示"].map((head) => ({ head, number: true })),
        ],
        rows: completeness.batches.map((b) => ({
          name: b.name,
          cells: [
            b.verdict === "blocked" ? SEVERITY_WORDS.block : "入库",
            exact(b.read),
            exact(b.accepted),
            exact(b.quarantined),
            exact(b.warned),
          ],
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
