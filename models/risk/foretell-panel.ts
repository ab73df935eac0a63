import type { ScoreColumns } from "../score.ts";
import { FEATURES } from "./features.ts";
import { riskOf, withEvents } from "./foretell.ts";
import type { CompiledModel } from "./model.ts";

/**
 * Fills the risk of every scored row from its features.
 * @param eventWeight log-odds that reported events add, by row; rows without an event are missing
 */
export function foretellPanel(
  compiled: CompiledModel,
  scores: ScoreColumns,
  eventWeight?: ReadonlyMap<number, number>,
) {
  for (let row = 0; row < scores.status.length; row++) {
    const at = row * FEATURES;
    scores.risk[row] = Number.isNaN(scores.features[at])
      ? Number.NaN
      : riskOf(compiled, scores.features, at, scores.headcount[row]);
  }
  if (eventWeight)
    for (const [row, weight] of eventWeight) scores.risk[row] = withEvents(compiled, scores.risk[row], weight);
}
