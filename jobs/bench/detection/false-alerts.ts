import type { Profile } from "../../../models/profile.ts";
import type { Histories } from "./histories.ts";
import { calmRows, type InjectionOrder } from "./injections.ts";
import { replay } from "./replay.ts";

/** Months of history before the first month that counts, and the fewest people. */
export type CalmOrder = Pick<InjectionOrder, "history" | "headcount" | "known">;

export interface FalseAlerts {
  readonly alerts: number;
  /** Months of calm of all enterprises, each counted once. */
  readonly months: number;
  readonly enterprises: number;
  /** How often each rule held when one opened. */
  readonly rules: Readonly<Record<string, number>>;
}

/** An alert may open up to so many months before what it is about, so that calm must last as long. */
const AHEAD = 4;

/**
 * Alerts that open about calm enterprises, in one replay of the whole history with nothing injected: every month of every
 * enterprise counts once. Whatever alerts there is false: no large reduction came with it or in the three months after.
 */
export function measureFalseAlerts(histories: Histories, profile: Profile, order: CalmOrder): FalseAlerts {
  const { first, months } = histories;
  const { opened } = replay(histories, profile, first + order.history, first + months - 1);
  const rules: Record<string, number> = {};
  const seen = new Set<number>();
  let [alerts, calmMonths] = [0, 0];
  for (let at = order.history; at + AHEAD <= months; at++) {
    const calm = new Set(calmRows(histories, order, at, AHEAD));
    calmMonths += calm.size;
    for (const row of calm) seen.add(row);
    for (const alert of opened.filter(({ row, month }) => month === first + at && calm.has(row))) {
      alerts++;
      for (const rule of alert.rules) rules[rule] = (rules[rule] ?? 0) + 1;
    }
  }
  return { alerts, months: calmMonths, enterprises: seen.size, rules };
}
