/**
 * Rows with a known outcome, the highest score first. A NaN score ranks last, with −∞: who cannot be scored is not
 * alerted, and an event there is one that the score missed.
 */
export interface Ranking {
  /** Places of the rows in the columns given. */
  readonly row: Uint32Array;
  readonly score: Float64Array;
  readonly outcome: Uint8Array;
}

/** How often each row counts, by its place in the columns given; without it each counts once. */
export type Weights = Float64Array | undefined;

/** @param outcome 1 the event came, 0 it did not, -1 not known yet: left out */
export function rankRows(score: Float64Array, outcome: Int8Array): Ranking {
  if (score.length !== outcome.length) throw new RangeError(`${score.length} scores for ${outcome.length} outcomes`);
  const value = score.map((s) => (Number.isNaN(s) ? Number.NEGATIVE_INFINITY : s));
  const known = Uint32Array.from(outcome, (_, i) => i).filter((i) => outcome[i] >= 0);
  const row = known.sort((a, b) => (value[a] === value[b] ? a - b : value[b] - value[a]));
  return {
    row,
    score: Float64Array.from(row, (i) => value[i]),
    outcome: Uint8Array.from(row, (i) => outcome[i]),
  };
}

/** Tells, for each distinct score from the highest down, how many rows reach it and how many of them had the event. */
export function eachThreshold(
  { row, score, outcome }: Ranking,
  weight: Weights,
  tell: (threshold: number, flagged: number, hits: number) => void,
): void {
  let [flagged, hits] = [0, 0];
  for (let i = 0; i < row.length; i++) {
    const w = weight ? weight[row[i]] : 1;
    flagged += w;
    hits += w * outcome[i];
    if (i + 1 === row.length || score[i + 1] !== score[i]) tell(score[i], flagged, hits);
  }
}

/** Rows and events of a ranking, weighted. */
export function totalsOf(
  { row, outcome }: Ranking,
  weight?: Weights,
): { readonly rows: number; readonly events: number } {
  let [rows, events] = [0, 0];
  for (let i = 0; i < row.length; i++) {
    const w = weight ? weight[row[i]] : 1;
    rows += w;
    events += w * outcome[i];
  }
  return { rows, events };
}

/** Share of the rows that had the event: the average precision of a score that knows nothing. null without a row. */
export function baseRate(ranking: Ranking, weight?: Weights): number | null {
  const { rows, events } = totalsOf(ranking, weight);
  return rows > 0 ? events / rows : null;
}
