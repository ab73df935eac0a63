/**
 * When Spring Festival falls. Two new moons lie within seven minutes of midnight in Beijing (2027 at 23:56, 2030 at 00:07),
 * and Node's Intl Chinese calendar puts both festivals on the wrong day; tyme4ts has them right. A calendar is a table of
 * facts, not an edge: it is the one library beside simple-statistics that models may import.
 */
import { LunarDay } from "tyme4ts";
import { type Month, monthOfDate, parseMonth, yearOf } from "./month.ts";

/** Weeks after New Year's day in which those who went home come back (domain.md 2.9: general knowledge). */
const RETURN_WEEKS = [4, 6] as const;
const DAY = 86_400_000;

/** New Year's day of the lunar year that begins in a calendar year, "2027-02-06". */
export function festivalDate(year: number): string {
  const known = dates.get(year);
  if (known !== undefined) return known;
  const day = LunarDay.fromYmd(year, 1, 1).getSolarDay();
  const date = `${day.getYear()}-${pad(day.getMonth())}-${pad(day.getDay())}`;
  dates.set(year, date);
  return date;
}

/** A new moon takes milliseconds to reckon, and every month of every course asks. */
const dates = new Map<number, string>();

/** Whether New Year's day of the lunar year falls in the month. */
export const isFestivalMonth = (month: Month): boolean => monthOfDate(festivalDate(yearOf(month))) === month;

/**
 * Months whose headcount the festival moves: the month of New Year's day, and every month from there to the end of the four
 * to six weeks in which people return. 2023: January, February, March; 2024: February, March.
 */
export function festivalMonths(year: number): readonly Month[] {
  const newYear = monthOfDate(festivalDate(year));
  const returned = festivalReturn(year).to;
  return Array.from({ length: returned - newYear + 1 }, (_, i) => newYear + i);
}

/** The months the return begins (four weeks) and ends (six weeks): no return by the end of `to` is the alarming pattern. */
export function festivalReturn(year: number): { readonly from: Month; readonly to: Month } {
  const [from, to] = RETURN_WEEKS.map((weeks) => monthOfDate(daysAfter(festivalDate(year), weeks * 7)));
  return { from: from!, to: to! };
}

/** January and February of a year, joined wherever months are compared: the festival changes month almost every year. */
export function joinedMonths(year: number): readonly [Month, Month] {
  const january = parseMonth(`${year}-01`);
  return [january, january + 1];
}

const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

const pad = (value: number): string => String(value).padStart(2, "0");
