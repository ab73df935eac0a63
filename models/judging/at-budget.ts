import type { Weights } from "./ranking.ts";

/** Rows by month, within a month the highest score first; only known outcomes, unscored rows last with −∞. */
export interface MonthlyRanking {
  readonly row: Uint32Array;
  readonly month: Int32Array;
  readonly score: Float64Array;
  readonly outcome: Uint8Array;
}

export interface AtBudget {
  /** Share of the visits that found an event; null without a visit. */
  readonly precision: number | null;
  /** Share of the events that were visited; null without an event. */
  readonly recall: number | null;
}

export function rankWithinMonths(month: Int32Array, score: Float64Array, outcome: Int8Array): MonthlyRanking {
  if (month.length !== score.length || month.length !== outcome.length)
    throw new RangeError(
      `${month.length} months, ${score.length} scores and ${outcome.length} outcomes must be as many`,
    );
  const value = score.map((s) => (Number.isNaN(s) ? Number.NEGATIVE_INFINITY : s));
  const row = Uint32Array.from(outcome, (_, i) => i)
    .filter((i) => outcome[i] >= 0)
    .sort((a, b) => month[a] - month[b] || (value[a] === value[b] ? a - b : value[b] - value[a]));
  return {
    row,
    month: Int32Array.from(row, (i) => month[i]),
    score: Float64Array.from(row, (i) => value[i]),
    outcome: Uint8Array.from(row, (i) => outcome[i]),
  };
}

/**
 * What visits to the highest scores of each month find, all months together.
 * @param visits how many of a month's rows are visited; where it ends among equal scores they share what is left, as
 * drawing lots among them would on average. Rows without a score are never visited.
 */
export function atBudget(ranking: MonthlyRanking, visits: (rows: number) => number, weight?: Weights): AtBudget {
  let [visited, found, events] = [0, 0, 0];
  for (let from = 0, to = 0; from < ranking.row.length; from = to) {
    while (to < ranking.row.length && ranking.month[to] === ranking.month[from]) to++;
    const all = sumOf(ranking, from, to, weight);
    const month = visitMonth(ranking, from, to, visits(all.rows), weight);
    visited += month.visited;
    found += month.found;
    events += all.events;
  }
  return { precision: visited > 0 ? found / visited : null, recall: events > 0 ? found / events : null };
}

function visitMonth(ranking: MonthlyRanking, from: number, to: number, budget: number, weight: Weights) {
  let [left, found] = [budget, 0];
  for (let start = from, end = from; start < to && left > 0; start = end) {
    if (ranking.score[start] === Number.NEGATIVE_INFINITY) break;
    while (end < to && ranking.score[end] === ranking.score[start]) end++;
    const tied = sumOf(ranking, start, end, weight);
    if (tied.rows === 0) continue;
    const taken = Math.min(left, tied.rows);
    found += (tied.events * taken) / tied.rows;
    left -= taken;
  }
  return { visited: budget - left, found };
}

function sumOf({ row, outcome }: MonthlyRanking, from: number, to: number, weight: Weights) {
  let [rows, events] = [0, 0];
  for (let i = from; i < to; i++) {
    const w = weight ? weight[row[i]] : 1;
    rows += w;
    events += w * outcome[i];
  }
  return { rows, events };
}
