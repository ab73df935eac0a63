import { baseRate, eachThreshold, type Ranking, totalsOf, type Weights } from "./ranking.ts";

/**
 * Σ (Rₙ − Rₙ₋₁) Pₙ over the distinct scores, 0…1; null when no row had the event. Tied scores are one threshold, so
 * the order of the rows does not matter. Source: sklearn.metrics.average_precision_score.
 */
export function averagePrecision(ranking: Ranking, weight?: Weights): number | null {
  const { events } = totalsOf(ranking, weight);
  if (events === 0) return null;
  let [sum, before] = [0, 0];
  eachThreshold(ranking, weight, (_, flagged, hits) => {
    if (hits === before) return;
    sum += ((hits - before) / events) * (hits / flagged);
    before = hits;
  });
  return sum;
}

/** Average precision over the base rate: how many times better than chance. null when no row had the event. */
export function lift(ranking: Ranking, weight?: Weights): number | null {
  const precision = averagePrecision(ranking, weight);
  const base = baseRate(ranking, weight);
  return precision === null || base === null ? null : precision / base;
}

/**
 * How often an enterprise with the event ranks above one without; ties count half. null without both. Never shown
 * alone: with rare events it looks good for a score that is of no use to a desk.
 */
export function rocAuc(ranking: Ranking, weight?: Weights): number | null {
  const { rows, events } = totalsOf(ranking, weight);
  if (events === 0 || events === rows) return null;
  let [sum, flaggedBefore, hitsBefore] = [0, 0, 0];
  eachThreshold(ranking, weight, (_, flagged, hits) => {
    const others = flagged - hits - (flaggedBefore - hitsBefore);
    sum += others * (hitsBefore + (hits - hitsBefore) / 2);
    [flaggedBefore, hitsBefore] = [flagged, hits];
  });
  return sum / (events * (rows - events));
}
