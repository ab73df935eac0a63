import { visitsOf } from "../decision/budget.ts";
import { type JudgedAlerts, judgeAlerts } from "../judging/alerts-by-level.ts";
import {
  type AlertVerdict,
  type EventVerdict,
  type Intervention,
  leadTimes,
  type TruthEvent,
} from "../judging/lead-time.ts";
import { JUDGING } from "../judging/thresholds.ts";
import type { Month } from "../month.ts";
import type { Profile } from "../profile.ts";
import type { KeptMonth } from "../replay/kept-month.ts";
import { beginReplay, type ReplayOutcome } from "../replay/replay.ts";
import type { ThresholdSet } from "../threshold.ts";

/** What threshold sets are tried on: months scored before, and what is known to have come. */
export interface LabHistory {
  /** The oldest first. */
  readonly months: readonly KeptMonth[];
  readonly events: readonly TruthEvent[];
  readonly interventions: readonly Intervention[];
}

/** What one set would have raised, and how that did. */
export interface LabSide {
  readonly outcome: ReplayOutcome;
  readonly months: readonly LabMonth[];
  readonly judged: JudgedAlerts;
  /** Each alert, and what it turned out to be. */
  readonly alerts: readonly AlertVerdict[];
  /** Each known reduction: warned of, told late or missed, and by how many months. */
  readonly events: readonly EventVerdict[];
}

export interface LabMonth {
  readonly month: Month;
  /** Alerts opened about enterprises, by the level they opened at, in the order of the profile's levels. */
  readonly opened: readonly number[];
  /** Those about the whole place. */
  readonly place: number;
  /** New alerts that the desks can visit; null without a budget. */
  readonly capacity: number | null;
}

/** Replays the months under a set. Alerts opened before the months began are not known: the first month opens what stands. */
export function labSide(set: ThresholdSet, history: LabHistory, profile: Profile): LabSide {
  const replay = beginReplay(set, profile);
  for (const month of history.months) replay.month(month);
  const outcome = replay.outcome();
  const first = history.months[0]?.month ?? 0;
  const last = history.months.at(-1)?.month ?? 0;
  const events = history.events.filter(({ month }) => month >= first && month <= last);
  const { warnWindow, lateWindow } = JUDGING;
  const windows = { before: warnWindow.value, after: lateWindow.value, observedTo: last };
  const asked = { history: outcome, events, interventions: history.interventions, observedTo: last, from: first };
  return {
    outcome,
    months: monthsOf(outcome, history.months, set, profile.levels.length),
    judged: judgeAlerts({ ...asked, levels: profile.levels.map(({ code }) => code), thresholds: JUDGING }),
    ...leadTimes(events, outcome.episodes, windows, history.interventions),
  };
}

function monthsOf(
  { changes, place }: ReplayOutcome,
  months: readonly KeptMonth[],
  { decision: { budget } }: ThresholdSet,
  levels: number,
): readonly LabMonth[] {
  const counts = new Map(months.map(({ month }) => [month, new Array<number>(levels).fill(0)]));
  for (const { month, before, after } of changes) if (before < 0) counts.get(month)![after]!++;
  return months.map(({ month, reporting }) => ({
    month,
    opened: counts.get(month)!,
    place: place.changes.filter((change) => change.month === month && change.before < 0).length,
    capacity: budget ? visitsOf(reporting, budget.value) : null,
  }));
}
