import { BASELINES, type Comparison, endsQuarter } from "./baseline.ts";
import { type Month, yearOf } from "./month.ts";
import { joinedMonths } from "./spring-festival.ts";

/**
 * Where January and February are joined before they are compared with a year ago, because Spring Festival moves between them:
 * "joined" in February, "not-yet" in January, when February is still to come; null in the other months, and in all months
 * of a place without Spring Festival.
 */
export function joiningIn(month: Month, springFestival: boolean): "joined" | "not-yet" | null {
  const [january, february] = joinedMonths(yearOf(month));
  if (!springFestival || month > february) return null;
  return month === january ? "not-yet" : "joined";
}

/** What a month's figures are compared with: every baseline, the quarter before at a quarter's end, and the joined months where they can be. */
export const comparisonsIn = (month: Month, springFestival: boolean): readonly Comparison[] => [
  ...BASELINES,
  ...(endsQuarter(month) ? (["quarter-start"] as const) : []),
  ...(joiningIn(month, springFestival) === "joined" ? (["joined-year-ago"] as const) : []),
];
