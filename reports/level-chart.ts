import { formatMonth } from "../models/month.ts";
import type { Language } from "../models/text.ts";
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
