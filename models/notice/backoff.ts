import { type Instant, MINUTE } from "../instant.ts";

const FIRST = 5_000;
/** A receiver that comes back is served within five minutes, however long it was away. */
const LONGEST = 4 * MINUTE;

/**
 * When to try again after so many failed tries: twice as long each time, up to four minutes, by chance between half and the
 * whole of it, so that many messages do not come back at once. A receiver's own wish is kept.
 * @param chance 0…1
 */
export function nextTry(now: Instant, tries: number, chance: number, wanted = 0): Instant {
  const most = Math.min(LONGEST, FIRST * 2 ** Math.min(tries - 1, 20));
  return now + Math.max(wanted, Math.round(most * (0.5 + chance / 2)));
}
