import type { MonthlyFacts } from "./facts.ts";
import { type Html, html } from "./markup.ts";
import { exact, NO_SAMPLE, shareInProse } from "./number.ts";
import type { ReductionFact } from "./reduction-facts.ts";
import { type TableRow, table } from "./table.ts";

/** Persons lost by the type and by the first reason their enterprises gave, with what was given none; both foot to the whole loss. */
export function reasonTables(facts: MonthlyFacts): Html {
  const { types, typesUnreported, reasons, reasonsUnreported } = facts.reductions;
  return html`${reasonTable(facts, "减少类型（各企业所报）", types, typesUnreported, false)}${reasonTable(
    facts,
    "主要原因（各企业所报第一原因）",
    reasons,
    reasonsUnreported,
    true,
  )}`;
}

function reasonTable(
  { reductions: { lost }, overall }: MonthlyFacts,
  caption: string,
  facts: readonly ReductionFact[],
  unreported: number,
  further: boolean,
): Html {
  const { down } = overall.previous.whole;
  const said = facts.reduce((sum, f) => sum + f.enterprises, 0);
  const share = (people: number) => (lost === 0 ? NO_SAMPLE : shareInProse(people / lost));
  const row = (name: string, enterprises: number, people: number, also: number | null): TableRow => ({
    name,
    cells: [exact(enterprises), exact(people), share(people), ...(further ? [exact(also)] : [])],
  });
  const rows = facts.map((f) => row(f.name.zh, f.enterprises, f.people, f.further));
  if (unreported > 0) rows.push(row("未填报", Math.max(0, down - said), unreported, null));
  if (rows.length > 0) rows.push({ ...row("岗位减少合计", down, lost, null), kind: "sum" });
  return table({
    ...{ caption, unit: "户、人" },
    columns: [
      { head: "名称" },
      ...["企业", "人数", "占比", ...(further ? ["另列次要或第三原因企业"] : [])].map((head) => ({
        head,
        number: true,
      })),
    ],
    rows,
    empty: "本月共同样本中没有用工减少的企业。",
  });
}
