import type { ScoreColumns } from "../score.ts";
import { FEATURES } from "./features.ts";
import { riskOf, withEvents } from "./foretell.ts";
import type { CompiledModel } from "./model.ts";

/**
 * Fills the risk of every scored row from its features.
 * @param eventChance chance of the event by what was reported, by row; rows of which nothing was are missing
 */
export function foretellPanel(
  compiled: CompiledModel,
  scores: ScoreColumns,
  eventChance?: ReadonlyMap<number, number>,
) {
  for (let row = 0; row < scores.status.length; row++) {
    const at = row * FEATURES;
    scores.risk[row] = Number.isNaN(scores.features[at])
      ? Number.NaN
      : riskOf(compiled, scores.features, at, scores.headcount[row]);
  }
  if (eventChance)
    for (const [row, chance] of eventChance) scores.risk[row] = withEvents(compiled.model, scores.risk[row], chance);
}
