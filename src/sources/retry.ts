import { SourceFailure } from "./failure.ts";

/** What a source needs of the world, passed in so that tests need no waiting and no luck. */
export interface Tools {
  /** Ends at once, with the signal's reason, when the signal is given. */
  sleep(milliseconds: number): Promise<void>;
  /** Set off, it ends waiting, retries and what is under way; then the reason is thrown, not a failure of the source. */
  readonly signal?: AbortSignal;
  /** From 0 up to 1. */
  random(): number;
}

export const ATTEMPTS = 5;
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 60_000;
/** A source that asks for a longer pause is left for the next run. */
const LONGEST_ASKED = 300_000;

/** Tries up to five times with doubling pauses; a permanent failure ends it at once. */
export async function retry<T>(attempt: () => Promise<T>, tools: Tools): Promise<T> {
  for (let count = 1; ; count++) {
    tools.signal?.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      tools.signal?.throwIfAborted();
      if (!(error instanceof SourceFailure) || error.permanent || count === ATTEMPTS) throw error;
      const pause = error.retryAfter ?? backOff(count, tools.random());
      if (pause > LONGEST_ASKED) throw error;
      await tools.sleep(pause);
    }
  }
}

/** 1, 2, 4 … 60 s, of which half is drawn by lot, so that many do not come back at the same moment. */
export function backOff(count: number, random: number): number {
  const full = Math.min(FIRST_WAIT * 2 ** (count - 1), LONGEST_WAIT);
  return Math.round(full / 2 + (full / 2) * random);
}
