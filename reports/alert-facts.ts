import { hasEnded } from "../models/decision/has-ended.ts";
import { formatMonth } from "../models/month.ts";
import type { Level } from "../models/profile.ts";
import type { AlertInput, MonthlyInput } from "./input.ts";

/** An alert of the month. Its months are "2025-12"; level is null when it closed. */
export interface AlertFact extends Omit<AlertInput, "openedMonth"> {
  readonly openedMonth: string;
}

export interface LevelFact extends Level {
  /** Enterprises with an open alert of this level after the month's decisions. */
  readonly open: number;
}

export interface AlertFacts extends Pick<MonthlyInput, "labels" | "collective"> {
  /** The profile's levels, most severe first, with their counts. */
  readonly levels: readonly LevelFact[];
  /** Open alerts, most severe first, then by score, then by persons lost. */
  readonly open: readonly AlertFact[];
  /** Closed or withdrawn this month, or by a person since the month before. */
  readonly ended: readonly AlertFact[];
  /** Enterprises that reached a level for which the month had no visit left: watched, without an alert. */
  readonly heldBack: number;
  readonly months: MonthlyInput["alertMonths"];
}

export function alertFacts({ profile, alerts, labels, collective, alertMonths }: MonthlyInput): AlertFacts {
  const open = openAlerts(alerts, profile.levels);
  const ended = alerts.filter(({ reason, levelBefore }) => hasEnded(reason, levelBefore !== null));
  return {
    levels: levelCounts(profile.levels, open),
    open,
    ended: ended.map(withMonth),
    heldBack: alerts.filter((alert) => alert.reason === "held-back").length,
    ...{ labels, collective, months: alertMonths },
  };
}

type WithMonth<Alert extends AlertInput> = Omit<Alert, "openedMonth"> & { readonly openedMonth: string };

const withMonth = <Alert extends AlertInput>(alert: Alert): WithMonth<Alert> => ({
  ...alert,
  openedMonth: formatMonth(alert.openedMonth),
});

/** Open alerts, most severe first, then by score, then by persons lost. */
export function openAlerts<Alert extends AlertInput>(
  alerts: readonly Alert[],
  levels: readonly Level[],
): WithMonth<Alert>[] {
  const rank = ({ level }: AlertInput) => levels.findIndex(({ code }) => code === level);
  return alerts
    .filter(({ level }) => level !== null)
    .toSorted((a, b) => rank(a) - rank(b) || (b.risk ?? -1) - (a.risk ?? -1) || lost(b) - lost(a))
    .map(withMonth);
}

export const levelCounts = (
  levels: readonly Level[],
  open: readonly { readonly level: string | null }[],
): LevelFact[] => levels.map((level) => ({ ...level, open: open.filter((one) => one.level === level.code).length }));

const lost = ({ previous, headcount }: AlertInput): number => (previous ?? 0) - (headcount ?? previous ?? 0);
