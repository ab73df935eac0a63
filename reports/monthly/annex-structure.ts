import { type Text, text } from "../../models/text.ts";
import { change, count, decimal, rate } from "../document/cell.ts";
import type { Block, Cell, TableBlock } from "../document/document.ts";
import type { ColumnWords, Writer } from "../document/writer.ts";
import { NO_SAMPLE } from "../number.ts";
import type { GroupOutlook, OutlookFacts } from "../outlook-facts.ts";
import { contributionSentence, riskSentence, spreadSentence } from "../wording/outlook.ts";
import { NAME, NO_COMPARISON, numbers, UNIT } from "./group-table.ts";

/** Enterprises named each way for the whole. */
const MOST_NAMED = 3;
/** Divisions shown: those below their limits, and those with the most jobs at risk. */
const DIVISIONS = 8;

/** 扩散、集中与预计: how widely groups moved, who holds their jobs, what was expected and what may be lost. */
export function structureBlocks(outlook: OutlookFacts | null, w: Writer): Block[] {
  if (outlook === null) return [];
  const kinds = KINDS.map(({ id, name, of }) => ({ id, name, groups: of(outlook) })).filter(
    ({ groups }) => groups.length > 0,
  );
  return [
    w.heading(1, text("扩散与集中", "Spread and concentration"), "spread"),
    ...w.paragraph("body", spreadSentence(outlook.place)),
    ...kinds.map((kind) => spreadTable(kind, w)),
    ...w.paragraph("note", SPREAD_NOTE),
    w.heading(1, text("应有水平与预期流失", "What was expected and what may be lost"), "expected"),
    ...w.paragraph("body", riskSentence(outlook.place)),
    ...kinds.map((kind) => expectedTable(kind, w)),
    ...w.paragraph("note", EXPECTED_NOTE),
    w.heading(1, text("变动主要来自的企业", "Who explains the change"), "contributions"),
    ...w.paragraph("body", contributionSentence(outlook.place)),
    contributionTable(outlook, w),
    ...(outlook.unnamed ? w.paragraph("note", unnamedNote(outlook.unnamed)) : []),
  ];
}

interface Kind {
  readonly id: string;
  readonly name: Text;
  readonly groups: readonly GroupOutlook[];
}

const KINDS: readonly {
  readonly id: string;
  readonly name: Text;
  readonly of: (outlook: OutlookFacts) => readonly GroupOutlook[];
}[] = [
  {
    id: "sections",
    name: text("分行业门类", "By industry"),
    of: ({ place, groups }) => [place, ...groups.section],
  },
  {
    id: "divisions",
    name: text("行业大类（低于预计下限或预期流失较多的）", "Divisions below their limits or with most jobs at risk"),
    of: shownDivisions,
  },
  { id: "regions", name: text("分乡镇（街道）", "By township"), of: ({ groups }) => groups.region },
  { id: "departments", name: text("分主管部门", "By department"), of: ({ groups }) => groups.department },
  { id: "sizes", name: text("分企业划型", "By size class"), of: ({ groups }) => groups.size },
];

function shownDivisions({ groups: { division } }: OutlookFacts): GroupOutlook[] {
  const below = division.filter(({ path }) => path.kind === "judged" && path.verdict === "below");
  const risky = division
    .filter((group) => !below.includes(group) && group.atRisk.persons > 0)
    .toSorted((a, b) => b.atRisk.persons - a.atRisk.persons)
    .slice(0, Math.max(0, DIVISIONS - below.length));
  return [...below, ...risky];
}

const SPREAD_COLUMNS: readonly ColumnWords[] = [
  text("减员户", "Shrinking"),
  text("增员户", "Growing"),
  text("扩散", "Diffusion"),
  text("加权扩散", "By jobs"),
  text("最大1户", "Largest"),
  text("最大4户", "Largest 4"),
  text("赫芬达尔", "Herfindahl"),
].map(numbers);

function spreadTable({ id, name, groups }: Kind, w: Writer): TableBlock {
  return w.table({
    ...{ id: `spread-${id}`, caption: text(`${name.zh}扩散与集中`, `${name.en}: spread`), unit: UNIT },
    columns: [{ head: NAME }, ...SPREAD_COLUMNS],
    rows: groups.map(({ name: group, diffusion: d, concentration: c }) => ({
      cells: [
        ...[w.words(group), count(d.falling), count(d.growing), points(d.index), points(d.jobIndex)],
        ...[rate(c.top1, NO_SAMPLE, 1), rate(c.top4, NO_SAMPLE, 1)],
        count(c.herfindahl === null ? null : Math.round(c.herfindahl * 10_000)),
      ],
    })),
    empty: text("无。", "none."),
  });
}

/** −100 … 100. */
const points = (index: number | null): Cell => decimal(index === null ? null : index * 100, 1);

const SPREAD_NOTE = text(
  "扩散指数＝增加企业占比－减少企业占比，-100至+100，加权的以两月平均用工为权；最大1户、4户为占本组已报用工的份额；赫芬达尔指数为各户份额平方和×10,000。",
  "Diffusion is the share growing minus the share shrinking, -100 to 100; by jobs it weighs each by its mean of the two months. The largest are shares of the group's reported employment. Herfindahl is the sum of squared shares × 10,000.",
);

const EXPECTED_COLUMNS: readonly ColumnWords[] = [
  numbers(text("月均趋势", "Trend a month")),
  { head: text("趋势", "Trend"), kind: "tag" },
  numbers(text("应有水平", "Expected")),
  numbers(text("95%下限", "95 % from")),
  numbers(text("95%上限", "95 % to")),
  numbers(text("实际", "Actual")),
  { head: text("判断", "Verdict"), kind: "tag" },
  numbers(text("预期流失", "At risk")),
];

function expectedTable({ id, name, groups }: Kind, w: Writer): TableBlock {
  return w.table({
    ...{ id: `expected-${id}`, caption: text(`${name.zh}趋势与预计`, `${name.en}: expected`), unit: UNIT },
    columns: [{ head: NAME }, ...EXPECTED_COLUMNS],
    rows: groups.map((group) => ({ cells: [w.words(group.name), ...expectedCells(group, w)] })),
    empty: text("无。", "none."),
  });
}

const VERDICTS = { below: text("偏低", "low"), within: text("正常", "usual"), above: text("偏高", "high") } as const;
const DIRECTIONS = {
  rising: text("上升", "rising"),
  falling: text("下降", "falling"),
  none: text("不显著", "unclear"),
} as const;
const UNKNOWN = text(NO_SAMPLE, NO_SAMPLE);

function expectedCells({ trend, path, concentration, atRisk }: GroupOutlook, w: Writer): Cell[] {
  const judged = path.kind === "judged" ? path : null;
  const people = (persons: number | undefined) => count(persons === undefined ? null : Math.round(persons));
  return [
    rate(trend.kind === "judged" ? trend.slope : null),
    w.words(trend.kind === "judged" ? DIRECTIONS[trend.direction] : UNKNOWN),
    ...[people(judged?.mean), people(judged?.low95), people(judged?.high95), count(concentration.persons)],
    w.words(judged === null ? UNKNOWN : VERDICTS[judged.verdict]),
    decimal(atRisk.enterprises === 0 ? null : atRisk.persons, 1),
  ];
}

const EXPECTED_NOTE = text(
  "趋势为近12个月可比用工的Theil–Sen月均变动，Mann–Kendall检验5%水平显著的注上升或下降；应有水平由此前各月按Theta法推算，低于95%下限的注偏低，高于上限的注偏高，平均每20组约有1组会偶然超出；预期流失为今后三个月逐户“风险×用工×通常降幅”之和，各组相加等于全域（主管部门除外）。",
  "The trend is the Theil–Sen change a month over 12 months of comparable employment, called rising or falling where the Mann–Kendall test is sure at 5 %. What was expected follows by Theta from the months before; one group in twenty leaves its 95 % limits by chance. At risk are the jobs expected to be lost in three months: the sum of risk × headcount × usual fall; groups add up to the whole, departments excepted.",
);

const unnamedNote = (most: number): Text =>
  text(
    `用工规模最大的${most}户企业不在此列名，以免由“剔除最大${most}户”的数字推算其中个别企业；列入预警的见预警企业清单。`,
    `The ${most} largest employers are not named here, so that none of them follows from the figures without them; those with an alert stand in the list of alerts.`,
  );

/** The largest losses and gains of the whole, and the largest of each section. */
function contributionTable({ place, groups }: OutlookFacts, w: Writer): TableBlock {
  const lines = [place, ...groups.section].flatMap((group) => {
    const most = group === place ? MOST_NAMED : 1;
    const named = [...group.losses.slice(0, most), ...group.gains.slice(0, most)];
    return named.map((one) => ({ group: group.name, ...one }));
  });
  return w.table({
    ...{ id: "contributions", caption: text("变动贡献较大的企业", "Enterprises that explain the change") },
    ...{
      unit: text("人", "persons"),
      empty:
        place.diffusion.matched === 0
          ? NO_COMPARISON
          : text("本月共同样本中没有用工变动。", "nothing changed in the common sample."),
    },
    columns: [
      { head: text("范围", "Group") },
      { head: text("企业", "Enterprise"), kind: "wide" },
      ...[
        text("上月", "Last month"),
        text("本月", "This month"),
        text("变动", "Change"),
        text("占增减额", "Share"),
      ].map(numbers),
      { head: text("备注", "Remark"), kind: "tag" },
    ],
    rows: lines.map(({ group, name, base, current, share, transferred }) => ({
      cells: [
        ...[w.words(group), w.words(text(name, name)), count(base), count(current), change(current - base)],
        rate(share, NO_SAMPLE, 1),
        w.words(transferred ? text("合并划转", "transferred") : text("", "")),
      ],
    })),
  });
}
