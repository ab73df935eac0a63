import type { Guard } from "./guarded-request.ts";

/** What channels need of the world, handed in so that tests need no luck. */
export interface Tools {
  readonly guard: Guard;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Writes one line to the log. */
  readonly write: (line: string) => void;
}
