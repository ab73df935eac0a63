export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson's score interval of a share, `events` of `rows`: it keeps within 0 and 1 and holds for few rows too.
 * @param z two-sided limit of the normal distribution, 1.96 for 95 %
 * Throws RangeError without a row. Source: Wilson, J. Am. Stat. Assoc. 22 (1927).
 */
export function wilson(events: number, rows: number, z: number): Interval {
  if (!(rows > 0)) throw new RangeError(`an interval needs rows, got ${rows}`);
  const p = events / rows;
  const z2 = (z * z) / rows;
  const middle = (p + z2 / 2) / (1 + z2);
  const half = (z / (1 + z2)) * Math.sqrt((p * (1 - p)) / rows + z2 / (4 * rows));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
