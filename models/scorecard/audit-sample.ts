import type { Month } from "../month.ts";

/**
 * Which of the enterprises that nobody was alerted to are looked at all the same, so that what the rules do not see can be
 * seen: drawn by lot, the same for everybody who draws again. In the order drawn; all of them when they are fewer.
 */
export function auditSample(enterprises: Int32Array, month: Month, size: number): Int32Array {
  const drawn = Array.from(enterprises, (enterprise) => ({ enterprise, lot: lotOf(enterprise, month) }));
  drawn.sort((a, b) => a.lot - b.lot || a.enterprise - b.enterprise);
  return Int32Array.from(drawn.slice(0, size), ({ enterprise }) => enterprise);
}

/** The finaliser of MurmurHash3 over both numbers: ids that follow one another do not draw lots that do. */
function lotOf(enterprise: number, month: Month): number {
  let lot = Math.imul(enterprise, 0x9e3779b1) ^ Math.imul(month, 0x85ebca6b);
  lot = Math.imul(lot ^ (lot >>> 16), 0x85ebca6b);
  lot = Math.imul(lot ^ (lot >>> 13), 0xc2b2ae35);
  return (lot ^ (lot >>> 16)) >>> 0;
}
