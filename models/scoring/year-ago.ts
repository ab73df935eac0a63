import { type Month, monthOfDate, monthOfYear, yearOf } from "../month.ts";
import { festivalDate } from "../spring-festival.ts";

const YEAR = 12;
/** Spring Festival lies in January or February, and its return ends by March. */
const LAST_FESTIVAL_MONTH = 3;

/**
 * For each of the panel's columns the column of the same month a year before: the same calendar month, or from January
 * to March, where Spring Festival moves headcounts, the month as far from the festival's. -1 when it lies before.
 */
export function yearAgoColumns(month: Month, width: number, springFestival: boolean): Int32Array {
  return Int32Array.from({ length: width }, (_, column) => {
    const then = monthAgo(month - (width - 1) + column, springFestival);
    return Math.max(-1, then - (month - (width - 1)));
  });
}

/** The month a year before in the season's sense. */
export function monthAgo(month: Month, springFestival: boolean): Month {
  if (!springFestival || monthOfYear(month) > LAST_FESTIVAL_MONTH) return month - YEAR;
  const year = yearOf(month);
  return monthOfDate(festivalDate(year - 1)) + (month - monthOfDate(festivalDate(year)));
}
