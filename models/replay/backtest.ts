import { type JudgedAlerts, judgeAlerts } from "../judging/alerts-by-level.ts";
import { type Burden, burdenOf } from "../judging/burden.ts";
import type { AlertHistory, MonthRows } from "../judging/episodes.ts";
import type { EventDefinition } from "../judging/event-definition.ts";
import { type BacktestTable, judgeBacktest } from "../judging/judge-backtest.ts";
import type { Happened, JudgedScore } from "../judging/judgement.ts";
import type { Intervention, TruthEvent } from "../judging/lead-time.ts";
import { OUTCOME } from "../judging/outcome.ts";
import type { JudgingThresholds } from "../judging/thresholds.ts";
import type { Month } from "../month.ts";
import { text } from "../text.ts";
import { type Happening, knownCases } from "./happened.ts";
import type { Gathered } from "./judged-rows.ts";

export interface BacktestQuestion {
  readonly definition: EventDefinition;
  readonly thresholds: JudgingThresholds;
  readonly interventions: readonly Intervention[];
  readonly from: Month;
  readonly to: Month;
  /** From 0 up to 1, seeded by the caller. */
  readonly random: () => number;
}

/** What alerts are held against: settled once, whatever threshold set raises them. */
export interface AlertTruth extends Happened {
  readonly from: Month;
  readonly to: Month;
  /** Enterprises that were judged; alerts about others are not. */
  readonly population: readonly number[];
  readonly enterpriseMonths: number;
  readonly thresholds: JudgingThresholds;
}

/** Foretold by folds where a model could be fitted, as the month runs said it otherwise. */
export interface OurRisk {
  readonly score: Float64Array;
  readonly byFolds: boolean;
  /** First month that it speaks of: the months before were for learning, and nothing is judged on them. */
  readonly since: Month;
}

/** Our risk beside everything else, and the truth that any alerts can be held against. */
export function judgeAll(
  gathered: Gathered,
  { events, outcome: came }: Happening,
  risk: OurRisk,
  question: BacktestQuestion,
): { readonly table: BacktestTable; readonly truth: AlertTruth } {
  const { definition, thresholds, interventions, from, to, random } = question;
  const { month } = gathered.rows;
  const rows = { ...gathered.rows, outcome: came.map((one, i) => (month[i]! < risk.since ? OUTCOME.unknown : one)) };
  const happened = { events: judgedEvents(events, rows, from, to), interventions, observedTo: to };
  const known = knownCases(rows, events, gathered.ceasing, definition);
  const scores = [ourScore(risk), ...gathered.beside.map((score) => ({ ...score, probability: false }))];
  const table = judgeBacktest({ ...happened, definition, rows, known, scores, thresholds, random });
  const population = [...new Set(rows.enterprise)];
  const enterpriseMonths = rows.enterprise.length;
  return { table, truth: { ...happened, from, to, population, enterpriseMonths, thresholds } };
}

const ourScore = ({ score, byFolds }: OurRisk): JudgedScore => ({
  id: "risk",
  name: byFolds ? text("本系统风险（折外）", "our risk (out of fold)") : text("本系统风险", "our risk"),
  score,
  probability: byFolds,
});

/** Events that alerts of these months could have warned of, at enterprises that were judged at all. */
function judgedEvents(events: readonly TruthEvent[], rows: MonthRows, from: Month, to: Month): readonly TruthEvent[] {
  const judged = new Set(rows.enterprise);
  return events.filter(({ enterprise, month }) => judged.has(enterprise) && month >= from && month <= to);
}

/** How the alerts that a threshold set really raised did: whatever raised them, each held against the same events. */
export interface RaisedAlerts extends JudgedAlerts {
  readonly burden: Burden;
}

export function judgeRaised(history: AlertHistory, truth: AlertTruth, levels: readonly string[]): RaisedAlerts {
  const { from, to, thresholds, enterpriseMonths, events, interventions, observedTo } = truth;
  const judged = new Set(truth.population);
  const own = {
    episodes: history.episodes.filter(({ enterprise }) => judged.has(enterprise)),
    changes: history.changes.filter(({ enterprise }) => judged.has(enterprise)),
  };
  return {
    ...judgeAlerts({ history: own, events, interventions, observedTo, from, levels, thresholds }),
    burden: burdenOf(own, { enterpriseMonths, from, to }),
  };
}
