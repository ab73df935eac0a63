import type { ChartConfig } from "./charts.ts";
import { baseOptions, headcountAxis, QUIET_AXIS, STRONG } from "./charts.ts";
import { LIGHT } from "./tokens.ts";

/** A month of one enterprise; null is not known, and the line has a gap there. Persons. */
export interface HistoryPoint {
  /** "2025-12". */
  readonly month: string;
  readonly headcount: number | null;
  readonly expected: number | null;
  readonly lower: number | null;
}

/** What was reported, the last year strong, over grey bars from the lower bound to what had been expected. */
export function historyChart(points: readonly HistoryPoint[], words: { headcount: string; band: string }): ChartConfig {
  const from = Math.max(0, points.length - STRONG);
  const values = points.map(({ headcount }) => headcount);
  const line = {
    label: words.headcount,
    borderColor: LIGHT.ink,
    pointRadius: 0,
    tension: 0,
    order: 1,
    spanGaps: false,
  };
  const bands = points.map(({ expected, lower }) =>
    expected === null || lower === null ? null : ([Math.max(0, lower), expected] as const),
  );
  const look = { barPercentage: 1, categoryPercentage: 0.9, grouped: false, backgroundColor: LIGHT.band, order: 5 };
  return {
    type: "line",
    data: {
      labels: points.map(({ month }) => month),
      datasets: [
        { ...line, data: values.map((v, i) => (i <= from ? v : null)), borderWidth: 1, borderColor: LIGHT.thin },
        { ...line, data: values.map((v, i) => (i >= from ? v : null)), borderWidth: 2.5 },
        { type: "bar", label: words.band, data: bands, ...look },
      ],
    },
    options: baseOptions({
      plugins: { legend: { display: false } },
      scales: {
        x: QUIET_AXIS,
        y: headcountAxis(points.flatMap(({ headcount, lower }) => [headcount, lower])),
      },
    }),
  };
}
