import type { Text } from "../text.ts";
import type { Application } from "./application.ts";
import type { Assessment } from "./assess.ts";
import { yearOfDate } from "./occasion.ts";

/** An enterprise and something it could have. */
export interface UnclaimedPolicy extends Pick<Assessment, "policy" | "amount" | "headRoom" | "expiry"> {
  readonly code: string;
  readonly name: string | null;
  readonly region: Text | null;
}

/**
 * 政策找人: what an enterprise is entitled to on a date and nobody has applied for this year; a refused or withdrawn application
 * is one too. A bundle is a way of paying its parts, so it is not listed beside them, and an application for it is one for each.
 */
export function unclaimed(
  assessments: readonly Assessment[],
  applications: readonly Application[],
  date: string,
): Assessment[] {
  const [from, to] = claimYear(date);
  const applied = new Set(
    applications.filter(({ appliedOn }) => appliedOn >= from && appliedOn <= to).map(({ policy }) => policy),
  );
  const inBundles = assessments
    .filter(({ policy }) => applied.has(policy.code))
    .flatMap(({ parts }) => parts.map(({ policy }) => policy.code));
  for (const code of inBundles) applied.add(code);
  return assessments.filter(
    ({ outcome, policy }) => outcome === "eligible" && policy.instrument !== "bundle" && !applied.has(policy.code),
  );
}

/** Every instrument is claimed by the calendar year: from its first day to the date. */
export const claimYear = (date: string): readonly [from: string, to: string] => [`${yearOfDate(date)}-01-01`, date];
