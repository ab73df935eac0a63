import { type OwnMedians, SEASON_FEWEST } from "./own-medians.ts";

/** Once is not a season. */
const YEARS = 2;

/**
 * The columns of a month's season month in earlier years, from `first` on.
 * @param yearAgo the column of each column's month a year before, by the moon around Spring Festival; -1 for none
 */
export function earlierYears(yearAgo: Int32Array, month: number, first: number): number[] {
  const columns: number[] = [];
  for (let then = yearAgo[month]; then >= first; then = yearAgo[then]) columns.push(then);
  return columns;
}

/**
 * Log change that a cohort is expected to make in a month beside its parent's. What it did beside it in the same season month
 * of earlier years, the smallest, where all of them went the same way; drawn towards 0 by n/(n + prior) over these
 * years' reports. 0 with fewer than two years: a trade's layoffs of one year are no season.
 * @param years where the medians of that season month begin, see earlierYears
 */
export function seasonBeside(
  { median, asked }: OwnMedians,
  cohort: number,
  parent: number,
  years: readonly number[],
  prior: number,
): number {
  if (years.length < YEARS) return 0;
  let known = 0;
  let reports = 0;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const year of years) {
    const size = asked[year + cohort];
    if (size < SEASON_FEWEST || size === asked[year + parent]) continue;
    const beside = median[year + cohort] - median[year + parent];
    if (beside < low) low = beside;
    if (beside > high) high = beside;
    reports += size;
    known++;
  }
  if (known < YEARS || !(low * high > 0)) return 0;
  return (reports / (reports + prior)) * (low > 0 ? low : high);
}
