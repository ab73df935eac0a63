import type { Month } from "../month.ts";
import type { AlertEpisode, AlertHistory } from "./episodes.ts";

/** What was watched: every enterprise-month judged, between two months, both included. */
export interface Watched {
  readonly enterpriseMonths: number;
  readonly from: Month;
  readonly to: Month;
}

/** What the alerts ask of a desk. null where nothing was watched, or where no alert was opened. */
export interface Burden {
  readonly opened: number;
  /** Alerts opened a month per 100 enterprises. */
  readonly perHundred: number | null;
  /** Alerts standing at a time per 100 enterprises. */
  readonly standing: number | null;
  /** Share of the alerts opened whose enterprise had an earlier one. */
  readonly repeated: number | null;
  /** Changes of level per enterprise and year, opening and closing included. */
  readonly flapping: number | null;
}

/** Alerts opened before `from` stand on and make later ones repeats, but are not opened here. */
export function burdenOf({ episodes, changes }: AlertHistory, watched: Watched): Burden {
  const { enterpriseMonths, from, to } = watched;
  const within = (month: Month) => month >= from && month <= to;
  const opened = episodes.filter(({ openedMonth }) => within(openedMonth));
  const first = firstOpened(episodes);
  const repeats = opened.filter((e) => e.openedMonth > first.get(e.enterprise)!);
  const perMonth = (count: number) => (enterpriseMonths > 0 ? count / enterpriseMonths : null);
  const times = (value: number | null, factor: number) => (value === null ? null : value * factor);
  return {
    opened: opened.length,
    perHundred: times(perMonth(opened.length), 100),
    standing: times(perMonth(episodes.reduce((sum, e) => sum + monthsWithin(e, watched), 0)), 100),
    repeated: opened.length > 0 ? repeats.length / opened.length : null,
    flapping: times(perMonth(changes.filter(({ month }) => within(month)).length), 12),
  };
}

function firstOpened(episodes: readonly AlertEpisode[]): ReadonlyMap<number, Month> {
  const first = new Map<number, Month>();
  for (const { enterprise, openedMonth } of episodes)
    first.set(enterprise, Math.min(openedMonth, first.get(enterprise) ?? openedMonth));
  return first;
}

function monthsWithin({ openedMonth, closedMonth }: AlertEpisode, { from, to }: Watched): number {
  const last = Math.min(to, closedMonth === null ? to : closedMonth - 1);
  return Math.max(0, last - Math.max(from, openedMonth) + 1);
}
