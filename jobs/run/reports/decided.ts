import type { Month } from "../../../models/month.ts";
import type { AlertMonth } from "../../../reports/input.ts";
import type { PeriodDecision } from "../../../reports/period/input.ts";
import type { DecidedInMonth } from "../../../src/db/decided.ts";
import type { PlacedEnterprise } from "./placed.ts";

/** What the last months decided, by month. */
export interface Decided {
  readonly months: readonly Month[];
  readonly decisions: readonly PeriodDecision[];
}

/** The same with the scopes that each enterprise counts in now. */
export const placeDecisions = (
  months: readonly Month[],
  decided: readonly DecidedInMonth[],
  enterprises: ReadonlyMap<string, PlacedEnterprise>,
): Decided => ({
  months,
  decisions: decided.map(({ month, subject, reason, level }) => ({
    ...{ month, level, keys: enterprises.get(subject)!.keys },
    opened: reason === "opened",
    ended: reason === "closed" || reason === "withdrawn",
  })),
});

/** Open alerts of a scope by level at the end of each month. */
export function openByMonth({ months, decisions }: Decided, key: string): AlertMonth[] {
  const open = new Map(months.map((month) => [month, {} as Record<string, number>]));
  for (const { month, level, keys } of decisions) {
    if (level === null || !keys.includes(key)) continue;
    const counts = open.get(month)!;
    counts[level] = (counts[level] ?? 0) + 1;
  }
  return [...open].map(([month, counts]) => ({ month, open: counts }));
}
