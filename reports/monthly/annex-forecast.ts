import { formatMonth } from "../../models/month.ts";
import { text } from "../../models/text.ts";
import { count } from "../document/cell.ts";
import type { Block, TableBlock } from "../document/document.ts";
import type { Writer } from "../document/writer.ts";
import type { MonthlyFacts } from "../facts.ts";
import { forecastChart } from "../forecast-chart.ts";
import type { OutlookFacts } from "../outlook-facts.ts";
import {
  methodSentence,
  outcomeSentence,
  recordSentence,
  SERIES_NOTE,
  sectionOutcomeSentence,
} from "../wording/forecast.ts";
import { estimatedSentence, nextMonthSentence } from "../wording/forms.ts";
import { trendSentence } from "../wording/outlook.ts";
import { NAME, numbers } from "./group-table.ts";

const PERSONS = text("人", "persons");

/** 走势预测: the months to come with their limits, for the whole and for each section. */
export function forecastBlocks(facts: MonthlyFacts, w: Writer): Block[] {
  const { outlook } = facts;
  const whole = outlook?.forecasts[0];
  const own = w.paragraph("body", estimatedSentence(facts), nextMonthSentence(facts));
  if (outlook === null || !whole) return own.length === 0 ? [] : [w.heading(1, OWN, "estimates"), ...own];
  return [
    w.heading(1, text("总量预测", "Forecast"), "forecast"),
    ...forecastTables(outlook, w),
    ...w.paragraph("body", outcomeSentence(whole), recordSentence(outlook), sectionOutcomeSentence(outlook)),
    ...w.paragraph("body", trendSentence(outlook.place), methodSentence(whole)),
    ...w.paragraph("note", SERIES_NOTE),
    w.heading(1, OWN, "estimates"),
    ...own,
  ];
}

const OWN = text("企业自报预计", "The enterprises' own estimates");

/** The chart, the months to come, and each section's. */
export function forecastTables(outlook: OutlookFacts | null, w: Writer): Block[] {
  const whole = outlook?.forecasts[0];
  if (outlook === null || !whole) return [];
  return [...figure(outlook, whole, w), ...wholeTable(whole, w), ...sectionTable(outlook, w)];
}

type Forecast = OutlookFacts["forecasts"][number];

function figure({ expected }: OutlookFacts, { made }: Forecast, w: Writer): Block[] {
  const hasBands = expected.some((one) => one.expected !== null);
  if (expected.length < 2 || (!hasBands && made.path.kind !== "path")) return []; // the line alone is the trend's
  const bands = hasBands
    ? text(
        "，浅灰带为仅凭此前各月推算的95%区间，深灰为80%区间",
        ", the light band the 95 % and the darker one the 80 % limits that only the months before led to expect",
      )
    : text("；此前月份不足，未推算各月区间", "; there are too few months before to expect any of them");
  const ahead =
    made.path.kind === "path"
      ? text("虚线及其后灰带为今后三个月的预测；", " The dashed line and the band around it are the forecast.")
      : text("", "");
  const says = text(
    `黑线为可比用工${bands.zh}；${ahead.zh}纵轴不从0起。`,
    `The line is comparable employment${bands.en}.${ahead.en} The axis does not begin at 0.`,
  );
  const title = text(
    "可比用工、预计区间与今后三个月（人）",
    "Comparable employment, what was expected, and the months to come (persons)",
  );
  return [w.figure({ id: "forecast", title, says, config: forecastChart(expected, made, w.language), width: "full" })];
}

const LIMIT_HEADS = [
  text("预测", "Forecast"),
  text("80%下限", "80 % from"),
  text("80%上限", "80 % to"),
  text("95%下限", "95 % from"),
  text("95%上限", "95 % to"),
];

function wholeTable({ made }: Forecast, w: Writer): TableBlock[] {
  if (made.path.kind !== "path") return [];
  return [
    w.table({
      ...{ id: "forecast", caption: text("今后三个月用工预测", "Employment in the months to come"), unit: PERSONS },
      columns: [{ head: text("月份", "Month") }, ...LIMIT_HEADS.map(numbers)],
      rows: made.path.months.map(({ mean, low80, high80, low95, high95 }, i) => {
        const month = formatMonth(made.month + 1 + i);
        return { cells: [w.words(text(month, month)), ...[mean, low80, high80, low95, high95].map(whole)] };
      }),
      empty: text("无。", "none."),
    }),
  ];
}

const whole = (persons: number) => count(Math.round(persons));

/** Next month and the last one foretold, each with its 95 % limits. */
function sectionTable({ forecasts }: OutlookFacts, w: Writer): TableBlock[] {
  const told = forecasts
    .slice(1)
    .flatMap(({ made, name }) =>
      made.path.kind === "path" ? [{ name, persons: made.persons, month: made.month, months: made.path.months }] : [],
    );
  if (told.length === 0) return [];
  const { month, months } = told[0]!;
  const heads = [months[0]!, months.at(-1)!].flatMap((_, i) => {
    const when = formatMonth(month + (i === 0 ? 1 : months.length));
    return [text(when, when), text("95%下限", "95 % from"), text("95%上限", "95 % to")];
  });
  return [
    w.table({
      ...{ id: "forecast-sections", caption: text("分行业门类用工预测", "Forecast by industry"), unit: PERSONS },
      columns: [{ head: NAME }, ...[text("本月", "This month"), ...heads].map(numbers)],
      rows: told.map(({ name, persons, months: ahead }) => ({
        cells: [
          w.words(name),
          whole(persons),
          ...[ahead[0]!, ahead.at(-1)!].flatMap(({ mean, low95, high95 }) => [mean, low95, high95].map(whole)),
        ],
      })),
      empty: text("无。", "none."),
    }),
  ];
}
