import { formatMonth } from "../models/month.ts";
import type { MonthlyFacts } from "./facts.ts";
import type { SilentEnterprise } from "./input.ts";
import { type Html, html } from "./markup.ts";
import { exact, NO_SAMPLE } from "./number.ts";
import { table } from "./table.ts";

/** Silent enterprises printed by name, the largest first; so many more are folded, and any beyond that are counted. */
const LISTED = 20;
const FOLDED = 300;

/** Who should have reported and did not. */
export function silentTables(facts: MonthlyFacts): Html | null {
  const silent = facts.completeness.silent.toSorted((a, b) => (b.lastHeadcount ?? -1) - (a.lastHeadcount ?? -1));
  if (silent.length === 0) return null;
  const folded = silent.slice(LISTED, LISTED + FOLDED);
  const beyond = silent.length - LISTED - folded.length;
  const first = silentTable(facts, "未报企业", silent.slice(0, LISTED));
  if (folded.length === 0) return first;
  const most = beyond > 0 ? `，再往后的${exact(beyond)}户只计数、不列名` : "";
  return html`${first}<p class="note">按末次用工从大到小列前${LISTED}户，其后${folded.length}户在电子版中展开查看${most}。</p>
<details><summary>其后未报企业（${folded.length}户）</summary>${silentTable(facts, "其后未报企业", folded)}</details>
`;
}

function silentTable({ names }: MonthlyFacts, caption: string, silent: readonly SilentEnterprise[]): Html {
  const place = (code: string | null, known: Readonly<Record<string, { zh: string }>>) =>
    code === null ? NO_SAMPLE : (known[code]?.zh ?? code);
  return table({
    ...{ caption, unit: "人", stack: true },
    columns: [
      ...[{ head: "企业" }, { head: "行业", tag: true }, { head: "乡镇（街道）", tag: true }],
      ...["末次报送", "末次用工"].map((head) => ({ head, number: true })),
    ],
    rows: silent.map((s) => ({
      name: html`${s.name}<br><span class="small">${s.code}</span>`,
      cells: [
        ...[place(s.industry, names.industries), place(s.region, names.regions)],
        ...[s.lastMonth === null ? "从未报送" : formatMonth(s.lastMonth), exact(s.lastHeadcount)],
      ],
    })),
    empty: "无。",
  });
}
