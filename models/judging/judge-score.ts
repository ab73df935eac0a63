import { lift, rocAuc } from "./average-precision.ts";
import { burdenOf, type Watched } from "./burden.ts";
import { type AlertHistory, episodesFrom, type MonthRows } from "./episodes.ts";
import type { Estimates, RankedScore } from "./estimates.ts";
import type { AtThreshold, Happened, JudgedRows, ScoreJudgement } from "./judgement.ts";
import { type LeadSummary, leadSummary } from "./lead-summary.ts";
import { leadTimes } from "./lead-time.ts";
import { bestThreshold, confusionAt, fBeta, precisionOf, recallOf } from "./precision-recall.ts";
import type { Ranking } from "./ranking.ts";
import { probabilityJudgement } from "./size-bands.ts";
import type { JudgingThresholds } from "./thresholds.ts";
import { usefulness } from "./usefulness.ts";

/** Everything about one score; the estimates are its own. */
export function judgeScore(
  { judged, ranking }: RankedScore,
  estimates: Estimates,
  rows: JudgedRows,
  happened: Happened,
  thresholds: JudgingThresholds,
): ScoreJudgement {
  const red = atThreshold(ranking, thresholds.betaRed.value, judged.limits?.red);
  const orange = atThreshold(ranking, thresholds.betaOrange.value, judged.limits?.orange);
  const history = judged.history ?? alertsAt(rows, judged.score, [red, orange]);
  return {
    ...{ id: judged.id, name: judged.name },
    scored: ranking.score.filter((score) => score > Number.NEGATIVE_INFINITY).length,
    averagePrecision: estimates.averagePrecision,
    ...{ lift: lift(ranking), rocAuc: rocAuc(ranking), behind: estimates.behind, red, orange },
    visits: { precision: estimates.visitPrecision, recall: estimates.visitRecall },
    top: { precision: estimates.topPrecision, recall: estimates.topRecall },
    calibration: judged.probability ? probabilityJudgement(judged.score, rows, estimates.skill, thresholds) : null,
    lead: history && leadOf(history, happened, thresholds),
    burden: history && burdenOf(history, watchedOf(rows)),
    usefulness: orange && usefulness(confusionAt(ranking, orange.threshold), thresholds.missWeight.value),
  };
}

function atThreshold(ranking: Ranking, beta: number, settled: number | undefined): AtThreshold | null {
  const threshold = settled ?? bestThreshold(ranking, beta);
  if (threshold === null) return null;
  const confusion = confusionAt(ranking, threshold);
  const [precision, recall] = [precisionOf(confusion), recallOf(confusion)];
  const f = recall === null ? null : fBeta(precision ?? 0, recall, beta);
  const alerted = confusion.hits + confusion.falseAlarms;
  return { beta, threshold, chosenHere: settled === undefined, alerted, precision, recall, f };
}

function alertsAt(rows: MonthRows, score: Float64Array, levels: readonly (AtThreshold | null)[]): AlertHistory | null {
  const limits = levels.flatMap((level) => (level ? [level.threshold] : []));
  return limits.length > 0 ? episodesFrom(rows, score, limits) : null;
}

function leadOf(
  history: AlertHistory,
  { events, interventions, observedTo }: Happened,
  thresholds: JudgingThresholds,
): LeadSummary {
  const windows = { before: thresholds.warnWindow.value, after: thresholds.lateWindow.value, observedTo };
  return leadSummary(leadTimes(events, history.episodes, windows, interventions));
}

function watchedOf({ month }: MonthRows): Watched {
  const from = month.reduce((least, m) => Math.min(least, m), Number.POSITIVE_INFINITY);
  const to = month.reduce((most, m) => Math.max(most, m), Number.NEGATIVE_INFINITY);
  return { enterpriseMonths: month.length, from, to };
}
