import { GAP } from "../panel.ts";
import { type ScoreColumns, STATUS } from "../score.ts";
import { FEATURES } from "./features.ts";
import { believed, overLine, riskOf, withEvents } from "./foretell.ts";
import type { CompiledModel, RiskLine } from "./model.ts";

/**
 * Fills the risk of every scored row from its features, and of every row of which something was reported.
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
  if (eventChance) for (const [row, chance] of eventChance) scores.risk[row] = told(compiled, scores, row, chance);
  if (compiled.model.lines) compareWithLines(compiled.model.lines, scores);
}

function compareWithLines(lines: readonly RiskLine[], scores: ScoreColumns): void {
  for (let row = 0; row < scores.status.length; row++) {
    const persons = personsOf(scores, row);
    scores.overRed[row] = overLine(lines, "red", scores.risk[row], persons);
    scores.overOrange[row] = overLine(lines, "orange", scores.risk[row], persons);
  }
}

/** Persons of this month, or of the last report; GAP when there is none. */
export const personsOf = ({ headcount, previous }: ScoreColumns, row: number): number =>
  headcount[row] === GAP ? previous[row] : headcount[row];

/** Where nothing is foretold from headcounts, what was reported stands alone; who ceased has nothing left to lose. */
function told({ model }: CompiledModel, scores: ScoreColumns, row: number, chance: number): number {
  const { status, risk } = scores;
  if (status[row] === STATUS.exited) return Number.NaN;
  const persons = personsOf(scores, row);
  if (!Number.isNaN(risk[row])) return withEvents(model, risk[row], chance);
  if (persons === GAP) return Number.NaN;
  return persons < model.line.people ? 0 : believed(model.eventBelief, chance);
}
