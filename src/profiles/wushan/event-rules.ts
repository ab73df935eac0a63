import { text } from "../../../models/text.ts";
import type { LevelRule } from "../../../models/threshold.ts";
import { limit, origin } from "../threshold.ts";
import { CONTRACT_ENDS, eventKinds } from "./events.ts";

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
  ["labour-dispute", "yellow"],
  ["holiday", "yellow"],
  ["short-time", "blue"],
  ["relocation", "yellow"],
  ["dispatch-leaving", "blue"],
  ["orders-lost", "blue"],
  ["funds-broken", "blue"],
  ["power-drop", "blue"],
  ["merger-planned", "blue"],
  ["silence", "blue"],
];

const MONTHS = 3;

/**
 * Small layoffs that together reach what art. 41 asks of one. The law names no window, so these are monitoring rules and say so:
 * a month is nearly one layoff, a quarter is what other laws add up over, a year is the widest anybody does.
 */
const SLICING = origin(
  "practice",
  "非法定口径：法律未规定累计期间，按30日、90日、一年累计监测（威海一年，欧盟、台湾地区、美国30—90日），防止化整为零",
  "not statutory: the law names no window; added up over 30 and 90 days and a year (Weihai a year; EU, Taiwan and US 30–90 days)",
);

const WINDOWS: readonly (readonly [days: number, zh: string, en: string, level: "orange" | "yellow" | "blue"])[] = [
  [30, "30日", "30 days", "orange"],
  [90, "90日", "90 days", "yellow"],
  [365, "一年", "a year", "blue"],
];

const LINES: readonly (readonly [id: string, when: LevelRule["when"], zh: string, en: string])[] = [
  ["people", { eventPeople: limit(20, "persons", SLICING) }, "20人", "20 people"],
  ["share", { eventShare: limit(0.1, "share", SLICING) }, "10%", "10 %"],
];

/** Small layoffs that add up. */
const slicingRules: readonly LevelRule[] = WINDOWS.flatMap(([days, zh, en, level]) =>
  LINES.map(([id, when, lineZh, lineEn]) => ({
    id: `${level}-slices-${days}-${id}`,
    level,
    name: text(
      `${zh}内小额裁减累计达${lineZh}（非法定口径）`,
      `Small layoffs add up to ${lineEn} within ${en} (not statutory)`,
    ),
    when: {
      event: "small-layoff",
      eventMonths: limit(MONTHS, "months", LEVELS),
      eventDays: limit(days, "days", SLICING),
      ...when,
    },
    origin: SLICING,
  })),
);

const kindRules: readonly LevelRule[] = ROWS.map(([event, level, headcount]) => {
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

/** The source names the persons of one month, by size. Fifty are enough where nobody knows how large the enterprise is. */
const contractRules: readonly LevelRule[] = [
  {
    id: "yellow-contract-ends",
    level: "yellow",
    name: text(
      "集中终止或不续签劳动合同（一个月50人以上）",
      "Many contracts ended or not renewed (50 people within a month)",
    ),
    when: contractsEnded(50),
    origin: CONTRACT_ENDS,
  },
  {
    id: "yellow-contract-ends-below-500",
    level: "yellow",
    name: text(
      "集中终止或不续签劳动合同（500人以下企业一个月10人以上）",
      "Many contracts ended or not renewed (10 people within a month, below 500)",
    ),
    when: { ...contractsEnded(10), headcountBelow: limit(500, "persons", CONTRACT_ENDS) },
    origin: CONTRACT_ENDS,
  },
];

function contractsEnded(people: number): LevelRule["when"] {
  return {
    event: "contract-ends",
    eventMonths: limit(MONTHS, "months", LEVELS),
    eventDays: limit(30, "days", CONTRACT_ENDS),
    eventPeople: limit(people, "persons", CONTRACT_ENDS),
  };
}

export const eventRules: readonly LevelRule[] = [...kindRules, ...contractRules, ...slicingRules];
