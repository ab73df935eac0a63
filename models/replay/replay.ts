import { isToldAlways, visitsOf, withinBudget } from "../decision/budget.ts";
import { wanted } from "../decision/next-state.ts";
import type { AlertHistory } from "../judging/episodes.ts";
import { compileRules } from "../levels.ts";
import type { Month } from "../month.ts";
import type { Profile } from "../profile.ts";
import { isUnheard } from "../silence.ts";
import type { ThresholdSet } from "../threshold.ts";
import { atRiskOf, type Desk, type DeskMonth, decideOn, emptyDesk, inputOf, type Seen } from "./desk.ts";
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
  /** How often an alert had to wait because the month's visits were spoken for. */
  readonly heldBack: number;
  /** How often each rule with a level held. */
  readonly rules: Readonly<Record<string, number>>;
}

/** Throws RangeError when a rule of the set cannot work, naming each. */
export function beginReplay(set: ThresholdSet, profile: Profile): Replay {
  const rules = compileRules({ ...set, rules: set.rules.filter(({ level }) => level !== null) }, profile);
  const kinds = profile.eventKinds.map(({ code }) => code);
  const [desk, place] = [emptyDesk(set.decision), replayPlace(set, profile)];
  const counts: Record<string, number> = {};
  let heldBack = 0;
  let before: Month | null = null;
  return {
    month(kept) {
      const { month } = kept;
      const found = judgeMonth(kept, rules, kinds);
      for (const { reached } of found) for (const id of reached) counts[id] = (counts[id] ?? 0) + 1;
      const at = { month, monthsSince: month - (before ?? month - 1) };
      const seen = seenIn(desk, found, kept);
      const held = withoutVisit(desk, seen, at, set, kept.reporting);
      for (const one of seen) decideOn(desk, one, at, held.has(one.subject));
      place.month(at, found);
      heldBack += held.size;
      before = month;
    },
    outcome: () => ({
      ...{ episodes: desk.episodes, changes: desk.changes, opened: desk.episodes.length },
      ...{ place: { episodes: place.history.episodes, changes: place.history.changes }, heldBack, rules: counts },
    }),
  };
}

/** Everybody to be decided on, by enterprise: who was found, and who has an alert that is open or held back. */
function seenIn(desk: Desk, found: readonly Found[], { rows, recovered }: KeptMonth): readonly Seen[] {
  const silent = new Set(rows.enterprise.filter((_, i) => isUnheard(rows.silentMonths[i]!, desk.thresholds)));
  const back = new Set(recovered);
  const levels = new Map(found.map((one) => [one.enterprise, one]));
  const subjects = new Set([...levels.keys(), ...desk.states.keys(), ...desk.waiting.keys()]);
  return [...subjects]
    .sort((a, b) => a - b)
    .map((subject) => {
      const { level, reached, atRisk } = levels.get(subject) ?? NOT_FOUND;
      return { subject, level, reached, atRisk, noData: silent.has(subject), recovered: back.has(subject) };
    });
}

const NOT_FOUND = { level: -1, reached: [] as readonly string[], atRisk: Number.NaN };

/** Who has to wait: alerts not told yet beyond what the desks can visit this month. */
function withoutVisit(
  desk: Desk,
  seen: readonly Seen[],
  at: DeskMonth,
  { decision: { budget }, rules }: ThresholdSet,
  reporting: number,
): ReadonlySet<number> {
  if (!budget) return new Set();
  const fresh = seen
    .filter(({ subject }) => !desk.states.has(subject))
    .flatMap((one) => {
      const level = wanted(inputOf(desk, one, at))?.level;
      return level === undefined ? [] : { one, level, atRisk: atRiskOf(desk, one) };
    });
  const candidates = fresh.map(({ one, level, atRisk }) => ({
    ...{ level, atRisk },
    always: isToldAlways(one.level, one.reached, rules),
  }));
  const told = withinBudget(candidates, visitsOf(reporting, budget.value));
  return new Set(fresh.filter((_, i) => !told[i]).map(({ one }) => one.subject));
}
