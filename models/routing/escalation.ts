import type { Instant } from "../instant.ts";
import { HOUR } from "../instant.ts";
import type { Escalation } from "./route.ts";

/** An alert nobody has acknowledged yet. */
export interface Unacknowledged {
  readonly level: string;
  /** When it was raised, or rose to this level. */
  readonly since: Instant;
  /** How many steps of its level were taken already. */
  readonly taken: number;
}

/** The next step that is due, and when it fell due; null when none is, or all are taken. */
export function dueEscalation(
  escalations: readonly Escalation[],
  { level, since, taken }: Unacknowledged,
  now: Instant,
): { readonly step: Escalation; readonly place: number; readonly due: Instant } | null {
  const steps = escalations.filter((step) => step.level === level);
  const step = steps[taken];
  if (!step) return null;
  const due = since + step.after.value * HOUR;
  return due <= now ? { step, place: taken, due } : null;
}

/** When an alert of a level has to be acknowledged; null when no step waits for it. */
export function acknowledgeBy(escalations: readonly Escalation[], level: string, since: Instant): Instant | null {
  const first = escalations.find((step) => step.level === level);
  return first ? since + first.after.value * HOUR : null;
}
