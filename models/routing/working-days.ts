/**
 * Which days are worked. China's holidays are set by the State Council year by year, and make up for some of them with
 * weekends that are worked (调休); tyme4ts holds what was announced. Where a year is not announced yet, only the weekends
 * are known: see docs/adr/0006 for why a calendar may be imported here.
 */
import { SolarDay } from "tyme4ts";
import { dayAfter } from "../instant.ts";

/** Whether people are at their desks on a day ("2026-02-14"). */
export function isWorkingDay(day: string): boolean {
  const [year, month, date] = day.split("-").map(Number);
  const holiday = SolarDay.fromYmd(year!, month!, date!).getLegalHoliday();
  return holiday === null ? !isWeekend(day) : holiday.isWork();
}

/** The first working day at or after a day. */
export function workingDayFrom(day: string): string {
  let at = day;
  while (!isWorkingDay(at)) at = dayAfter(at, 1);
  return at;
}

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(Date.parse(day)).getUTCDay());
