import type { History } from "./history.ts";
import type { Limits } from "./limits.ts";
import { unitScale } from "./shock.ts";
import { robustStl, STL_FEWEST, type StlRoom } from "./stl.ts";

const YEAR = 12;
const NOT = -1;

/**
 * Takes the enterprise's own season out of the last year's residuals, and adds it to what was expected of it: a school
 * without peers closes every July. Under `ownSeasonFrom` months nothing is known of it; from there on a month is
 * expected to repeat what it did a year ago, from `stlFrom` months on what a robust decomposition of the months before
 * this one says, where both have the same sign. One usual spread of it is not believed, and a fall only once the one a
 * year ago was made good: somebody who cuts every January and never hires is not seasonal. Returns whether anything
 * changed. Called for the few whose month would matter otherwise, because the decomposition costs as much as all else.
 * @param yearAgo the panel column of each column's month a year before, by the moon around Spring Festival; -1 for none
 */
export function expectOwnSeason(h: History, yearAgo: Int32Array, limits: Limits, room: StlRoom): boolean {
  const last = h.log.length - 1;
  if (h.months < limits.ownSeasonFrom) return false;
  const decomposed = h.months >= limits.stlFrom ? decompose(h, room) : NOT;
  const from = Math.max(h.first + 1, last - YEAR + 1);
  let some = false;
  for (let column = from; column <= last; column++) {
    h.season[column] = seasonOf(h, column, yearAgo[column], room.seasonal, decomposed, limits);
    if (h.season[column] !== 0) some = true;
  }
  let sum = 0;
  for (let column = from; some && column <= last; column++) {
    sum += h.season[column];
    h.residual[column] -= h.season[column];
    h.peers[column] += sum;
  }
  return some;
}

/**
 * Expected log change of a month beyond its peers', by the enterprise's own earlier years; 0 when nothing is known.
 * @param since the column that `seasonal` begins with; NOT without a decomposition
 */
function seasonOf(
  h: History,
  column: number,
  ago: number,
  seasonal: Float64Array,
  since: number,
  limits: Limits,
): number {
  if (ago <= h.first || Number.isNaN(h.residual[column])) return 0;
  const before = h.residual[ago];
  const calendar = ago === column - YEAR;
  const found =
    since !== NOT && calendar && ago - 1 > since ? seasonal[ago - since] - seasonal[ago - 1 - since] : before;
  if (!(found * before > 0)) return 0;
  if (found < 0 && !isMadeGood(h, column - 1, ago - 1, found * (1 - limits.seasonReturn))) return 0;
  const doubt = unitScale(h.variance, h.people[column - 1], limits);
  return Math.sign(found) * Math.max(0, Math.min(Math.abs(found), Math.abs(before)) - doubt);
}

/** Whether the level before this month is no more than `missing` (log, < 0) under that before the same month a year ago. */
const isMadeGood = (h: History, now: number, ago: number, missing: number): boolean =>
  h.log[now] - h.peers[now] - (h.log[ago] - h.peers[ago]) >= missing;

/**
 * Decomposes the months from the first reported to the one before the last, peers taken out, gaps carried on; returns the first's
 * column, NOT when there are too few.
 */
function decompose(h: History, room: StlRoom): number {
  const last = h.log.length - 1;
  let since = h.first;
  while (since < last && Number.isNaN(h.log[since])) since++;
  const count = last - since;
  if (count < STL_FEWEST) return NOT;
  let level = 0;
  for (let i = 0; i < count; i++) {
    const now = h.log[since + i] - h.peers[since + i];
    if (!Number.isNaN(now)) level = now;
    h.work[i] = level;
  }
  robustStl(h.work, count, room);
  return since;
}
