/**
 * Place of the size band that a number of persons falls in.
 * @param limits lower ends, ascending from 0
 */
export function sizeBand(limits: ArrayLike<number>, persons: number): number {
  let band = limits.length - 1;
  while (band > 0 && limits[band]! > persons) band--;
  return band;
}
