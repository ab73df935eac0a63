import type { PasswordPolicy } from "./password-policy.ts";

/** How far somebody who showed a first proof has got; only "full" opens anything but the way there. */
export type Stage = "second-factor" | "enrol" | "new-password" | "waiting" | "full";

export interface StageFacts {
  /** Whether this session has shown a second factor, or came by a way that includes one. */
  readonly secondFactor: boolean;
  /** Whether the person has set one up. */
  readonly enrolled: boolean;
  /** When the password in use was set, milliseconds; null for a session that was not begun by password. */
  readonly passwordSetAt: number | null;
  /** Whether the person's roles are in effect; until then there is nothing to open. */
  readonly granted: boolean;
}

const DAY = 86_400_000;

export function stageOf(facts: StageFacts, policy: PasswordPolicy, now: number): Stage {
  if (!facts.secondFactor) return facts.enrolled ? "second-factor" : "enrol";
  const { maximumAge } = policy;
  const old =
    maximumAge !== null && facts.passwordSetAt !== null && now - facts.passwordSetAt >= maximumAge.value * DAY;
  if (old) return "new-password";
  return facts.granted ? "full" : "waiting";
}
