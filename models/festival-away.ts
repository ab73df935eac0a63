import { lastDay, type Month, yearOf } from "./month.ts";
import { MOVEMENT_LIMITS } from "./movement-limits.ts";
import { festivalDate } from "./spring-festival.ts";

const DAY = 86_400_000;

/**
 * Of those who go home for Spring Festival, the share away on a month's last day, 0…1: rising from three weeks before the
 * festival, falling until five weeks after (MOVEMENT_LIMITS). The shape of a moving-holiday regressor, whose size the
 * data give. Source: Lin and Liu, "Modeling lunar calendar holiday effects in Taiwan" (2002); X-13ARIMA-SEATS, genhol.
 */
export function festivalAway(month: Month): number {
  const year = yearOf(month + 1); // the festival lies between 21 January and 20 February: December looks ahead
  return awayAt((Date.parse(lastDay(month)) - Date.parse(festivalDate(year))) / DAY);
}

/** `months` months ending with `last`, and `ahead` more; all 0 in a place without the festival. */
export function festivalAwayIn(last: Month, months: number, ahead: number, springFestival: boolean): Float64Array {
  const away = new Float64Array(months + ahead);
  return springFestival ? away.map((_, i) => festivalAway(last - months + 1 + i)) : away;
}

function awayAt(days: number): number {
  const { leaveDays, stayDays, returnDays } = MOVEMENT_LIMITS;
  if (days <= 0) return Math.max(0, 1 + days / leaveDays.value);
  return Math.min(1, Math.max(0, (returnDays.value - days) / (returnDays.value - stayDays.value)));
}
