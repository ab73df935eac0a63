import { MONTH_LIMITS } from "./month-limits.ts";
import { GAP, type Panel } from "./panel.ts";

/** An enterprise, as a row of a panel, and the headcount that makes it worth naming. */
export interface Example {
  readonly row: number;
  readonly headcount: number;
}

/** Some enterprises of which the largest few are named. */
export interface Group {
  readonly count: number;
  /** At most five, largest first; of two alike the earlier row. */
  readonly largest: readonly Example[];
}

/** Who reports in a panel's month, beside the month before it. */
export interface MonthPresence {
  readonly reporting: number;
  readonly before: number;
  readonly matched: number;
  /** Persons of last month's reporters, and of those among them who report again. */
  readonly peopleBefore: number;
  readonly peopleMatched: number;
  readonly appeared: Group;
  readonly vanished: Group;
  /** MONTH_LIMITS.unchangedPeople or more, and the same number in all of the unchangedMonths to this one. */
  readonly frozen: Group;
}

/** Looks at the last columns of a panel. */
export function presenceIn(panel: Panel): MonthPresence {
  const appeared: Example[] = [];
  const vanished: Example[] = [];
  const frozen: Example[] = [];
  let reporting = 0;
  let before = 0;
  let peopleBefore = 0;
  let peopleMatched = 0;
  for (let row = 0; row < panel.size; row++) {
    const last = (row + 1) * panel.width - 1;
    const [now, then] = [panel.headcount[last]!, panel.headcount[last - 1]!];
    if (now !== GAP) reporting++;
    if (then !== GAP) before++;
    if (then !== GAP) peopleBefore += then;
    if (then !== GAP && now !== GAP) peopleMatched += then;
    if (now !== GAP && then === GAP) appeared.push({ row, headcount: now });
    else if (now === GAP && then !== GAP) vanished.push({ row, headcount: then });
    else if (now >= MONTH_LIMITS.unchangedPeople.value && isFrozen(panel, last)) frozen.push({ row, headcount: now });
  }
  const matched = reporting - appeared.length;
  return {
    reporting,
    before,
    matched,
    peopleBefore,
    peopleMatched,
    appeared: group(appeared),
    vanished: group(vanished),
    frozen: group(frozen),
  };
}

function isFrozen(panel: Panel, last: number): boolean {
  for (let back = 1; back < MONTH_LIMITS.unchangedMonths.value; back++)
    if (panel.headcount[last - back] !== panel.headcount[last]) return false;
  return true;
}

const group = (all: readonly Example[]): Group => ({
  count: all.length,
  largest: all.toSorted((a, b) => b.headcount - a.headcount).slice(0, 5),
});

/** Share of last month's headcount whose enterprises reported again; null when nobody reported last month. */
export const coverageOf = ({ peopleMatched, peopleBefore }: MonthPresence): number | null =>
  peopleBefore === 0 ? null : peopleMatched / peopleBefore;
