import type { Month } from "../month.ts";
import { FEATURES } from "./features.ts";
import { compileHazard, fitHazard, type HazardSettings } from "./hazard.ts";
import { rawLogOdds } from "./model.ts";
import { eventsIn, placesWhere, type RiskRows, rowsAt } from "./rows.ts";

export interface CrossFitSettings extends HazardSettings {
  /** Groups the enterprises are split into, and which of many splits: a bench tries several. */
  readonly folds: number;
  readonly split: number;
  /** Months between the last origin fitted on and the first judged: the horizon. */
  readonly gap: number;
  /** Origin months judged by one fit; more when there are many months. */
  readonly block: number;
  /** Fewest events to fit on. */
  readonly fewest: number;
}

/** Ten folds: with five, which enterprises fall together moved the figures of a hundred events twice as much. */
export const CROSS_FIT = { folds: 10, split: 0, gap: 3, fewest: 10 } as const;

/** Above this many origin months a quarter is judged by one fit, which costs a third. */
const MANY_MONTHS = 12;

export const blockOf = (months: number): number => (months > MANY_MONTHS ? 3 : 1);

/**
 * Log-odds of every row from a fit that saw neither the row's enterprise nor its future: folds by enterprise, origins
 * forward in time, a gap of the horizon between. NaN where nothing could be fitted on before (the first months).
 */
export function crossFit(
  rows: RiskRows,
  settings: CrossFitSettings,
  learn: FitRows = (seen) => hazardOf(seen, settings),
): Float64Array {
  const out = new Float64Array(rows.size).fill(Number.NaN);
  for (const { past, now } of partsOf(rows, settings)) judge(rows, past, now, settings.fewest, learn, out);
  return out;
}

/** Places of rows judged together, and of those that may be learned from: other enterprises, a gap before the first judged. */
export interface Part {
  readonly past: Uint32Array;
  readonly now: Uint32Array;
}

export type Parting = Pick<CrossFitSettings, "folds" | "split" | "gap" | "block">;

/** Every row is judged in one part; blocks come in the order of time. */
export function* partsOf({ size, enterprise, month }: RiskRows, parting: Parting): Generator<Part> {
  const fold = enterprise.map((id) => foldOf(id, parting.folds, parting.split));
  for (const judged of blocksOf(month, parting.block)) {
    for (let f = 0; f < parting.folds; f++) {
      yield {
        past: placesWhere(size, (r) => fold[r] !== f && month[r] <= judged[0] - parting.gap),
        now: placesWhere(size, (r) => fold[r] === f && judged.includes(month[r])),
      };
    }
  }
}

/** Origin months judged by one fit, from the first on. */
export function blocksOf(month: Iterable<Month>, block: number): Month[][] {
  const months = [...new Set(month)].sort((a, b) => a - b);
  return Array.from({ length: Math.ceil(months.length / block) }, (_, i) => months.slice(i * block, (i + 1) * block));
}

/** Learns from some rows; tells the log-odds of any row, given the rows and the place. */
export type FitRows = (seen: RiskRows) => (rows: RiskRows, place: number) => number;

function hazardOf(seen: RiskRows, settings: HazardSettings): ReturnType<FitRows> {
  const hazard = compileHazard(fitHazard(seen, settings));
  return (rows, r) => rawLogOdds(hazard, rows.features, r * FEATURES, rows.headcount[r]);
}

function judge(
  rows: RiskRows,
  past: Uint32Array,
  now: Uint32Array,
  fewest: number,
  learn: FitRows,
  out: Float64Array,
): void {
  const seen = rowsAt(rows, past);
  const events = eventsIn(seen);
  if (events < fewest || events === seen.size) return;
  const foretell = learn(seen);
  for (const r of now) out[r] = foretell(rows, r);
}

/** The fold an enterprise is always in: a hash of its id (Knuth's multiplicative, twice), so that new ones change nobody's. */
export function foldOf(enterprise: number, folds: number, split: number): number {
  const once = Math.imul(enterprise ^ Math.imul(split, 0x9e3779b1), 0x9e3779b1);
  return Math.floor(((Math.imul(once ^ (once >>> 16), 0x9e3779b1) >>> 0) / 2 ** 32) * folds);
}
