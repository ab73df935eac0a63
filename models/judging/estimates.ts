import { atBudget, type MonthlyRanking, rankWithinMonths } from "./at-budget.ts";
import { averagePrecision } from "./average-precision.ts";
import { bootstrap, type Estimate, type Resampling } from "./bootstrap.ts";
import { brierSkill } from "./calibration.ts";
import type { JudgedRows, JudgedScore } from "./judgement.ts";
import { type Ranking, rankRows, type Weights } from "./ranking.ts";
import type { JudgingThresholds } from "./thresholds.ts";

/** A score ranked once, for all that is asked of it. */
export interface RankedScore {
  readonly judged: JudgedScore;
  readonly ranking: Ranking;
  readonly monthly: MonthlyRanking;
}

export const rankScore = (judged: JudgedScore, { month, outcome }: JudgedRows): RankedScore => ({
  judged,
  ranking: rankRows(judged.score, outcome),
  monthly: rankWithinMonths(month, judged.score, outcome),
});

const NAMES = [
  "averagePrecision",
  "behind",
  "visitPrecision",
  "visitRecall",
  "topPrecision",
  "topRecall",
  "skill",
] as const;

/** The figures that get an interval. behind: the first score's average precision minus this one's, on the same draws. */
export type Estimates = Readonly<Record<(typeof NAMES)[number], Estimate | null>>;

/** Estimates of every score, all on the same draws of enterprises. */
export function estimatesOf(
  scores: readonly RankedScore[],
  rows: JudgedRows,
  thresholds: JudgingThresholds,
  resampling: Resampling,
): readonly Estimates[] {
  const estimates = bootstrap(rows.enterprise, (weight) => figuresOf(scores, rows, thresholds, weight), resampling);
  return scores.map(
    (_, i) => Object.fromEntries(NAMES.map((name, n) => [name, estimates[i * NAMES.length + n]])) as Estimates,
  );
}

/** Of every score, one after the other, in the order of NAMES. */
function figuresOf(
  scores: readonly RankedScore[],
  { outcome }: JudgedRows,
  { visits, topShare }: JudgingThresholds,
  weight: Weights,
): readonly (number | null)[] {
  const precisions = scores.map(({ ranking }) => averagePrecision(ranking, weight));
  return scores.flatMap(({ judged, monthly }, i) => {
    const byVisits = atBudget(monthly, () => visits.value, weight);
    const byShare = atBudget(monthly, (rows) => rows * topShare.value, weight);
    const own: Readonly<Record<keyof Estimates, number | null>> = {
      averagePrecision: precisions[i],
      behind: i === 0 ? null : difference(precisions[0], precisions[i]),
      visitPrecision: byVisits.precision,
      visitRecall: byVisits.recall,
      topPrecision: byShare.precision,
      topRecall: byShare.recall,
      skill: judged.probability ? brierSkill({ probability: judged.score, outcome }, weight) : null,
    };
    return NAMES.map((name) => own[name]);
  });
}

const difference = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a - b);
