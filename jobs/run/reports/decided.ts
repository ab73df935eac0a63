import type { DecisionReason } from "../../../models/decision/decision.ts";
import { hasEnded } from "../../../models/decision/has-ended.ts";
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
  decisions: months.flatMap((month, i) => {
    const before = levelsAfter(decided, months[i - 1]);
    return decided
      .filter((one) => one.month === month)
      .map(({ subject, reason, level }) => ({
        ...{ month, level, keys: enterprises.get(subject)!.keys },
        opened: reason === "opened",
        ended: hasEnded(reason as DecisionReason, before.has(subject)),
      }));
  }),
});

/** The level of every alert that was open after a month's decisions, by enterprise; nobody's for no month. */
export const levelsAfter = (
  decided: readonly DecidedInMonth[],
  month: Month | undefined,
): ReadonlyMap<string, string> =>
  new Map(
    decided.flatMap((one) => (one.month === month && one.level !== null ? [[one.subject, one.level] as const] : [])),
  );

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
