import { isToldAlways, visitsOf, withinBudget } from "../../../models/decision/budget.ts";
import { decide } from "../../../models/decision/decide.ts";
import type { AlertState } from "../../../models/decision/decision.ts";
import { eventFact } from "../../../models/event-fact.ts";
import { compileRules } from "../../../models/levels.ts";
import { firstDay, type Month } from "../../../models/month.ts";
import { GAP, type Panel } from "../../../models/panel.ts";
import type { Profile } from "../../../models/profile.ts";
import type { ScoreColumns } from "../../../models/score.ts";
import { cohortMedians } from "../../../models/scoring/cohort-medians.ts";
import { treeOf } from "../../../models/scoring/cohort-tree.ts";
import { scorePanel } from "../../../models/scoring/score-panel.ts";
import type { ThresholdSet } from "../../../models/threshold.ts";
import { judgePanel, type Verdicts } from "../../../models/verdicts.ts";
import { type Histories, panelAt } from "./histories.ts";

/** What a desk was told of an alert. */
export interface Told {
  readonly row: number;
  readonly month: Month;
  readonly level: number;
  readonly rules: readonly string[];
}

export interface Replay {
  readonly opened: readonly Told[];
  /** Alerts opened or raised to a more severe level. */
  readonly told: readonly Told[];
  /** Enterprises × months of the replay: level of the open alert after the month, -1 when none. */
  readonly level: Int8Array;
  readonly from: Month;
  readonly months: number;
}

/** What a month's scoring leaves for whoever watches. */
export type Watch = (panel: Panel, scores: ScoreColumns, month: Month) => void;

/** Scores, judges and decides month after month, each month knowing nothing later: what the month runs would have said. */
export function replay(histories: Histories, profile: Profile, from: Month, to: Month, watch?: Watch): Replay {
  const { thresholds } = profile;
  const tree = treeOf(profile);
  const rules = compileRules(thresholds, profile);
  const size = histories.codes.length;
  const months = to - from + 1;
  const level = new Int8Array(size * months).fill(-1);
  const state: (AlertState | null)[] = new Array(size).fill(null);
  const [opened, told]: [Told[], Told[]] = [[], []];
  for (let month = from; month <= to; month++) {
    const panel = panelAt(histories, month);
    const scores = scorePanel(panel, cohortMedians(panel, tree, thresholds.detector), thresholds.detector);
    watch?.(panel, scores, month);
    const verdicts = judgePanel(panel, scores, rules, eventsAt(histories, month));
    const held = heldBack(scores, verdicts, state, thresholds);
    for (let row = 0; row < size; row++) {
      const before = state[row]!;
      const found = held.has(row) ? -1 : verdicts.level[row]!;
      if (before === null && found < 0) continue;
      const reached = verdicts.reached.get(row) ?? [];
      const { after } = decide({ month, before, found, reached, episodesBefore: 0, thresholds: thresholds.decision });
      if (after && (before === null || after.level < before.level)) {
        const one = { row, month, level: after.level, rules: reached };
        told.push(one);
        if (before === null) opened.push(one);
      }
      state[row] = after;
      level[row * months + month - from] = after?.level ?? -1;
    }
  }
  return { opened, told, level, from, months };
}

/** By panel id, as judgePanel wants them. */
const eventsAt = (histories: Histories, month: Month) =>
  new Map(
    [...histories.events].map(([row, events]) => [
      row + 1,
      events.map(({ kind, month: on }) => eventFact({ kind, occurredOn: firstDay(on) }, month)),
    ]),
  );

/** Rows whose new alert the month's budget has no visit for. */
function heldBack(
  scores: ScoreColumns,
  { level, reached }: Verdicts,
  open: readonly (AlertState | null)[],
  { rules, decision }: ThresholdSet,
): ReadonlySet<number> {
  if (decision.budget === undefined) return new Set();
  const rows = [...reached.keys()].filter((row) => level[row]! >= 0 && open[row] === null);
  const candidates = rows.map((row) => ({
    level: level[row]!,
    atRisk: scores.risk[row]! * Math.max(0, scores.headcount[row]!),
    always: isToldAlways(level[row]!, reached.get(row) ?? [], rules),
  }));
  const reporting = scores.headcount.filter((people) => people !== GAP).length;
  const told = withinBudget(candidates, visitsOf(reporting, decision.budget.value));
  return new Set(rows.filter((_, i) => !told[i]));
}
