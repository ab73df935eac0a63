import { sigmoid } from "../calibration/logit.ts";
import { designOf, type Shape, shapeOf } from "./design.ts";
import { RISK_FEATURES } from "./features.ts";
import { type Cases, type Fit, ridgeLogistic } from "./logistic.ts";
import { type CompiledModel, compileModel, type ReductionLine, type RiskModel } from "./model.ts";
import { eventsIn, type RiskRows } from "./rows.ts";

/** The part of a model that fitting decides. */
export type Hazard = Pick<RiskModel, "line" | "intercept" | "bands" | "terms">;

export interface HazardSettings {
  /** Lower limits of the size bands, ascending. */
  readonly bands: readonly number[];
  /** The fall that the event is. */
  readonly line: ReductionLine;
  /** Pull on every weight per z towards what is expected of it. */
  readonly ridge: number;
  /** Events of a band beyond which its own rate counts more than what its features say. */
  readonly bandEvents: number;
}

/**
 * With a hundred events a free fit ranks worse than the chance of crossing alone (one city's twelve months, repeated
 * folds), so every weight is pulled towards what should hold anywhere, and a place needs several hundred events to say otherwise.
 */
export const HAZARD = { ridge: 1600, bandEvents: 100 } as const;

/**
 * Log-odds per unit of a feature, believed beforehand. Twice the chance of crossing by ordinary movement, or a trade that
 * moves twice as much, is twice the risk: one per unit of a logarithm. Of staff without work and of dispatch workers gone a
 * third adds to the risk what doubling it does and more; these two come from few places' practice. All others nothing.
 */
const EXPECTED: Readonly<Record<string, number>> = { chance: 1, turbulence: 1, hidden: 2, dispatch: 3 };

/**
 * Fits the discrete-time hazard: additive lines and broken lines on clipped features, ridge, and what each size band's own rate
 * adds to that. Deterministic. Throws RangeError without an event or without a row that had none.
 */
export function fitHazard(rows: RiskRows, settings: HazardSettings): Hazard {
  const events = eventsIn(rows);
  if (events === 0 || events === rows.size)
    throw new RangeError(`a hazard needs rows with and without the event, got ${events} events in ${rows.size} rows`);
  const { line, bands } = settings;
  const shapes = RISK_FEATURES.map((_, f) => shapeOf(rows, f, line));
  const cases = designOf(rows, shapes, line);
  const prior = priorOf(shapes);
  const fit = ridgeLogistic(
    cases,
    prior.map(() => settings.ridge),
    prior,
  );
  let at = 0;
  const terms = shapes.map((shape) => {
    const weights = [...fit.weights.subarray(at, at + 1 + shape.knots.length)];
    at += weights.length;
    return { ...shape, weights };
  });
  return { line, intercept: fit.intercept, bands: bandOffsets(rows, foretoldBy(cases, fit), bands, settings), terms };
}

const priorOf = (shapes: readonly Shape[]): Float64Array =>
  Float64Array.from(
    shapes.flatMap(({ name, spread, knots }) => [(EXPECTED[name] ?? 0) * spread, ...knots.map(() => 0)]),
  );

function foretoldBy({ size, columns, x }: Cases, { intercept, weights }: Fit): Float64Array {
  return Float64Array.from({ length: size }, (_, r) => {
    let sum = intercept;
    for (let i = 0; i < columns; i++) sum += weights[i] * x[r * columns + i];
    return sigmoid(sum);
  });
}

/** What came in a band against what its features foretold, drawn towards 1 (gamma–Poisson). */
function bandOffsets(
  rows: RiskRows,
  foretold: Float64Array,
  bands: readonly number[],
  { bandEvents }: HazardSettings,
): Hazard["bands"] {
  const came = new Float64Array(bands.length);
  const expected = new Float64Array(bands.length);
  for (let r = 0; r < rows.size; r++) {
    const band = lastAtMost(bands, rows.headcount[r]);
    came[band] += rows.outcome[r];
    expected[band] += foretold[r];
  }
  return bands.map((from, i) => ({ from, offset: Math.log((came[i] + bandEvents) / (expected[i] + bandEvents)) }));
}

function lastAtMost(limits: readonly number[], value: number): number {
  let at = limits.length - 1;
  while (at > 0 && limits[at] > value) at--;
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
