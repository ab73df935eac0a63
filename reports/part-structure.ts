import type { MonthlyFacts } from "./facts.ts";
import { type Html, html } from "./markup.ts";
import { exact, NO_SAMPLE, percent } from "./number.ts";
import type { GroupOutlook, OutlookFacts } from "./outlook-facts.ts";
import { table } from "./table.ts";
import {
  contribution,
  contributionSentence,
  herfindahl,
  people,
  points,
  riskSentence,
  spreadSentence,
} from "./wording-outlook.ts";

/** Divisions shown: those below their limits, and those with the most jobs at risk. */
const DIVISIONS = 8;

/** （七）扩散、集中与贡献: how widely groups moved, who holds their jobs and who explains the change. */
export function structurePart({ outlook }: MonthlyFacts): Html | null {
  if (outlook === null) return null;
  const { place, groups } = outlook;
  return html`<h3>（七）扩散、集中与贡献</h3>
<p class="body">${spreadSentence(place).zh}${contributionSentence(place).zh}${riskSentence(place).zh}</p>
${structureTable("分行业门类", [place, ...groups.section])}${structureTable("行业大类（低于预计下限或预期流失较多的）", shownDivisions(outlook))}${structureTable("分乡镇（街道）", groups.region)}${structureTable("分主管部门", groups.department)}${structureTable("分企业划型", groups.size)}
<p class="note">扩散指数＝增加企业占比－减少企业占比，-100至100，加权的以两月平均用工为权；最大1户、4户为占本组已报用工的份额；赫芬达尔指数为各户份额平方和×10000；趋势为近12个月可比用工的Theil–Sen月均变动，带*的为Mann–Kendall检验5%水平显著；应有水平由此前各月按Theta法推算，括号内为95%区间，低于下限的注“低”，高于上限的注“高”，平均每20组约有1组会偶然超出；预期流失为今后三个月逐户“风险×用工×通常降幅”之和，各组相加等于全域（主管部门除外）。</p>
`;
}

function shownDivisions({ groups: { division } }: OutlookFacts): GroupOutlook[] {
  const below = division.filter(({ path }) => path.kind === "judged" && path.verdict === "below");
  const risky = division
    .filter((group) => !below.includes(group) && group.atRisk.persons > 0)
    .toSorted((a, b) => b.atRisk.persons - a.atRisk.persons)
    .slice(0, Math.max(0, DIVISIONS - below.length));
  return [...below, ...risky];
}

function structureTable(caption: string, groups: readonly GroupOutlook[]): Html | null {
  if (groups.length === 0) return null;
  return table({
    ...{ caption: `${caption}扩散、集中与预计`, unit: "户、人" },
    columns: [
      { head: "名称" },
      ...["扩散", "加权扩散", "最大1户", "最大4户", "赫芬达尔", "月均趋势", "应有水平", "实际", "预期流失"].map(
        (head) => ({
          head,
          number: true,
        }),
      ),
      { head: "减少最多的企业", wide: true },
    ],
    rows: groups.map((group) => ({ name: group.name.zh, cells: cellsOf(group) })),
    empty: "",
  });
}

function cellsOf({ diffusion, concentration: c, trend, path, atRisk, losses }: GroupOutlook): string[] {
  const share = (value: number | null) => (value === null ? NO_SAMPLE : percent(value, 1));
  const slope = trend.kind === "judged" ? `${percent(trend.slope)}${trend.direction === "none" ? "" : "*"}` : NO_SAMPLE;
  const mark = { below: "（低）", within: "", above: "（高）" } as const;
  const expected =
    path.kind === "judged" ? `${people(path.mean)}（${people(path.low95)}—${people(path.high95)}）` : NO_SAMPLE;
  return [
    ...[points(diffusion.index), points(diffusion.jobIndex), share(c.top1), share(c.top4), herfindahl(c.herfindahl)],
    ...[slope, expected, `${exact(c.persons)}${path.kind === "judged" ? mark[path.verdict] : ""}`],
    atRisk.enterprises === 0 ? NO_SAMPLE : exact(Math.round(atRisk.persons * 10) / 10),
    losses[0] ? contribution(losses[0]).zh : NO_SAMPLE,
  ];
}
