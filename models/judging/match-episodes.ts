import type { Month } from "../month.ts";
import { byEnterprise } from "./by-enterprise.ts";
import type { AlertEpisode } from "./episodes.ts";
import type { TruthEvent, WarnWindows } from "./lead-time.ts";

/** The last month in which an event would still be one that this alert warned of; without end while it stands. */
export const standsTo = ({ closedMonth }: AlertEpisode, before: number): Month =>
  closedMonth === null ? Number.POSITIVE_INFINITY : closedMonth - 1 + before;

/**
 * Gives each event the alert that counts for it, each alert to one event. Events in order of time take the earliest
 * alert left that stood in their window; as alerts of one enterprise follow one another, no other choice serves more
 * events. What is left over then takes an alert that opened soon after it.
 */
export function matchEpisodes(
  events: readonly TruthEvent[],
  episodes: readonly AlertEpisode[],
  { before, after }: WarnWindows,
): ReadonlyMap<TruthEvent, AlertEpisode> {
  const matched = new Map<TruthEvent, AlertEpisode>();
  const alerts = byEnterprise(episodes.toSorted((a, b) => a.openedMonth - b.openedMonth));
  const inTime = (alert: AlertEpisode, { month }: TruthEvent) =>
    alert.openedMonth <= month && standsTo(alert, before) >= month;
  const late = (alert: AlertEpisode, { month }: TruthEvent) =>
    alert.openedMonth > month && alert.openedMonth <= month + after;
  for (const fits of [inTime, late])
    for (const event of events.toSorted((a, b) => a.month - b.month)) {
      if (matched.has(event)) continue;
      const left = alerts.get(event.enterprise) ?? [];
      const at = left.findIndex((alert) => fits(alert, event));
      if (at >= 0) matched.set(event, left.splice(at, 1)[0]);
    }
  return matched;
}
