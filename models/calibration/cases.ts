/** Cases with a score and a known outcome, as columns of one length. */
export interface Cases {
  /** 0…1, no NaN. */
  readonly score: Float64Array;
  /** 1 the event came, 0 it did not. */
  readonly outcome: Uint8Array;
  /** How often a case counts, > 0. */
  readonly weight: Float64Array;
}

/** Leaves out what has no score, an unknown outcome (-1) or no weight. Throws RangeError for a score outside 0…1. */
export function casesOf(score: Float64Array, outcome: ArrayLike<number>, weight?: ArrayLike<number>): Cases {
  if (outcome.length !== score.length || (weight && weight.length !== score.length))
    throw new RangeError(
      `${score.length} scores with ${outcome.length} outcomes and ${weight?.length ?? "no"} weights`,
    );
  const weightOf = (i: number) => (weight ? weight[i] : 1);
  const used = Uint32Array.from(score, (_, i) => i).filter(
    (i) => !Number.isNaN(score[i]) && outcome[i] >= 0 && weightOf(i) > 0,
  );
  const wrong = used.find((i) => score[i] < 0 || score[i] > 1);
  if (wrong !== undefined) throw new RangeError(`score ${wrong} must be from 0 to 1, got ${score[wrong]}`);
  return {
    score: Float64Array.from(used, (i) => score[i]),
    outcome: Uint8Array.from(used, (i) => outcome[i]),
    weight: Float64Array.from(used, weightOf),
  };
}
