import { SIGN_IN_LIMITS } from "./limits.ts";

/** What a session's life depends on; moments in milliseconds since 1970, null is "has not happened". */
export interface SessionFacts {
  readonly createdAt: number;
  readonly seenAt: number;
  readonly endedAt: number | null;
  readonly disabledAt: number | null;
}

export type SessionEnd = "ended" | "disabled" | "idle" | "absolute";

export type SessionState = { readonly live: true } | { readonly live: false; readonly reason: SessionEnd };

const IDLE = SIGN_IN_LIMITS.idle.value * 60_000;
const ABSOLUTE = SIGN_IN_LIMITS.absolute.value * 3_600_000;

/** Whether a session still counts. Both limits are reached inclusively: at 30 minutes sharp it is over. */
export function sessionState({ createdAt, seenAt, endedAt, disabledAt }: SessionFacts, now: number): SessionState {
  if (endedAt !== null) return { live: false, reason: "ended" };
  if (disabledAt !== null) return { live: false, reason: "disabled" };
  if (now - createdAt >= ABSOLUTE) return { live: false, reason: "absolute" };
  if (now - seenAt >= IDLE) return { live: false, reason: "idle" };
  return { live: true };
}

/** After which moments a session must have been used and begun to count at one. */
export const holding = (now: number): { readonly seenSince: number; readonly begunSince: number } => ({
  seenSince: now - IDLE,
  begunSince: now - ABSOLUTE,
});

/** Whether use of a session is due to be written down again. */
export const isSeenStale = (seenAt: number, now: number): boolean =>
  now - seenAt >= SIGN_IN_LIMITS.seenEvery.value * 1000;
