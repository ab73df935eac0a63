import { eachThreshold, type Ranking, totalsOf, type Weights } from "./ranking.ts";

/** What became of the rows at a threshold: alerted with and without the event, and not alerted with and without it. */
export interface Confusion {
  readonly hits: number;
  readonly falseAlarms: number;
  readonly misses: number;
  readonly quiet: number;
}

export interface CurvePoint {
  /** Alerted from this score on. */
  readonly threshold: number;
  readonly precision: number;
  readonly recall: number;
}

/** A point for each distinct score, highest first; rows without a score are never alerted. Empty without an event. */
export function precisionRecallCurve(ranking: Ranking, weight?: Weights): readonly CurvePoint[] {
  const { events } = totalsOf(ranking, weight);
  const points: CurvePoint[] = [];
  eachThreshold(ranking, weight, (threshold, flagged, hits) => {
    if (events === 0 || flagged === 0 || threshold === Number.NEGATIVE_INFINITY) return;
    points.push({ threshold, precision: hits / flagged, recall: hits / events });
  });
  return points;
}

/** The threshold with the highest F-beta, of equal ones the one with the fewest alerts; null where none finds an event. */
export function bestThreshold(ranking: Ranking, beta: number, weight?: Weights): number | null {
  let best: number | null = null;
  let highest = 0;
  for (const { threshold, precision, recall } of precisionRecallCurve(ranking, weight)) {
    const f = fBeta(precision, recall, beta);
    if (f > highest) [best, highest] = [threshold, f];
  }
  return best;
}

/** @param threshold rows are alerted at this score and above */
export function confusionAt(ranking: Ranking, threshold: number, weight?: Weights): Confusion {
  let [alerted, hits] = [0, 0];
  eachThreshold(ranking, weight, (score, flagged, found) => {
    if (score >= threshold && score > Number.NEGATIVE_INFINITY) [alerted, hits] = [flagged, found];
  });
  const { rows, events } = totalsOf(ranking, weight);
  const falseAlarms = alerted - hits;
  return { hits, falseAlarms, misses: events - hits, quiet: rows - events - falseAlarms };
}

/** Share of the alerts that had the event; null without an alert. */
export const precisionOf = ({ hits, falseAlarms }: Confusion): number | null => share(hits, hits + falseAlarms);

/** Share of the events that were alerted; null without an event. */
export const recallOf = ({ hits, misses }: Confusion): number | null => share(hits, hits + misses);

/** (1 + β²) P R / (β² P + R): recall counts β times as much as precision. 0 when both are 0. van Rijsbergen (1979). */
export const fBeta = (precision: number, recall: number, beta: number): number =>
  precision + recall === 0 ? 0 : ((1 + beta * beta) * precision * recall) / (beta * beta * precision + recall);

const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);
