import { FEATURES, RISK_FEATURES, ROOM } from "./features.ts";
import { type Cases, ridgeLogistic } from "./logistic.ts";
import {
  CLIP,
  type CompiledModel,
  compileModel,
  type ReductionLine,
  type RiskModel,
  type RiskTerm,
  seenValue,
} from "./model.ts";
import { eventsIn, type RiskRows } from "./rows.ts";

/** The part of a model that fitting decides. */
export type Hazard = Pick<RiskModel, "line" | "intercept" | "bands" | "terms">;

export interface HazardSettings {
  /** Lower limits of the size bands, ascending. */
  readonly bands: readonly number[];
  /** The fall that the event is. */
  readonly line: ReductionLine;
  /** Pull on the weights of the room above the line, and on all others, which correct it. */
  readonly ridgeRoom: number;
  readonly ridge: number;
  /** Rows' worth of the overall rate mixed into each band's. */
  readonly bandPrior: number;
}

/**
 * With a hundred events a free fit ranks worse than the room above the line alone (one city's twelve months, repeated
 * folds), so every weight is pulled towards what is known to hold elsewhere: less room, more turbulent peers, a wider
 * range and a recent rise go before reductions.
 */
export const HAZARD = { ridgeRoom: 20, ridge: 40, bandPrior: 1000 } as const;
const EXPECTED: Readonly<Record<string, number>> = { room: -1, turbulence: 0.3, range: 0.3, change3: 0.2 };

/** Places of the bends, as shares of the cases below them. */
const QUARTILES = [0.25, 0.5, 0.75];
/** Weights, per z, believed where the history has no figure at all; hidden and dispatch come from few places' practice. */
const UNSEEN: Readonly<Record<string, { readonly centre: number; readonly spread: number; readonly weight: number }>> =
  {
    hidden: { centre: 0, spread: 0.2, weight: 0.4 },
    dispatch: { centre: 0, spread: 0.1, weight: 0.3 },
  };

/**
 * Fits the discrete-time hazard: additive broken lines on clipped features, band base rates as offset, ridge. Deterministic.
 * Throws RangeError without an event or without a row that had none.
 */
export function fitHazard(rows: RiskRows, settings: HazardSettings): Hazard {
  const events = eventsIn(rows);
  if (events === 0 || events === rows.size)
    throw new RangeError(`a hazard needs rows with and without the event, got ${events} events in ${rows.size} rows`);
  const shapes = RISK_FEATURES.map((_, f) => shapeOf(rows, f, settings.line));
  const bands = bandOffsets(rows, settings);
  const fit = ridgeLogistic(design(rows, shapes, bands, settings.line), ridgeOf(shapes, settings), priorOf(shapes));
  let at = 0;
  const terms = shapes.map(({ prior: _, ...shape }) => {
    const weights = [...fit.weights.subarray(at, at + 1 + shape.knots.length)];
    at += weights.length;
    return { ...shape, weights };
  });
  return { line: settings.line, intercept: fit.intercept, bands, terms };
}

type Shape = Omit<RiskTerm, "weights"> & { readonly prior: number };

function shapeOf(rows: RiskRows, f: number, line: ReductionLine): Shape {
  const { name, form } = RISK_FEATURES[f];
  const values = Float64Array.from({ length: rows.size }, (_, r) =>
    seenValue(line, rows.features, r * FEATURES, f, rows.headcount[r]),
  )
    .filter((value) => Number.isFinite(value))
    .sort();
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  const spread = Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length);
  if (!(spread > 0)) {
    const unseen = UNSEEN[name];
    return { name, centre: unseen?.centre ?? 0, spread: unseen?.spread ?? 1, knots: [], prior: unseen?.weight ?? 0 };
  }
  const quantile = (q: number) => values[Math.round(q * (values.length - 1))];
  const knots = form === "line" ? [] : QUARTILES.map((q) => (quantile(q) - mean) / spread);
  return { name, centre: mean, spread, knots, prior: EXPECTED[name] ?? 0 };
}

const priorOf = (shapes: readonly Shape[]): Float64Array =>
  Float64Array.from(shapes.flatMap(({ prior, knots }) => [prior, ...knots.map(() => 0)]));

const ridgeOf = (shapes: readonly Shape[], { ridge, ridgeRoom }: HazardSettings): Float64Array =>
  Float64Array.from(shapes.flatMap(({ knots }, f) => [0, ...knots].map(() => (f === ROOM ? ridgeRoom : ridge))));

function bandOffsets(rows: RiskRows, { bands, bandPrior }: HazardSettings): Hazard["bands"] {
  const base = eventsIn(rows) / rows.size;
  const count = bands.map(() => ({ rows: 0, events: 0 }));
  for (let r = 0; r < rows.size; r++) {
    const band = count[lastAtMost(bands, rows.headcount[r])];
    band.rows++;
    band.events += rows.outcome[r];
  }
  return count.map((band, i) => {
    const rate = (band.events + bandPrior * base) / (band.rows + bandPrior);
    return { from: bands[i], offset: Math.log(rate / (1 - rate)) - Math.log(base / (1 - base)) };
  });
}

function lastAtMost(limits: readonly number[], value: number): number {
  let at = limits.length - 1;
  while (at > 0 && limits[at] > value) at--;
  return at;
}

/** The basis of every row, written with the same arithmetic that scoring uses later. */
function design(rows: RiskRows, shapes: readonly Shape[], bands: Hazard["bands"], line: ReductionLine): Cases {
  const columns = shapes.reduce((sum, { knots }) => sum + 1 + knots.length, 0);
  const x = new Float64Array(rows.size * columns);
  const offset = new Float64Array(rows.size);
  const limits = bands.map(({ from }) => from);
  for (let r = 0, at = 0; r < rows.size; r++) {
    offset[r] = bands[lastAtMost(limits, rows.headcount[r])].offset;
    for (let f = 0; f < FEATURES; f++)
      at = writeBasis(x, at, shapes[f], seenValue(line, rows.features, r * FEATURES, f, rows.headcount[r]));
  }
  return { size: rows.size, columns, x, y: rows.outcome, offset, weight: new Float64Array(rows.size).fill(1) };
}

function writeBasis(x: Float64Array, at: number, { centre, spread, knots }: Shape, value: number): number {
  if (Number.isNaN(value)) return at + 1 + knots.length;
  const z = Math.min(CLIP, Math.max(-CLIP, (value - centre) / spread));
  x[at++] = z;
  for (const knot of knots) x[at++] = Math.max(0, z - knot) - Math.max(0, -knot);
  return at;
}

const NO_MODEL = {
  kind: "trained",
  name: "hazard",
  event: "",
  training: { place: { zh: "", en: "" }, from: "", to: "", rows: 0, events: 0, vintage: null },
  calibration: null,
  eventBelief: 1,
  bins: [],
  severity: [],
  metrics: { rows: 0, events: 0, averagePrecision: null, brierSkill: null, logLoss: null },
} as const;

/** A hazard made ready for rawLogOdds. */
export const compileHazard = (hazard: Hazard): CompiledModel => compileModel({ ...NO_MODEL, ...hazard });
