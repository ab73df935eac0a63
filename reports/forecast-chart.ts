import type { ForecastMonth } from "../models/forecast/forecast.ts";
import type { ExpectedMonth, TotalForecast } from "../models/forecast/total-forecast.ts";
import { formatMonth } from "../models/month.ts";
import { type Language, text } from "../models/text.ts";
import { baseOptions, type ChartConfig, QUIET_AXIS, VALUE_AXIS } from "./charts.ts";
import { LIGHT } from "./tokens.ts";

const LABELS = {
  known: text("可比用工", "comparable employment"),
  ahead: text("预测", "forecast"),
  inner: text("80%区间", "80 % limits"),
  outer: text("95%区间", "95 % limits"),
} as const;

/** Reported months on the band that the months before them led to expect, then the months foretold. */
export function forecastChart(
  expected: readonly ExpectedMonth[],
  { path, month, persons }: TotalForecast,
  language: Language,
): ChartConfig {
  const ahead = path.kind === "path" ? path.months : [];
  const bands = [...expected.map((one) => one.expected), ...ahead];
  const known = expected.map((one) => Math.round(one.persons));
  const gap = known.map((_, i) => (i === known.length - 1 ? Math.round(persons) : null));
  const line = { type: "line", pointRadius: 0, tension: 0, order: 1 };
  return {
    type: "line",
    data: {
      labels: [...expected.map((one) => one.month), ...ahead.map((_, i) => month + 1 + i)].map(formatMonth),
      datasets: [
        {
          ...{ ...line, label: LABELS.known[language], data: [...known, ...ahead.map(() => null)] },
          ...{ borderColor: LIGHT.ink, borderWidth: 2 },
        },
        {
          ...{ ...line, label: LABELS.ahead[language], data: [...gap, ...ahead.map(({ mean }) => Math.round(mean))] },
          ...{ borderColor: LIGHT.blue, borderWidth: 2, borderDash: [5, 4] },
        },
        { ...band(bands, "low80", "high80"), label: LABELS.inner[language], backgroundColor: LIGHT.band, order: 5 },
        { ...band(bands, "low95", "high95"), label: LABELS.outer[language], backgroundColor: LIGHT.festival, order: 6 },
      ],
    },
    options: baseOptions({
      plugins: { legend: { display: false } },
      scales: { x: { ...QUIET_AXIS, stacked: false }, y: { ...VALUE_AXIS, beginAtZero: false, grace: "5%" } },
    }),
  };
}

/** Bars from the lower to the upper limit that touch one another; both kinds stand over the same months. */
const band = (months: readonly (ForecastMonth | null)[], low: "low80" | "low95", high: "high80" | "high95") => ({
  ...{ type: "bar", grouped: false, barPercentage: 1, categoryPercentage: 1 },
  data: months.map((m) => (m === null ? null : ([Math.round(m[low]), Math.round(m[high])] as const))),
});
