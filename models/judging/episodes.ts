import type { Month } from "../month.ts";

/** One stretch of an alert, as far as judging needs it. */
export interface AlertEpisode {
  readonly enterprise: number;
  readonly openedMonth: Month;
  /** The first month in which it no longer stood; null while it stands. */
  readonly closedMonth: Month | null;
  /** Its most severe level: a place in the profile's levels, 0 the most severe. */
  readonly level: number;
}

/** An enterprise's level became another one; -1 is none, so that opening and closing are changes too. */
export interface LevelChange {
  readonly enterprise: number;
  readonly month: Month;
  readonly before: number;
  readonly after: number;
}

export interface AlertHistory {
  readonly episodes: readonly AlertEpisode[];
  readonly changes: readonly LevelChange[];
}

/** Enterprise-months as columns, in any order, no pair twice. */
export interface MonthRows {
  readonly enterprise: Int32Array;
  readonly month: Int32Array;
}

const NONE = -1;

/**
 * The alerts that a bare score would have raised: one stands in every month in which the score reaches a threshold,
 * without the patience of real decisions. A month without a row ends it, NaN reaches nothing.
 * @param limits thresholds by level, the most severe first
 */
export function episodesFrom(rows: MonthRows, score: Float64Array, limits: readonly number[]): AlertHistory {
  const { enterprise, month } = rows;
  const order = Uint32Array.from(score, (_, i) => i).sort(
    (a, b) => enterprise[a] - enterprise[b] || month[a] - month[b],
  );
  const told: Told = { episodes: [], changes: [] };
  const last = month.reduce((latest, m) => Math.max(latest, m), 0);
  let now = calm(Number.NaN, last);
  for (const i of order) {
    if (enterprise[i] !== now.enterprise) {
      passOver(told, now, last);
      now = calm(enterprise[i], month[i]);
    } else passOver(told, now, month[i] - 1);
    const level = limits.findIndex((limit) => score[i] >= limit);
    become(told, now, month[i], level);
  }
  passOver(told, now, last);
  return told;
}

interface Told {
  readonly episodes: AlertEpisode[];
  readonly changes: LevelChange[];
}

/** How an enterprise stood in the last month looked at. */
interface Standing {
  readonly enterprise: number;
  month: Month;
  level: number;
  episode: { -readonly [K in keyof AlertEpisode]: AlertEpisode[K] } | null;
}

const calm = (enterprise: number, month: Month): Standing => ({ enterprise, month, level: NONE, episode: null });

/** Months without a row up to one: the first of them ends what stood. */
function passOver(told: Told, now: Standing, to: Month): void {
  if (now.month < to) become(told, now, now.month + 1, NONE);
}

function become(told: Told, now: Standing, month: Month, level: number): void {
  const { enterprise, episode } = now;
  if (level !== now.level) told.changes.push({ enterprise, month, before: now.level, after: level });
  if (level === NONE) {
    if (episode) episode.closedMonth = month;
    now.episode = null;
  } else if (episode) episode.level = Math.min(episode.level, level);
  else {
    now.episode = { enterprise, openedMonth: month, closedMonth: null, level };
    told.episodes.push(now.episode);
  }
  now.month = month;
  now.level = level;
}
