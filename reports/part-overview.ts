import { BASELINES, baselineMonth } from "../models/baseline.ts";
import type { Figure } from "../models/figure.ts";
import { formatMonth, parseMonth } from "../models/month.ts";
import { STRONG, trendChart } from "./charts.ts";
import type { MonthlyFacts } from "./facts.ts";
import { type Html, html } from "./markup.ts";
import { exact, NO_SAMPLE, percent, rateOf, signed } from "./number.ts";
import { forecastPart } from "./part-forecast.ts";
import { picture } from "./picture.ts";
import { type TableRow, table } from "./table.ts";
import { comparisonSentences, monthWords, sampleSentence } from "./wording.ts";
import { BASELINE_WORDS } from "./wording-change.ts";
import { estimatedSentence, movementCheck, nextMonthSentence } from "./wording-forms.ts";

/** Months the trend table shows before one has to open the rest. */
const SHOWN = 13;

/** 一、总体情况 */
export const overviewPart = (facts: MonthlyFacts): Html => html`<h2 id="overview">一、总体情况</h2>
<p class="body">${comparisonSentences(facts)}${sampleSentence(facts)}</p>
${stateTable(facts)}${checkNote(facts)}${baselineTable(facts)}
<p class="note">建档期有四种口径，表中逐一注明；比较只用共同样本（两期均报送的企业），新进、退出和未报企业单列，不按0计。“${NO_SAMPLE}”为无样本，“不可计算”为基期合计为0。</p>
<h3>（一）用工趋势</h3>
${trendPicture(facts)}${trendTable(facts)}
<h3>（二）下月预计</h3>
<p class="body">${estimatedSentence(facts)}${nextMonthSentence(facts)}</p>
${forecastPart(facts)}`;

function checkNote(facts: MonthlyFacts): Html | null {
  const words = movementCheck(facts);
  return words === "" ? null : html`<p class="note">${words}</p>`;
}

function stateTable({ overall, movements, dominant, month }: MonthlyFacts): Html {
  const { whole, without } = overall.previous;
  const row = (name: string, value: (f: Figure) => string): TableRow => ({
    name,
    cells: [value(whole), value(without)],
  });
  const reported = (value: number | null): TableRow["cells"] => [exact(value), NO_SAMPLE];
  return table({
    caption: `主要指标（${monthWords(month)}）`,
    unit: "户、人",
    columns: [{ head: "指标" }, { head: "全部企业", number: true }, { head: withoutName(dominant), number: true }],
    rows: [
      row("已报企业", (f) => exact(f.reporting)),
      row("建档期用工（上月末，共同样本）", (f) => exactOr(f, f.base)),
      { name: `新招（${exact(movements.enterprises)}户填报）`, cells: reported(movements.hired) },
      { name: `减员（${exact(movements.enterprises)}户填报）`, cells: reported(movements.departed) },
      row("期末用工（共同样本）", (f) => exactOr(f, f.current)),
      row("期末用工（全部已报）", (f) => (f.reporting === 0 ? NO_SAMPLE : exact(f.headcount))),
      row("劳务派遣人数", (f) => exact(f.dispatch)),
      row("劳务派遣比上月", (f) => signed(f.dispatchChange)),
      row("隐性失业人数（停工留薪、放假）", (f) => exact(f.hidden)),
      row("隐性失业率（占填报企业期末用工）", (f) => (f.hiddenReports === 0 ? NO_SAMPLE : percent(f.hiddenRate))),
    ],
    empty: "本月无数据。",
  });
}

const withoutName = ({ enterprises }: MonthlyFacts["dominant"]): string =>
  enterprises === 0 ? "剔除最大户" : `剔除最大${exact(enterprises)}户`;

const exactOr = (figure: Figure, value: number): string => (figure.matched === 0 ? NO_SAMPLE : exact(value));
const signedOr = (figure: Figure, value: number): string => (figure.matched === 0 ? NO_SAMPLE : signed(value));

function baselineTable(facts: MonthlyFacts): Html {
  const { overall, dominant, month, joined } = facts;
  const rows = (name: string, { whole, without }: { readonly whole: Figure; readonly without: Figure }) => [
    baselineRow(name, whole),
    baselineRow(withoutName(dominant), without, "sub"),
  ];
  // A single January or February is never compared with a year before where Spring Festival moves between them.
  const alone = BASELINES.filter((baseline) => baseline !== "year-ago" || joined === null);
  return table({
    caption: "与各建档期比较",
    unit: "户、人",
    columns: [
      { head: "建档期" },
      ...["共同样本", "建档期用工", "期末用工", "净变动", "变动率", "岗位减少", "岗位增加", "新进", "退出", "未报"].map(
        (head) => ({ head, number: true }),
      ),
    ],
    rows: [
      ...alone.flatMap((baseline) => rows(baselineName(baseline, month), overall[baseline])),
      ...(joined?.kind === "compared" ? rows("上年1—2月平均（1—2月合并，同比）", joined) : []),
    ],
    empty: "本月无数据。",
  });
}

function baselineName(baseline: (typeof BASELINES)[number], month: string): string {
  const at = baselineMonth(baseline, parseMonth(month));
  const { name, compared } = BASELINE_WORDS[baseline];
  return `${name}（${at === null ? "各企业首报月" : monthWords(formatMonth(at))}，${compared}）`;
}

const baselineRow = (name: string, f: Figure, kind?: "sub"): TableRow => ({
  ...{ name, ...(kind ? { kind } : {}) },
  cells: [
    ...[exact(f.matched), exactOr(f, f.base), exactOr(f, f.current), signedOr(f, f.change), rateOf(f)],
    ...[exactOr(f, f.grossLoss), exactOr(f, f.grossGain), exact(f.entered), exact(f.left), exact(f.silent)],
  ],
});

function trendPicture(facts: MonthlyFacts): Html {
  const known = facts.trend.filter((p) => p.chained !== null);
  if (known.length < 2) return html`<p class="note">趋势图：连续可比的月份不足两个月，暂不绘制。</p>`;
  const [first, last] = [known[0]!, known.at(-1)!];
  const festival = known.some((p) => p.springFestival) ? "浅灰竖带为春节所在月；" : "";
  const lines = facts.trend.length > STRONG ? "粗线为近13个月，细线为此前；" : "";
  const says = `可比用工由${monthWords(formatMonth(first.month))}的${exact(Math.round(first.chained!))}人到${monthWords(formatMonth(last.month))}的${exact(Math.round(last.chained!))}人；${lines}${festival}纵轴不从0起。可比用工按各月共同样本环比链接至本月口径，剔除报送企业增减的影响。`;
  return picture({ id: "chart-trend", title: "可比用工人数（人）", says, config: trendChart(facts) });
}

function trendTable({ trend }: MonthlyFacts): Html {
  const newestFirst = trend.toReversed();
  const recent = trendRows(newestFirst.slice(0, SHOWN), "近13个月用工");
  const earlier = newestFirst.slice(SHOWN);
  if (earlier.length === 0) return recent;
  return html`${recent}<details><summary>更早月份（${earlier.length}个月）</summary>${trendRows(earlier, "更早月份用工")}</details>`;
}

const trendRows = (points: MonthlyFacts["trend"], caption: string): Html =>
  table({
    caption,
    unit: "户、人",
    columns: [
      { head: "月份" },
      ...["已报企业", "用工人数", "可比用工", "共同样本", "环比变动", "环比"].map((head) => ({ head, number: true })),
    ],
    rows: points.map((p) => ({
      name: `${formatMonth(p.month)}${p.springFestival ? "（春节）" : ""}`,
      cells: [
        ...[exact(p.reporting), exact(p.headcount), exact(p.chained === null ? null : Math.round(p.chained))],
        ...[exact(p.matched), p.matched === 0 ? NO_SAMPLE : signed(p.change), rateOf(p)],
      ],
    })),
    empty: "无历史数据。",
  });
