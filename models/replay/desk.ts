import { type AlertState, decide } from "../decide.ts";
import type { AlertEpisode, AlertHistory, LevelChange } from "../judging/episodes.ts";
import type { Month } from "../month.ts";
import type { DecisionThresholds } from "../threshold.ts";

/** Alerts as they stand and as they went, decided on with the patience of real ones. */
export interface Desk extends AlertHistory {
  readonly thresholds: DecisionThresholds;
  /** By subject. */
  readonly states: Map<number, AlertState>;
  readonly standing: Map<number, Episode>;
  readonly episodes: Episode[];
  readonly changes: LevelChange[];
}

type Episode = { -readonly [K in keyof AlertEpisode]: AlertEpisode[K] };

/** What a month says of a subject. */
export interface Seen {
  readonly subject: number;
  /** Place in the profile's levels; -1 none. */
  readonly level: number;
  readonly reached: readonly string[];
  /** It was due to report and did not. */
  readonly noData: boolean;
}

export const emptyDesk = (thresholds: DecisionThresholds): Desk => ({
  ...{ thresholds, states: new Map(), standing: new Map(), episodes: [], changes: [] },
});

/** @param monthsSince months since the last one decided on; more than 1 when months were not run */
export function decideOn(
  desk: Desk,
  { subject, level, reached, noData }: Seen,
  month: Month,
  monthsSince: number,
): void {
  const before = desk.states.get(subject) ?? null;
  const { thresholds } = desk;
  const asked = { month, before, monthsSince, found: level, noData, reached, episodesBefore: 0, thresholds };
  const { after } = decide(asked);
  if (after === null) desk.states.delete(subject);
  else desk.states.set(subject, after);
  note(desk, subject, month, before?.level ?? -1, after?.level ?? -1);
}

function note({ standing, episodes, changes }: Desk, enterprise: number, month: Month, before: number, after: number) {
  if (before === after) return;
  changes.push({ enterprise, month, before, after });
  const episode = standing.get(enterprise);
  if (after < 0) {
    if (episode) episode.closedMonth = month;
    standing.delete(enterprise);
  } else if (episode) episode.level = Math.min(episode.level, after);
  else {
    const opened: Episode = { enterprise, openedMonth: month, closedMonth: null, level: after };
    standing.set(enterprise, opened);
    episodes.push(opened);
  }
}
