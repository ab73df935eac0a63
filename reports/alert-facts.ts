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
  /** Closed or withdrawn this month. */
  readonly ended: readonly AlertFact[];
  /** Enterprises that reached a level for which the month had no visit left: watched, without an alert. */
  readonly heldBack: number;
  readonly months: MonthlyInput["alertMonths"];
}

export function alertFacts({ profile, alerts, labels, collective, alertMonths }: MonthlyInput): AlertFacts {
  const facts = alerts.map((alert) => ({ ...alert, openedMonth: formatMonth(alert.openedMonth) }));
  const rank = (alert: AlertFact) => profile.levels.findIndex((level) => level.code === alert.level);
  const open = facts.filter((alert) => alert.level !== null);
  return {
    levels: profile.levels.map((level) => ({ ...level, open: open.filter((a) => a.level === level.code).length })),
    open: open.toSorted((a, b) => rank(a) - rank(b) || (b.risk ?? -1) - (a.risk ?? -1) || lost(b) - lost(a)),
    ended: facts.filter((alert) => alert.level === null && alert.reason !== "held-back"),
    heldBack: facts.filter((alert) => alert.reason === "held-back").length,
    ...{ labels, collective, months: alertMonths },
  };
}

const lost = ({ previous, headcount }: AlertFact): number => (previous ?? 0) - (headcount ?? previous ?? 0);
