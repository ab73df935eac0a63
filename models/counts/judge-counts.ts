import type { Month } from "../month.ts";
import { type CountAlarm, type CountHistory, countAlarm } from "./count-alarm.ts";
import type { MonthCount } from "./month-counts.ts";

/** A count with the verdict on it. */
export interface JudgedCount extends MonthCount {
  readonly alarm: CountAlarm;
}

/** Counts of an earlier month, as they were when that month was run. */
export interface EarlierCount extends MonthCount {
  readonly month: Month;
}

/**
 * Holds each count of a month against the same count of the months before. A kind was counted in the months in which the place
 * has a count of it: there a group's missing count is 0, in other months it is not known.
 */
export function judgeCounts(
  month: Month,
  counts: readonly MonthCount[],
  earlier: readonly EarlierCount[],
): JudgedCount[] {
  const before = new Map<string, EarlierCount[]>();
  for (const count of earlier) before.set(keyOf(count), [...(before.get(keyOf(count)) ?? []), count]);
  const counted = new Map<string, Set<Month>>();
  for (const { kind, dimension, month: then } of earlier)
    if (dimension === "place") counted.set(kind, (counted.get(kind) ?? new Set()).add(then));
  return counts.map((count) => {
    const history = historyOf(month, count, before.get(keyOf(count)) ?? [], counted.get(count.kind) ?? new Set());
    return { ...count, alarm: countAlarm(history, month) };
  });
}

const keyOf = ({ kind, dimension, code }: MonthCount): string => `${kind}\n${dimension}\n${code}`;

function historyOf(
  month: Month,
  { count }: MonthCount,
  before: readonly EarlierCount[],
  counted: ReadonlySet<Month>,
): CountHistory {
  const first = Math.min(month, ...counted);
  const counts = new Float64Array(month - first + 1).fill(Number.NaN);
  for (const then of counted) counts[then - first] = 0;
  for (const one of before) counts[one.month - first] = one.count;
  counts[month - first] = count;
  return { first, counts };
}
