import { bestThreshold } from "../judging/precision-recall.ts";
import { rankRows } from "../judging/ranking.ts";
import { JUDGING } from "../judging/thresholds.ts";
import type { Month } from "../month.ts";
import { blockOf, blocksOf, CROSS_FIT } from "./cross-fit.ts";
import { FEWEST_EVENTS as TRAINED_FROM } from "./fewest-events.ts";
import type { RiskLine } from "./model.ts";
import { placesWhere, type RiskRows } from "./rows.ts";

/** A line drawn through fewer events than this mostly follows chance; the band then takes that of all sizes. */
const FEWEST_EVENTS = 30;

/**
 * From what probability on enterprises of each size band are called: red where precision weighs more (F0.5), orange where
 * recall does (F2). Of probabilities that saw neither the enterprise nor its future; NaN ones are left out.
 * @param bands lower limits, persons
 */
export function riskLines(foretold: Float64Array, rows: RiskRows, bands: readonly number[]): readonly RiskLine[] {
  const judged = placesWhere(rows.size, (r) => foretold[r] > 0);
  return linesOn(judged, foretold, rows, bands);
}

function linesOn(judged: Uint32Array, foretold: Float64Array, rows: RiskRows, bands: readonly number[]): RiskLine[] {
  const all = linesOf(judged, foretold, rows);
  return bands.map((from, i) => {
    const below = bands[i + 1] ?? Number.POSITIVE_INFINITY;
    const inside = judged.filter((r) => rows.headcount[r] >= from && rows.headcount[r] < below);
    return { from, ...(eventsAt(inside, rows) < FEWEST_EVENTS ? all : linesOf(inside, foretold, rows)) };
  });
}

/**
 * The lines as they could be drawn before each origin month: on rows whose outcome was known by then, where these would have
 * sufficed to train a model; else none.
 */
export function linesByMonth(
  foretold: Float64Array,
  rows: RiskRows,
  bands: readonly number[],
): ReadonlyMap<Month, readonly RiskLine[]> {
  const lines = new Map<Month, readonly RiskLine[]>();
  for (const judged of blocksOf(rows.month, blockOf(new Set(rows.month).size))) {
    const known = placesWhere(rows.size, (r) => rows.month[r] <= judged[0] - CROSS_FIT.gap);
    const past = known.filter((r) => foretold[r] > 0);
    const enough = eventsAt(known, rows) >= TRAINED_FROM.value && eventsAt(past, rows) >= CROSS_FIT.fewest;
    const drawn = enough ? linesOn(past, foretold, rows, bands) : [];
    for (const month of judged) lines.set(month, drawn);
  }
  return lines;
}

const eventsAt = (places: Uint32Array, { outcome }: RiskRows): number => places.reduce((sum, r) => sum + outcome[r], 0);

/** Both lines of some rows; red is never below orange. */
function linesOf(places: Uint32Array, foretold: Float64Array, { outcome }: RiskRows): Omit<RiskLine, "from"> {
  const ranking = rankRows(
    Float64Array.from(places, (r) => foretold[r]),
    Int8Array.from(places, (r) => outcome[r]),
  );
  const orange = bestThreshold(ranking, JUDGING.betaOrange.value);
  const red = bestThreshold(ranking, JUDGING.betaRed.value);
  return { orange, red: orange === null || red === null ? red : Math.max(red, orange) };
}
