import { type Month, monthOfYear, yearOf } from "../../models/month.ts";
import { festivalDate } from "../../models/spring-festival.ts";

// Headcount in percent of the year's usual one, January to December.
// biome-ignore format: a table reads better in columns
const SEASONS = {
  even:     [100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100],
  // 五一, summer, 国庆 and the red leaves of November in the gorges
  tourism:  [ 95,  97,  98, 101, 103, 100, 104, 105, 100, 106, 101,  96],
  // 脆李 in late June and July, 柑橘 from November to January
  harvest:  [105,  99,  96,  96,  98, 109, 114, 103,  96,  97, 104, 108],
  school:   [100, 100, 102, 102, 102, 101,  91,  90, 102, 103, 103, 102],
  building: [ 98,  96, 100, 102, 103, 102, 100, 100, 102, 103, 102, 100],
} as const satisfies Record<string, readonly number[]>;

export type SeasonName = keyof typeof SEASONS;

/** Days before the festival from which people start to go home, and after it by which the last are back (正月's end). */
const LEAVE = 21;
const RETURN = 30;

/** Headcount of the month beside the year's usual one; 1.05 is 5 % more. */
export const seasonOf = (season: SeasonName, month: Month): number => SEASONS[season][monthOfYear(month) - 1]! / 100;

/** Of the people who go home for Spring Festival, the share away on the month's last day: 0 to 1. */
export function festivalAbsence(month: Month): number {
  const end = Date.UTC(yearOf(month), monthOfYear(month), 0);
  const days = (end - Date.parse(festivalDate(yearOf(month + 1)))) / 86_400_000;
  return days < 0 ? Math.max(0, 1 + days / LEAVE) : Math.max(0, 1 - days / RETURN);
}
