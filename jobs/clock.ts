import { type Month, monthOfDate } from "../models/month.ts";

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** The date in Asia/Shanghai at a moment, whatever zone the host keeps. China has no daylight saving time. */
export const dateInShanghai = (milliseconds: number): string =>
  new Date(milliseconds + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);

/** The newest month whose data has closed by a date: last month from closeDay on, the month before until then. */
export function newestDueMonth(today: string, closeDay: number): Month {
  const day = Number(today.slice(8, 10));
  return monthOfDate(today) - (day >= closeDay ? 1 : 2);
}
