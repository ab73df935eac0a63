import { formatMonth } from "../../models/month.ts";
import { type Text, text } from "../../models/text.ts";
import { STRONG, trendChart } from "../charts.ts";
import { change, count } from "../document/cell.ts";
import type { Block, TableBlock } from "../document/document.ts";
import type { Writer } from "../document/writer.ts";
import type { MonthlyFacts } from "../facts.ts";
import { exact } from "../number.ts";
import { monthWords } from "../wording/dates.ts";
import { numbers, rateCell, UNIT } from "./group-table.ts";

/** Months the trend table shows before one has to open the rest. */
const SHOWN = 13;

/** 用工趋势: the chart, the last 13 months, and the earlier ones. */
export function trendBlocks(facts: MonthlyFacts, w: Writer): Block[] {
  const newestFirst = sinceFirst(facts.trend).toReversed();
  const earlier = newestFirst.slice(SHOWN);
  return [
    w.heading(1, text("用工趋势", "Trend"), "trend"),
    ...trendFigure(facts, w),
    trendTable(newestFirst.slice(0, SHOWN), "trend", "近13个月用工", "The last 13 months", w),
    ...(earlier.length === 0 ? [] : [{ ...earlierTable(earlier, w), folded: foldedWords(earlier.length, w) }]),
  ];
}

const earlierTable = (points: MonthlyFacts["trend"], w: Writer): TableBlock =>
  trendTable(points, "trend-earlier", "更早月份用工", "Earlier months", w);

const foldedWords = (months: number, w: Writer): string =>
  w.say(text(`更早月份（${months}个月）`, `Earlier months (${months})`));

function trendFigure(facts: MonthlyFacts, w: Writer): Block[] {
  const known = facts.trend.filter((p) => p.chained !== null);
  if (known.length < 2) return w.paragraph("note", TOO_SHORT);
  const [first, last] = [known[0]!, known.at(-1)!];
  const [from, to] = [first, last].map((p) => monthWords(formatMonth(p.month)));
  const [then, now] = [first, last].map((p) => exact(Math.round(p.chained!)));
  const [festival, lines] = [festivalBands(known), linesOf(known)];
  const says = text(
    `可比用工由${from!.zh}的${then}人到${to!.zh}的${now}人；${lines.zh}${festival.zh}纵轴不从0起。可比用工按各月共同样本环比链接至本月口径，剔除报送企业增减的影响。`,
    `Comparable employment went from ${then} in ${from!.en} to ${now} in ${to!.en}.${lines.en}${festival.en} The axis does not begin at 0. Each month is linked to this one by the rates of the enterprises that both share, so that a changing circle of reporters makes no step.`,
  );
  const title = text("可比用工人数（人）", "Comparable employment (persons)");
  return [w.figure({ id: "trend", title, says, config: trendChart(facts, w.language), width: "full" })];
}

/** Months before anybody reported tell nothing; all of them where nobody ever did. */
function sinceFirst(points: MonthlyFacts["trend"]): MonthlyFacts["trend"] {
  const first = points.findIndex(({ reporting }) => reporting > 0);
  return first < 0 ? points : points.slice(first);
}

/** Said of a chart that has lines of both kinds. */
export const linesOf = (points: MonthlyFacts["trend"]): Text =>
  points.length > STRONG
    ? text("粗线为近13个月，细线为此前；", " The strong line is the last 13 months, the thin one those before.")
    : text("", "");

/** Said of a chart that has such bands; a place without Spring Festival has none. */
export const festivalBands = (points: MonthlyFacts["trend"]): Text =>
  points.some((p) => p.springFestival)
    ? text("浅灰竖带为春节所在月；", " The light bands are the months of Spring Festival.")
    : text("", "");

export const TOO_SHORT = text(
  "趋势图：连续可比的月份不足两个月，暂不绘制。",
  "No trend is drawn: fewer than two months running can be compared.",
);

const trendTable = (points: MonthlyFacts["trend"], id: string, zh: string, en: string, w: Writer): TableBlock =>
  w.table({
    ...{ id, caption: text(zh, en), unit: UNIT, empty: text("无历史数据。", "no history.") },
    columns: [
      { head: text("月份", "Month") },
      ...[
        text("已报企业", "Reported"),
        text("用工人数", "Persons"),
        text("可比用工", "Comparable"),
        text("共同样本", "Common sample"),
        text("环比变动", "Change"),
        text("环比", "m/m"),
      ].map(numbers),
    ],
    rows: points.map((p) => {
      const month = formatMonth(p.month);
      const festival = p.springFestival ? text(`${month}（春节）`, `${month} (Spring Festival)`) : text(month, month);
      return {
        cells: [
          ...[w.words(festival), count(p.reporting), count(p.headcount)],
          ...[count(p.chained === null ? null : Math.round(p.chained)), count(p.matched)],
          ...[change(p.matched === 0 ? null : p.change), rateCell(p, w)],
        ],
      };
    }),
  });
