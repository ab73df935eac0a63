import { decide } from "../decision/decide.ts";
import type { AlertState, DecisionInput } from "../decision/decision.ts";
import type { AlertEpisode, AlertHistory, LevelChange } from "../judging/episodes.ts";
import type { Month } from "../month.ts";
import type { DecisionThresholds } from "../threshold.ts";

/** Alerts as they stand and as they went, decided on with the patience of real ones. */
export interface Desk extends AlertHistory {
  readonly thresholds: DecisionThresholds;
  /** By subject. */
  readonly states: Map<number, AlertState>;
  readonly waiting: Map<number, WaitingState>;
  readonly standing: Map<number, Episode>;
  readonly episodes: Episode[];
  readonly changes: LevelChange[];
}

/** An alert that is held back. */
export interface WaitingState {
  readonly state: AlertState;
  /** Persons that a visit would be about, as of the month in which it was last found; NaN not known. */
  readonly atRisk: number;
}

type Episode = { -readonly [K in keyof AlertEpisode]: AlertEpisode[K] };

/** What a month says of a subject. */
export interface Seen {
  readonly subject: number;
  /** Place in the profile's levels; -1 none. */
  readonly level: number;
  readonly reached: readonly string[];
  /** Persons that a visit would be about; NaN not known. */
  readonly atRisk: number;
  /** It was due to report and did not. */
  readonly noData: boolean;
  /** What it lost has come back. */
  readonly recovered: boolean;
}

/** A month, and how many lie between it and the last one decided on; more than 1 when months were not run. */
export interface DeskMonth {
  readonly month: Month;
  readonly monthsSince: number;
}

export const emptyDesk = (thresholds: DecisionThresholds): Desk => ({
  ...{ thresholds, states: new Map(), waiting: new Map(), standing: new Map(), episodes: [], changes: [] },
});

export function inputOf(desk: Desk, seen: Seen, { month, monthsSince }: DeskMonth): DecisionInput {
  const { subject, level, noData, recovered, reached } = seen;
  const { thresholds } = desk;
  const before = desk.states.get(subject) ?? null;
  const waiting = desk.waiting.get(subject)?.state ?? null;
  return {
    month,
    monthsSince,
    before,
    waiting,
    found: level,
    noData,
    recovered,
    reached,
    episodesBefore: 0,
    thresholds,
  };
}

/** Persons that a visit would be about: as of the month in which it was last found. */
export const atRiskOf = ({ waiting }: Desk, { subject, level, atRisk }: Seen): number =>
  level < 0 ? (waiting.get(subject)?.atRisk ?? atRisk) : atRisk;

export function decideOn(desk: Desk, seen: Seen, at: DeskMonth, heldBack: boolean): void {
  const { subject } = seen;
  const before = desk.states.get(subject) ?? null;
  const { after, waiting } = decide({ ...inputOf(desk, seen, at), heldBack });
  const atRisk = atRiskOf(desk, seen);
  put(desk.states, subject, after);
  put(desk.waiting, subject, waiting && { state: waiting, atRisk });
  note(desk, subject, at.month, before?.level ?? -1, after?.level ?? -1);
}

function put<T>(map: Map<number, T>, subject: number, value: T | null): void {
  if (value === null) map.delete(subject);
  else map.set(subject, value);
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
