import type { AlertEpisode, AlertHistory, LevelChange } from "../judging/episodes.ts";
import type { Month } from "../month.ts";

/** What a month run decided on an alert: its level from then on, a place in the levels; -1 none. */
export interface DecidedLevel {
  readonly alert: number;
  readonly enterprise: number;
  readonly openedMonth: Month;
  readonly month: Month;
  readonly level: number;
}

/**
 * The course of alerts from what month runs decided on them, in order of month. Each run decides on every open alert, so one
 * that a later run does not speak of was closed by a person in between. Alerts that opened before the first decision keep the
 * month they opened in; their opening is no change here.
 * @param months months that were run, oldest first
 */
export function alertHistory(decided: readonly DecidedLevel[], months: readonly Month[]): AlertHistory {
  const byAlert = new Map<number, DecidedLevel[]>();
  for (const row of decided) byAlert.set(row.alert, [...(byAlert.get(row.alert) ?? []), row]);
  const stood = [...byAlert.values()].filter((rows) => rows.some(({ level }) => level !== NONE));
  const courses = stood.map((rows) => courseOf(rows, months));
  return { episodes: courses.map(({ episode }) => episode), changes: courses.flatMap(({ changes }) => changes) };
}

interface AlertCourse {
  readonly episode: AlertEpisode;
  readonly changes: readonly LevelChange[];
}

const NONE = -1;

function courseOf(rows: readonly DecidedLevel[], months: readonly Month[]): AlertCourse {
  const { enterprise, openedMonth } = rows[0];
  const stood = rows.filter(({ level }) => level !== NONE);
  const closedMonth = closedIn(rows.at(-1)!, months);
  const level = Math.min(...stood.map((row) => row.level));
  const changes: LevelChange[] = [];
  let before = openedMonth < rows[0].month ? rows[0].level : NONE;
  for (const { month, level: after } of rows) {
    if (after !== before) changes.push({ enterprise, month, before, after });
    before = after;
  }
  if (closedMonth !== null && before !== NONE) changes.push({ enterprise, month: closedMonth, before, after: NONE });
  return { episode: { enterprise, openedMonth, closedMonth, level }, changes };
}

/** The first month in which it no longer stood; null while it stands. */
function closedIn({ month, level }: DecidedLevel, months: readonly Month[]): Month | null {
  if (level === NONE) return month;
  return months.find((later) => later > month) ?? null;
}
