import { text } from "../../../models/text.ts";
import type { LevelRule } from "../../../models/threshold.ts";
import { limit, origin } from "../threshold.ts";
import { eventKinds } from "./events.ts";

/**
 * Levels by event. Reported events are the early signs (they lead the fall by one to three months), so each stands on its own
 * and for three months; a condition on the headcount only raises what a large enterprise's event means.
 */
const LEVELS = origin(
  "convention",
  "动态先于减员一至三个月；等级为默认值：已成事实或法定报告为橙色，50人以上企业升为红色，前兆为黄色，苗头为蓝色",
  "events lead the fall by one to three months; defaults: accomplished facts and statutory notices orange, at 50 people red, precursors yellow, first signs blue",
);

type Row = readonly [event: string, level: "red" | "orange" | "yellow" | "blue", headcount?: number];

const ROWS: readonly Row[] = [
  ["art41-notice", "orange"],
  ["art41-notice", "red", 200],
  ["closure", "blue"],
  ["closure", "orange", 20],
  ["closure", "red", 50],
  ["bankruptcy", "orange"],
  ["bankruptcy", "red", 50],
  ["absconded", "orange"],
  ["absconded", "red", 50],
  ["stopped-production", "yellow"],
  ["stopped-production", "orange", 20],
  ["ordered-shut", "yellow"],
  ["ordered-shut", "orange", 50],
  ["wage-arrears", "yellow"],
  ["contribution-arrears", "yellow"],
  ["contract-ends", "yellow"],
  ["labour-dispute", "yellow"],
  ["holiday", "yellow"],
  ["short-time", "blue"],
  ["relocation", "yellow"],
  ["dispatch-leaving", "blue"],
  ["orders-lost", "blue"],
  ["funds-broken", "blue"],
  ["power-drop", "blue"],
  ["merger-planned", "blue"],
];

const MONTHS = 3;

export const eventRules: readonly LevelRule[] = ROWS.map(([event, level, headcount]) => {
  const { name, origin: from } = eventKinds.find(({ code }) => code === event)!;
  const size =
    headcount === undefined ? text("", "") : text(`（${headcount}人以上企业）`, ` (${headcount} people and more)`);
  return {
    id: `${level}-${event}`,
    level,
    name: text(`${name.zh}${size.zh}`, `${name.en}${size.en}`),
    when: {
      event,
      eventMonths: limit(MONTHS, "months", LEVELS),
      ...(headcount === undefined ? {} : { headcount: limit(headcount, "persons", LEVELS) }),
    },
    origin: {
      kind: from.kind,
      note: text(`${from.note.zh}；${LEVELS.note.zh}`, `${from.note.en}; ${LEVELS.note.en}`),
    },
  };
});
