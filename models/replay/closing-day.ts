import { firstDay, type Month } from "../month.ts";

/** The day on which a month's data closes and its run is due: a day of the month after. (2023-12, 10) → "2024-01-10". */
export const closingDay = (month: Month, closeDay: number): string =>
  firstDay(month + 1).slice(0, 8) + String(closeDay).padStart(2, "0");
