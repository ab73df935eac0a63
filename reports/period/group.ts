import type { Figure } from "../../models/figure.ts";
import type { ReportingRecord } from "../../models/reporting-record.ts";
import type { Text } from "../../models/text.ts";
import { ADVICE_LIMITS } from "../advice/limits.ts";

/**
 * A group over the months. What is not kept of a section (reports due, alerts) is null there. Without a figure its persons are
 * withheld: too much of one enterprise would be told.
 */
export interface PeriodGroup {
  readonly code: string;
  readonly name: Text;
  readonly figure: Figure | null;
  /** Rate over the same months a year before, by linked comparable employment; null when not computable. */
  readonly lastYear: number | null;
  readonly reporting: ReportingRecord | null;
  readonly alerts: PeriodAlerts | null;
  /** 位次 by rate of change and by share reported, 1 the best; null for groups too small to be ranked. */
  readonly rank: { readonly change: number | null; readonly reporting: number | null };
}

/** Enterprises: alerts opened and ended in the months, open at their end, and of these at the two most severe levels. */
export interface PeriodAlerts {
  readonly opened: number;
  readonly ended: number;
  readonly open: number;
  readonly severe: number;
}

/** Those whose persons are told. */
export const toldGroups = (groups: readonly PeriodGroup[]): (PeriodGroup & { readonly figure: Figure })[] =>
  groups.flatMap((group) => (group.figure === null ? [] : [{ ...group, figure: group.figure }]));

/** The best first: the highest rate of change, and the largest share reported. Equal values share a place. */
export function ranked(groups: readonly PeriodGroup[]): PeriodGroup[] {
  const fewest = ADVICE_LIMITS.fewestCompared.value;
  const change = ({ figure }: PeriodGroup) => (figure === null || figure.matched < fewest ? null : figure.rate);
  const share = ({ reporting }: PeriodGroup) =>
    reporting === null || reporting.expected === 0 ? null : reporting.reported / reporting.expected;
  const place = (group: PeriodGroup, of: (group: PeriodGroup) => number | null) => {
    const own = of(group);
    if (own === null || groups.filter((other) => of(other) !== null).length < 2) return null; // the only one is no first
    return 1 + groups.filter((other) => (of(other) ?? Number.NEGATIVE_INFINITY) > own).length;
  };
  return groups.map((group) => ({ ...group, rank: { change: place(group, change), reporting: place(group, share) } }));
}
