import { formatMonth } from "../models/month.ts";
import type { MonthlyFacts } from "./facts.ts";
import { forecastChart } from "./forecast-chart.ts";
import { type Html, html } from "./markup.ts";
import type { OutlookFacts } from "./outlook-facts.ts";
import { picture } from "./picture.ts";
import { table } from "./table.ts";
import {
  forecastSentence,
  outcomeSentence,
  recordSentence,
  SERIES_NOTE,
  sectionOutcomeSentence,
} from "./wording-forecast.ts";
import { pathSentence, people, trendSentence } from "./wording-outlook.ts";

/** （三）总量预计: whether this month was to be expected, and the three to come. */
export function forecastPart({ outlook }: MonthlyFacts): Html | null {
  if (outlook === null) return null;
  const place = outlook.forecasts.find(({ made }) => made.dimension === "place");
  if (!place) return null;
  return html`<h3>（三）总量预计</h3>
<p class="body">${trendSentence(outlook.place).zh}${pathSentence(outlook.place).zh}${forecastSentence(place).zh}</p>
<p class="body">${outcomeSentence(place).zh}${recordSentence(outlook).zh}${sectionOutcomeSentence(outlook).zh}</p>
${forecastPicture(outlook, place)}${forecastTable(outlook)}<p class="note">${SERIES_NOTE.zh}</p>
`;
}

function forecastPicture({ expected }: OutlookFacts, { made }: OutlookFacts["forecasts"][number]): Html | null {
  if (expected.length < 2) return null;
  const ahead = made.path.kind === "path" ? "虚线及其后灰带为今后三个月的预测；" : "";
  const says = `黑线为可比用工，浅灰带为仅凭此前各月推算的95%区间，深灰为80%区间；${ahead}纵轴不从0起。`;
  return picture({
    id: "chart-forecast",
    title: "可比用工、预计区间与今后三个月（人）",
    says,
    config: forecastChart(expected, made),
  });
}

function forecastTable({ forecasts }: OutlookFacts): Html | null {
  const told = forecasts.flatMap(({ made, name }) =>
    made.path.kind === "path" ? [{ name, made, months: made.path.months }] : [],
  );
  if (told.length === 0) return null;
  const { month } = told[0]!.made;
  return table({
    caption: "今后三个月用工预测（括号内为95%区间）",
    unit: "人",
    columns: [
      { head: "名称" },
      { head: "本月", number: true },
      ...told[0]!.months.map((_, i) => ({ head: formatMonth(month + 1 + i), number: true })),
    ],
    rows: told.map(({ name, made, months }) => ({
      name: name.zh,
      cells: [
        people(made.persons),
        ...months.map((m) => `${people(m.mean)}（${people(m.low95)}—${people(m.high95)}）`),
      ],
    })),
    empty: "",
  });
}
