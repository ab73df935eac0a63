import type { Level } from "../models/profile.ts";
import { type Language, type Text, text } from "../models/text.ts";
import { type Dataset, POINT_STYLES } from "./charts.ts";
import { LIGHT, safeColor } from "./tokens.ts";

/** What stands on the time line at a month. */
export interface HistoryMarks {
  /** Levels of the alerts opened in it; null: the cause is gone, and the level with it. */
  readonly alerts: readonly (Level | null)[];
  /** Something was reported to have happened in it. */
  readonly hasEvents: boolean;
  /** The level of the headcount shifts in it. */
  readonly breaks: boolean;
}

interface MarkedMonth extends HistoryMarks {
  readonly month: string;
  readonly headcount: number | null;
}

/** As the sentence beside the chart calls them: shape, then word. */
export const MARK_WORDS = {
  alert: text("○预警（原因已消除）", "○ alert (its cause is gone)"),
  event: text("×动态", "× event"),
  break: text("┆水平变动", "┆ level shift"),
} as const;

/** The marks of a history, on the line where it has a figure; a month without one carries them at the nearest figure before. */
export function historyMarks(months: readonly MarkedMonth[], language: Language): Dataset[] {
  const places = placesOf(months);
  const at = (marked: (month: MarkedMonth) => boolean) => months.map((one, i) => (marked(one) ? places[i]! : null));
  const levels = [...new Set(months.flatMap(({ alerts }) => alerts))];
  return [
    ...levels.map((level) => ({
      ...{ label: levelWords(level)[language], data: at(({ alerts }) => alerts.includes(level)), ...DOTS },
      ...{ pointStyle: POINT_STYLES[level?.shape ?? ""] ?? "circle", pointRadius: 7, order: -1 },
      pointBackgroundColor: level ? safeColor(level.color) : LIGHT.paper,
      pointBorderColor: level ? safeColor(level.color) : LIGHT.soft,
    })),
    ...(months.some(({ hasEvents }) => hasEvents)
      ? [{ label: MARK_WORDS.event[language], data: at(({ hasEvents }) => hasEvents), ...DOTS, ...CROSS }]
      : []),
    ...months.filter(({ breaks }) => breaks).map(({ month }) => breakLine(month, language)),
  ];
}

/** "◆橙色预警". */
export const levelWords = (level: Level | null): Text =>
  level ? text(`${level.shape}${level.name.zh}`, `${level.shape} ${level.name.en}`) : MARK_WORDS.alert;

const DOTS = { showLine: false };
/** Larger than a level's shape, so that its arms are seen behind one. */
const CROSS = { pointStyle: "crossRot", pointRadius: 12, pointBorderWidth: 2, pointBorderColor: LIGHT.soft, order: 0 };

const breakLine = (month: string, language: Language): Dataset => ({
  ...{ label: MARK_WORDS.break[language], yAxisID: "shade", order: 3, pointRadius: 0, pointHitRadius: 0 },
  ...{ borderColor: LIGHT.soft, borderWidth: 1.5, borderDash: [4, 4] },
  data: [
    { x: month, y: 0 },
    { x: month, y: 1 },
  ],
});

/** Persons at which a month's marks stand: its own, else the last before it, else the first at all. */
function placesOf(months: readonly MarkedMonth[]): (number | null)[] {
  let last = months.find(({ headcount }) => headcount !== null)?.headcount ?? null;
  return months.map(({ headcount }) => {
    last = headcount ?? last;
    return last;
  });
}
