import type { Month } from "../month.ts";
import { ART41, art41 } from "./art41.ts";

/** Staff cut in a month, and the staff before it. */
export interface MonthlyCut {
  readonly month: Month;
  /** Persons; 0 or less where nobody was cut. */
  readonly people: number;
  readonly staff: number;
}

/** Cuts below the legal line each, that reach it together. */
export interface Slice {
  /** Window in months that they lie in: 1, 3 or 12. */
  readonly months: number;
  readonly from: Month;
  readonly to: Month;
  readonly people: number;
  /** Staff before the first of them. */
  readonly staff: number;
}

/** Monthly data see no 30 days: a month, a quarter and a year stand for 30 and 90 days and one year. */
const WINDOWS = [3, 12] as const;

/**
 * Small cuts that add up to what art. 41 asks of one (非法定口径: the law names no window; 威海's year, and 90 days elsewhere). Only
 * where none of them reaches the line by itself: then it was a layoff, not slices of one. The shortest window that does, at
 * its newest; null when none does.
 */
export function slicing(cuts: readonly MonthlyCut[], now: Month): Slice | null {
  for (const months of WINDOWS) {
    const inside = cuts.filter(({ month, people }) => month > now - months && month <= now && people > 0);
    if (inside.length < 2 || inside.some(reachesAlone)) continue;
    const first = inside.reduce((a, b) => (b.month < a.month ? b : a));
    const people = inside.reduce((sum, cut) => sum + cut.people, 0);
    if (people <= first.staff && art41({ people, staff: first.staff }).kind === "triggered")
      return { months, from: first.month, to: now, people, staff: first.staff };
  }
  return null;
}

/** Falls from one month to the next; a month without a report on either side tells of none. Net loss is not layoff. */
export const cutsOf = (
  headcounts: readonly { readonly month: Month; readonly headcount: number }[],
): readonly MonthlyCut[] => {
  const counts = new Map(headcounts.map(({ month, headcount }) => [month, headcount]));
  return headcounts.flatMap(({ month, headcount }) => {
    const staff = counts.get(month - 1);
    return staff !== undefined && staff > headcount ? [{ month, people: staff - headcount, staff }] : [];
  });
};

const reachesAlone = ({ people, staff }: MonthlyCut): boolean =>
  people >= ART41.people || people * ART41.share.in >= staff * ART41.share.of;
