import type { Language } from "../models/text.ts";
import type { ChartConfig } from "./charts.ts";
import { baseOptions, festivalShade, headcountAxis, LABELS, QUIET_AXIS, SHADE_AXIS, STRONG } from "./charts.ts";
import { type HistoryMarks, historyMarks } from "./history-marks.ts";
import { LIGHT } from "./tokens.ts";

/** A month of one enterprise; null is not known, and the line has a gap there. Persons. */
export interface HistoryPoint extends HistoryMarks {
  /** "2025-12". */
  readonly month: string;
  readonly headcount: number | null;
  readonly expected: number | null;
  readonly lower: number | null;
  readonly springFestival: boolean;
}

/**
 * What was reported, the last year strong, over grey bars from the lower bound to what had been expected; alerts and events
 * stand on the line, a level shift is a dashed line, the months of Spring Festival are shaded.
 */
export function historyChart(points: readonly HistoryPoint[], language: Language): ChartConfig {
  const from = Math.max(0, points.length - STRONG);
  const values = points.map(({ headcount }) => headcount);
  const line = {
    label: LABELS.headcount[language],
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
        { type: "bar", label: LABELS.band[language], data: bands, ...look },
        ...historyMarks(points, language),
        ...festivalShade(points, language),
      ],
    },
    options: baseOptions({
      plugins: { legend: { display: false } },
      scales: {
        x: QUIET_AXIS,
        y: headcountAxis(points.flatMap(({ headcount, lower }) => [headcount, lower])),
        shade: SHADE_AXIS,
      },
    }),
  };
}
