import { isToldAlways, visitsOf, withinBudget } from "../budget.ts";
import { type AlertState, decide } from "../decide.ts";
import type { AlertEpisode, AlertHistory, LevelChange } from "../judging/episodes.ts";
import { compileRules } from "../levels.ts";
import type { Month } from "../month.ts";
import type { Profile } from "../profile.ts";
import type { ThresholdSet } from "../threshold.ts";
import { type Found, judgeMonth } from "./judge-month.ts";
import type { KeptMonth } from "./kept-month.ts";

/** The alerts that a threshold set would have raised, month after month, with the patience of real decisions. */
export interface Replay {
  /** Months go in from the oldest on; months left out count as not run. */
  month(kept: KeptMonth): void;
  outcome(): ReplayOutcome;
}

export interface ReplayOutcome extends AlertHistory {
  readonly opened: number;
  /** How often a first finding had to wait because the month's visits were spoken for. */
  readonly heldBack: number;
  /** How often each rule with a level held. */
  readonly rules: Readonly<Record<string, number>>;
}

type Episode = { -readonly [K in keyof AlertEpisode]: AlertEpisode[K] };

interface Desk {
  readonly set: ThresholdSet;
  readonly states: Map<number, AlertState>;
  readonly standing: Map<number, Episode>;
  readonly episodes: Episode[];
  readonly changes: LevelChange[];
  readonly rules: Record<string, number>;
  heldBack: number;
}

/** Throws RangeError when a rule of the set cannot work, naming each. */
export function beginReplay(set: ThresholdSet, { levels, eventKinds }: Profile): Replay {
  const rules = compileRules({ ...set, rules: set.rules.filter(({ level }) => level !== null) }, levels);
  const kinds = eventKinds.map(({ code }) => code);
  const [states, standing] = [new Map<number, AlertState>(), new Map<number, Episode>()];
  const desk: Desk = { set, states, standing, episodes: [], changes: [], rules: {}, heldBack: 0 };
  let before: Month | null = null;
  return {
    month(kept) {
      const found = judgeMonth(kept, rules, kinds);
      for (const { reached } of found) for (const id of reached) desk.rules[id] = (desk.rules[id] ?? 0) + 1;
      decideMonth(desk, kept, withoutHeldBack(desk, found, kept.reporting), kept.month - (before ?? kept.month - 1));
      before = kept.month;
    },
    outcome: () => ({
      ...{ episodes: desk.episodes, changes: desk.changes, opened: desk.episodes.length },
      ...{ heldBack: desk.heldBack, rules: desk.rules },
    }),
  };
}

/** First findings beyond what the desks can visit open nothing this month. */
function withoutHeldBack(desk: Desk, found: readonly Found[], reporting: number): readonly Found[] {
  const { budget } = desk.set.decision;
  if (!budget) return found;
  const fresh = found.filter(({ enterprise }) => !desk.states.has(enterprise));
  const candidates = fresh.map(({ level, reached, atRisk }) => ({
    ...{ level, atRisk },
    always: isToldAlways(level, reached, desk.set.rules),
  }));
  const told = withinBudget(candidates, visitsOf(reporting, budget.value));
  const held = new Set(fresh.filter((_, i) => !told[i]).map(({ enterprise }) => enterprise));
  desk.heldBack += held.size;
  return held.size === 0 ? found : found.filter(({ enterprise }) => !held.has(enterprise));
}

function decideMonth(desk: Desk, { month, rows }: KeptMonth, found: readonly Found[], monthsSince: number): void {
  const { states } = desk;
  const quiet = new Set(states.keys());
  const silent = new Set(rows.enterprise.filter((_, i) => rows.silentMonths[i]! > 0));
  const seen = (enterprise: number, level: number, reached: readonly string[]): Seen => ({
    ...{ enterprise, level, reached, noData: silent.has(enterprise) },
  });
  for (const { enterprise, level, reached } of found) {
    quiet.delete(enterprise);
    decideOne(desk, seen(enterprise, level, reached), month, monthsSince);
  }
  for (const enterprise of quiet) decideOne(desk, seen(enterprise, -1, []), month, monthsSince);
}

interface Seen extends Pick<Found, "enterprise" | "level" | "reached"> {
  /** It was due to report and did not. */
  readonly noData: boolean;
}

function decideOne(desk: Desk, { enterprise, level, reached, noData }: Seen, month: Month, monthsSince: number): void {
  const before = desk.states.get(enterprise) ?? null;
  const thresholds = desk.set.decision;
  const { after } = decide({
    month,
    before,
    monthsSince,
    found: level,
    noData,
    reached,
    episodesBefore: 0,
    thresholds,
  });
  if (after === null) desk.states.delete(enterprise);
  else desk.states.set(enterprise, after);
  note(desk, enterprise, month, before?.level ?? -1, after?.level ?? -1);
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
