import type { Month } from "../month.ts";
import { byEnterprise } from "./by-enterprise.ts";
import type { AlertEpisode } from "./episodes.ts";
import { matchEpisodes, standsTo } from "./match-episodes.ts";

/** Something that really happened, or was planted. */
export interface TruthEvent {
  readonly enterprise: number;
  readonly month: Month;
  /** Persons concerned; null when unknown. */
  readonly people: number | null;
}

/** A desk did something about an enterprise: a visit with help, a mediation, a subsidy. */
export interface Intervention {
  readonly enterprise: number;
  readonly month: Month;
}

export interface WarnWindows {
  /** Months before an event in which a standing alert is a warning of it. */
  readonly before: number;
  /** Months after an event in which an alert that opens is late rather than false. */
  readonly after: number;
  /** Last month whose events are known. */
  readonly observedTo: Month;
}

/** warned: in time, lead ≥ 0. late: the first alert came after it. missed: none came. */
export type EventVerdict = TruthEvent & {
  readonly verdict: "warned" | "late" | "missed";
  /** Months from the opening of its alert to the event, at most the window; below 0 when late, null when missed. */
  readonly lead: number | null;
};

/**
 * hit: warned of an event. late: opened after one. repeated: near an event that another alert had warned of.
 * intervened: no event, but help was given meanwhile. pending: the window after its opening is not over, however long it
 * stands. false: none of these.
 */
export type AlertVerdict = AlertEpisode & {
  readonly verdict: "hit" | "late" | "repeated" | "intervened" | "pending" | "false";
};

export interface LeadTimes {
  readonly events: readonly EventVerdict[];
  readonly alerts: readonly AlertVerdict[];
}

/**
 * Holds alerts against what happened: event month − first alert month. An alert serves one event at most, and an event
 * takes one alert, the earliest left. An alert that opened before the window and still stood in it has warned, but its
 * lead counts only as far as the window reaches: one that always stands shall not look far-sighted.
 */
export function leadTimes(
  events: readonly TruthEvent[],
  episodes: readonly AlertEpisode[],
  windows: WarnWindows,
  interventions: readonly Intervention[] = [],
): LeadTimes {
  const stood = episodes.filter(hasStood);
  const matched = matchEpisodes(events, stood, windows);
  const verdicts = events.map((event) => eventVerdict(event, matched.get(event), windows));
  const taken = new Map([...matched].map(([event, episode]) => [episode, event]));
  const helped = byEnterprise(interventions);
  const happened = byEnterprise(events);
  return {
    events: verdicts,
    alerts: stood.map((episode) => ({
      ...episode,
      verdict: alertVerdict(
        episode,
        taken.get(episode),
        happened.get(episode.enterprise),
        helped.get(episode.enterprise),
        windows,
      ),
    })),
  };
}

/** How many of the events were warned of: the same as leadTimes finds, where nothing else is asked. */
export function warnedOf(
  events: readonly TruthEvent[],
  episodes: readonly AlertEpisode[],
  windows: WarnWindows,
): number {
  let warned = 0;
  for (const [event, { openedMonth }] of matchEpisodes(events, episodes.filter(hasStood), windows))
    if (openedMonth <= event.month) warned++;
  return warned;
}

/** One withdrawn in the month it opened never was an alert. */
const hasStood = ({ openedMonth, closedMonth }: AlertEpisode): boolean =>
  closedMonth === null || closedMonth > openedMonth;

function eventVerdict(event: TruthEvent, episode: AlertEpisode | undefined, { before }: WarnWindows): EventVerdict {
  if (!episode) return { ...event, verdict: "missed", lead: null };
  const lead = Math.min(before, event.month - episode.openedMonth);
  return { ...event, verdict: lead < 0 ? "late" : "warned", lead };
}

function alertVerdict(
  episode: AlertEpisode,
  event: TruthEvent | undefined,
  events: readonly TruthEvent[] = [],
  interventions: readonly Intervention[] = [],
  windows: WarnWindows,
): AlertVerdict["verdict"] {
  if (event) return episode.openedMonth > event.month ? "late" : "hit";
  if (events.some(({ month }) => isNear(episode, month, windows))) return "repeated";
  const { openedMonth } = episode;
  const end = standsTo(episode, windows.before);
  if (interventions.some(({ month }) => month >= openedMonth && month <= end)) return "intervened";
  return openedMonth + windows.before > windows.observedTo ? "pending" : "false";
}

const isNear = (episode: AlertEpisode, month: Month, { before, after }: WarnWindows): boolean =>
  month >= episode.openedMonth - after && month <= standsTo(episode, before);
