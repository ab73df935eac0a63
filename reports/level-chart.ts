import { formatMonth } from "../models/month.ts";
import { type Language, type Text, text } from "../models/text.ts";
import type { AlertFacts } from "./alert-facts.ts";
import { baseOptions, type ChartConfig, COUNT_AXIS, QUIET_AXIS } from "./charts.ts";
import { safeColor } from "./tokens.ts";

/** Open alerts at the end of each month, a bar a month, the most severe level at the foot; its shape stands in the legend. */
export function levelChart({ levels, months }: Pick<AlertFacts, "levels" | "months">, language: Language): ChartConfig {
  return {
    type: "bar",
    data: {
      labels: months.map(({ month }) => formatMonth(month)),
      datasets: levels.map(({ code, name, shape, color }) => ({
        label: `${shape} ${name[language]}`,
        data: months.map(({ open }) => open[code] ?? 0),
        backgroundColor: safeColor(color),
        stack: "levels",
      })),
    },
    options: baseOptions({
      plugins: { legend: { display: true, position: "bottom", labels: { boxWidth: 12 } } },
      scales: { x: { ...QUIET_AXIS, stacked: true }, y: { ...COUNT_AXIS, stacked: true, beginAtZero: true } },
    }),
  };
}

/** An empty chart tells less than a sentence. */
export const neverOpen = (months: AlertFacts["months"]): boolean =>
  months.every(({ open }) => Object.values(open).every((count) => count === 0));

export const noneOpen = (months: number): Text =>
  text(
    `${months}个已运行月份各月末均无维持中的企业预警，不绘图。`,
    `No alert was open at the end of any of the ${months} months that were run: there is nothing to draw.`,
  );
