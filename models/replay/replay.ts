import { isToldAlways, visitsOf, withinBudget } from "../budget.ts";
import type { AlertHistory } from "../judging/episodes.ts";
import { compileRules } from "../levels.ts";
import type { Month } from "../month.ts";
import type { Profile } from "../profile.ts";
import type { ThresholdSet } from "../threshold.ts";
import { type Desk, decideOn, emptyDesk } from "./desk.ts";
import { type Found, judgeMonth } from "./judge-month.ts";
import type { KeptMonth } from "./kept-month.ts";
import { replayPlace } from "./replay-place.ts";

/** The alerts that a threshold set would have raised, month after month, with the patience of real decisions. */
export interface Replay {
  /** Months go in from the oldest on; months left out count as not run. */
  month(kept: KeptMonth): void;
  outcome(): ReplayOutcome;
}

export interface ReplayOutcome extends AlertHistory {
  readonly opened: number;
  /** The alerts about the whole place. */
  readonly place: AlertHistory;
  /** How often a first finding had to wait because the month's visits were spoken for. */
  readonly heldBack: number;
  /** How often each rule with a level held. */
  readonly rules: Readonly<Record<string, number>>;
}

/** Throws RangeError when a rule of the set cannot work, naming each. */
export function beginReplay(set: ThresholdSet, profile: Profile): Replay {
  const rules = compileRules({ ...set, rules: set.rules.filter(({ level }) => level !== null) }, profile.levels);
  const kinds = profile.eventKinds.map(({ code }) => code);
  const [desk, place] = [emptyDesk(set.decision), replayPlace(set, profile)];
  const counts: Record<string, number> = {};
  let heldBack = 0;
  let before: Month | null = null;
  return {
    month(kept) {
      const found = judgeMonth(kept, rules, kinds);
      for (const { reached } of found) for (const id of reached) counts[id] = (counts[id] ?? 0) + 1;
      const told = withoutHeldBack(desk, found, set, kept.reporting);
      heldBack += found.length - told.length;
      const monthsSince = kept.month - (before ?? kept.month - 1);
      decideMonth(desk, kept, told, monthsSince);
      place.month(kept.month, found, monthsSince);
      before = kept.month;
    },
    outcome: () => ({
      ...{ episodes: desk.episodes, changes: desk.changes, opened: desk.episodes.length },
      ...{ place: { episodes: place.history.episodes, changes: place.history.changes }, heldBack, rules: counts },
    }),
  };
}

/** First findings beyond what the desks can visit open nothing this month. */
function withoutHeldBack(
  desk: Desk,
  found: readonly Found[],
  { decision, rules }: ThresholdSet,
  reporting: number,
): readonly Found[] {
  if (!decision.budget) return found;
  const fresh = found.filter(({ enterprise }) => !desk.states.has(enterprise));
  const candidates = fresh.map(({ level, reached, atRisk }) => ({
    ...{ level, atRisk },
    always: isToldAlways(level, reached, rules),
  }));
  const told = withinBudget(candidates, visitsOf(reporting, decision.budget.value));
  const held = new Set(fresh.filter((_, i) => !told[i]).map(({ enterprise }) => enterprise));
  return held.size === 0 ? found : found.filter(({ enterprise }) => !held.has(enterprise));
}

function decideMonth(desk: Desk, { month, rows }: KeptMonth, found: readonly Found[], monthsSince: number): void {
  const quiet = new Set(desk.states.keys());
  const silent = new Set(rows.enterprise.filter((_, i) => rows.silentMonths[i]! > 0));
  const decideOne = (subject: number, level: number, reached: readonly string[]) =>
    decideOn(desk, { subject, level, reached, noData: silent.has(subject) }, month, monthsSince);
  for (const { enterprise, level, reached } of found) {
    quiet.delete(enterprise);
    decideOne(enterprise, level, reached);
  }
  for (const enterprise of quiet) decideOne(enterprise, -1, []);
}
