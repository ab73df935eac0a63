import { BASELINES, type Baseline, baselineMonth } from "../../models/baseline.ts";
import type { Figure } from "../../models/figure.ts";
import { formatMonth, parseMonth } from "../../models/month.ts";
import { type Text, text } from "../../models/text.ts";
import { change, count, rate } from "../document/cell.ts";
import type { Block, Cell, DocumentRow, TableBlock } from "../document/document.ts";
import type { Writer } from "../document/writer.ts";
import type { MonthlyFacts } from "../facts.ts";
import { exact, NO_SAMPLE, NOT_COMPUTABLE } from "../number.ts";
import { WITHHELD } from "../told-groups.ts";
import { BASELINE_WORDS } from "../wording/change.ts";
import { monthWords } from "../wording/dates.ts";
import { movementCheck } from "../wording/forms.ts";
import { numbers, rateCell, UNIT } from "./group-table.ts";

/** 总体指标: the state of the month, and against each baseline. */
export const overallBlocks = (facts: MonthlyFacts, w: Writer): Block[] => [
  w.heading(1, text("主要指标", "Main indicators"), "indicators"),
  stateTable(facts, w),
  ...w.paragraph("note", movementCheck(facts)),
  w.heading(1, text("与各建档期比较", "Against each baseline"), "baselines"),
  baselineTable(facts, w),
  ...w.paragraph("note", BASELINE_NOTE),
];

const BASELINE_NOTE = text(
  `建档期有四种口径，表中逐一注明；比较只用共同样本（两期均报送的企业），新进、退出和未报企业单列，不按0计。“${NO_SAMPLE}”为无样本，“不可计算”为基期合计为0。`,
  `There are four baselines, each named. Only enterprises that reported both periods are compared; those new, closed and silent stand apart and are never counted as 0. “${NO_SAMPLE}” is no sample, “not computable” a base of 0.`,
);

function stateTable({ overall, movements, dominant, month }: MonthlyFacts, w: Writer): TableBlock {
  const { whole, without } = overall.previous;
  const row = (name: Text, cell: (f: Figure) => Cell): DocumentRow => ({
    cells: [w.words(name), cell(whole), without === null ? count(null, WITHHELD) : cell(without)],
  });
  const said = (zh: string, en: string, value: number | null): DocumentRow => {
    const n = exact(movements?.enterprises ?? 0);
    return {
      cells: [w.words(text(`${zh}（${n}户填报且相符）`, `${en} (${n} forms that agree)`)), count(value), count(null)],
    };
  };
  const { zh, en } = monthWords(month);
  const some = (f: Figure, value: number) => count(f.matched === 0 ? null : value);
  return w.table({
    ...{ id: "indicators", caption: text(`主要指标（${zh}）`, `Main indicators, ${en}`), unit: UNIT },
    columns: [
      { head: text("指标", "Indicator"), kind: "wide" },
      ...[text("全部企业", "All"), withoutName(dominant)].map(numbers),
    ],
    rows: [
      row(text("已报企业", "Enterprises that reported"), (f) => count(f.reporting)),
      row(text("建档期用工（上月末，共同样本）", "End of last month, common sample"), (f) => some(f, f.base)),
      said("新招", "Hired", movements?.hired ?? null),
      said("减员", "Departed", movements?.departed ?? null),
      row(text("期末用工（共同样本）", "End of this month, common sample"), (f) => some(f, f.current)),
      row(text("期末用工（全部已报）", "End of this month, all reported"), (f) =>
        count(f.reporting === 0 ? null : f.headcount),
      ),
      row(text("岗位减少率（占两月平均用工）", "Job destruction rate (of the mean of the two months)"), (f) =>
        flowRate(f, f.destruction, w),
      ),
      row(text("岗位增加率（占两月平均用工）", "Job creation rate (of the mean of the two months)"), (f) =>
        flowRate(f, f.creation, w),
      ),
      row(text("劳务派遣人数", "Dispatch workers"), (f) => count(f.dispatch)),
      row(text("劳务派遣比上月", "Dispatch workers, change on last month"), (f) => change(f.dispatchChange)),
      row(text("隐性失业人数（停工留薪、放假）", "Hidden unemployment (kept on without work)"), (f) => count(f.hidden)),
      row(text("隐性失业率（占填报企业期末用工）", "Hidden unemployment rate (of those reported on)"), (f) =>
        rate(f.hiddenRate, f.hiddenReports === 0 ? NO_SAMPLE : w.say(NOT_COMPUTABLE)),
      ),
    ],
    empty: NO_DATA,
  });
}

const flowRate = ({ matched }: Figure, flow: number | null, w: Writer): Cell => rateCell({ matched, rate: flow }, w);

const NO_DATA = text("本月无数据。", "no data this month.");

export const withoutName = ({ enterprises }: MonthlyFacts["dominant"]): Text =>
  enterprises === 0
    ? text("剔除最大户", "Without the largest")
    : text(`剔除最大${exact(enterprises)}户`, `Without the largest ${exact(enterprises)}`);

const BASELINE_HEADS = [
  text("共同样本", "Common sample"),
  text("建档期", "Baseline"),
  text("期末", "This month"),
  text("净变动", "Net change"),
  text("变动率", "Rate"),
  text("岗位减少", "Jobs lost"),
  text("岗位增加", "Jobs gained"),
  text("新进", "New"),
  text("退出", "Closed"),
  text("未报", "Silent"),
];

function baselineTable(facts: MonthlyFacts, w: Writer): TableBlock {
  const { overall, dominant, month, joined } = facts;
  const rows = (name: Text, { whole, without }: { readonly whole: Figure; readonly without: Figure | null }) => [
    baselineRow(name, whole, w),
    without === null ? withheldRow(withoutName(dominant), w) : baselineRow(withoutName(dominant), without, w, "sub"),
  ];
  // A single January or February is never compared with a year before where Spring Festival moves between them.
  const alone = BASELINES.filter((baseline) => baseline !== "year-ago" || joined === null);
  return w.table({
    ...{ id: "baselines", caption: text("与各建档期比较", "Against each baseline"), unit: UNIT },
    columns: [{ head: text("比较口径", "Compared with") }, ...BASELINE_HEADS.map(numbers)],
    rows: [
      ...alone.flatMap((baseline) => rows(baselineName(baseline, month), overall[baseline])),
      ...(joined?.kind === "compared" ? rows(JOINED, joined) : []),
    ],
    empty: NO_DATA,
  });
}

const JOINED = text("上年1—2月平均（1—2月合并，同比）", "Mean of January and February a year ago (joined, y/y)");

function baselineName(baseline: Baseline, month: string): Text {
  const at = baselineMonth(baseline, parseMonth(month));
  const { name, compared } = BASELINE_WORDS[baseline];
  const when = at === null ? text("各企业首报月", "each one's first month") : monthWords(formatMonth(at));
  return text(`${name.zh}（${when.zh}，${compared.zh}）`, `${name.en} (${when.en})`);
}

const withheldRow = (name: Text, w: Writer): DocumentRow => ({
  kind: "sub",
  cells: [w.words(name), ...BASELINE_HEADS.map(() => count(null, WITHHELD))],
});

function baselineRow(name: Text, f: Figure, w: Writer, kind?: "sub"): DocumentRow {
  const sample = (value: number) => (f.matched === 0 ? null : value);
  return {
    ...(kind ? { kind } : {}),
    cells: [
      ...[w.words(name), count(f.matched), count(sample(f.base)), count(sample(f.current)), change(sample(f.change))],
      ...[rateCell(f, w), count(sample(f.grossLoss)), count(sample(f.grossGain))],
      ...[count(f.entered), count(f.left), count(f.silent)],
    ],
  };
}
