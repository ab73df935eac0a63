import type { Calibration } from "../calibration/calibration.ts";
import type { Text } from "../text.ts";
import { CHANCE, FEATURES, RISK_FEATURES } from "./features.ts";

/** A feature's effect: a broken line over z = (value − centre) / spread, cut off at ±CLIP and 0 at z = 0. */
export interface RiskTerm {
  readonly name: string;
  readonly centre: number;
  readonly spread: number;
  /** Where the line may bend, in z; none for a straight one. */
  readonly knots: readonly number[];
  /** Slope, then the change of slope at each knot; log-odds per z. */
  readonly weights: readonly number[];
}

/** people 0: however few. */
export interface ReductionLine {
  readonly people: number;
  readonly share: number;
}

/** From what probability on enterprises of a size band are called. */
export interface RiskLine {
  /** Fewest persons. */
  readonly from: number;
  /** 0…1; null where no probability finds an event. */
  readonly red: number | null;
  readonly orange: number | null;
}

/** How often the event came among cases foretold alike; what an interval is read from. */
export interface RiskBin {
  /** The bin's mean foretold probability. */
  readonly foretold: number;
  readonly low: number;
  readonly high: number;
}

/** How good a model was on cases it was not fitted on. */
export interface RiskMetrics {
  readonly rows: number;
  readonly events: number;
  readonly averagePrecision: number | null;
  readonly brierSkill: number | null;
  readonly logLoss: number | null;
}

/** A fitted hazard model as a plain value: versioned, stored, JSON. */
export interface RiskModel {
  /** shipped: comes with the program; trained: fitted on the place's own history. */
  readonly kind: "shipped" | "trained";
  readonly name: string;
  /** Id of the event definition it foretells. */
  readonly event: string;
  /** The fall that the event is: at least so many people and such a share. */
  readonly line: ReductionLine;
  /** Where and on what it was fitted. */
  readonly training: {
    readonly place: Text;
    /** First and last origin month, "YYYY-MM". */
    readonly from: string;
    readonly to: string;
    readonly rows: number;
    readonly events: number;
    /** Data vintage: last batch and publication date; null for the shipped one. */
    readonly vintage: { readonly batch: number; readonly publishedOn: string } | null;
  };
  readonly intercept: number;
  /** Log-odds added for the size band of `from` people and more: the cohort's base rate. */
  readonly bands: readonly { readonly from: number; readonly offset: number }[];
  readonly terms: readonly RiskTerm[];
  readonly calibration: Calibration | null;
  /** How much of a reported event's listed chance is believed. */
  readonly eventBelief: number;
  readonly bins: readonly RiskBin[];
  /** Share of the headcount lost when the event comes, by band, in the order of `bands`. */
  readonly severity: readonly number[];
  /** By size band; left out where nobody knows yet how often the event follows (the shipped model). */
  readonly lines?: readonly RiskLine[];
  readonly metrics: RiskMetrics;
}

/** Effects stop growing this many spreads from the centre. */
export const CLIP = 4;

/** A model's numbers flat, for the hot loop. */
export interface CompiledModel {
  readonly model: RiskModel;
  readonly intercept: number;
  readonly bandFrom: Float64Array;
  readonly bandOffset: Float64Array;
  readonly centre: Float64Array;
  readonly scale: Float64Array;
  /** KNOTS a feature; a straight feature repeats knots of weight 0. */
  readonly knot: Float64Array;
  readonly slope: Float64Array;
  readonly bend: Float64Array;
}

const KNOTS = 3;

/** Whether a model looks at today's features: one fitted by an older version may not. */
export const isCurrent = ({ terms }: RiskModel): boolean =>
  terms.length === FEATURES && RISK_FEATURES.every(({ name }, i) => terms[i].name === name);

/** Throws RangeError when the terms are not those of RISK_FEATURES in their order. */
export function compileModel(model: RiskModel): CompiledModel {
  if (!isCurrent(model)) {
    const names = model.terms.map((term) => term.name).join(", ");
    throw new RangeError(
      `risk model ${model.name} must have the terms ${RISK_FEATURES.map((f) => f.name).join(", ")}, got ${names}`,
    );
  }
  const flat = (pick: (term: RiskTerm, knot: number) => number) =>
    Float64Array.from({ length: FEATURES * KNOTS }, (_, i) => pick(model.terms[Math.floor(i / KNOTS)], i % KNOTS));
  return {
    model,
    intercept: model.intercept,
    bandFrom: Float64Array.from(model.bands, (band) => band.from),
    bandOffset: Float64Array.from(model.bands, (band) => band.offset),
    centre: Float64Array.from(model.terms, (term) => term.centre),
    scale: Float64Array.from(model.terms, (term) => 1 / term.spread),
    knot: flat((term, k) => term.knots[k] ?? 0),
    slope: Float64Array.from(model.terms, (term) => term.weights[0]),
    bend: flat((term, k) => (k < term.knots.length ? term.weights[k + 1] : 0)),
  };
}

/** Log-odds before calibration of the features at `at`, for an enterprise of so many people. */
export function rawLogOdds(compiled: CompiledModel, features: Float32Array, at: number, headcount: number): number {
  let sum = compiled.intercept + compiled.bandOffset[bandOf(compiled, headcount)];
  for (let f = 0; f < FEATURES; f++)
    sum += effectOf(compiled, f, seenValue(compiled.model.line, features, at, f, headcount));
  return sum;
}

/** A feature as the model sees it: the row holds the own spread, the chance to cross the line depends on the event. */
export const seenValue = (
  line: ReductionLine,
  features: Float32Array,
  at: number,
  f: number,
  headcount: number,
): number => (f === CHANCE ? logChance(logFall(line, headcount) / Math.exp(features[at + f])) : features[at + f]);

/** Twenty of fewer than twenty people cannot leave; the line then lies just short of everybody. */
const WHOLE = 0.97;

/** The fall at which the event is reached, as a log change, > 0. */
const logFall = ({ people, share }: ReductionLine, headcount: number): number =>
  -Math.log1p(-Math.max(share, Math.min(people / headcount, WHOLE)));

/**
 * ln P(T ≥ x) of Student's t with 2 degrees of freedom: staff moves in rare leaps, and a spread told from a few months is
 * itself uncertain. ½(1 − x/√(2 + x²)), written without the difference that loses digits at large x.
 */
const logChance = (x: number): number => {
  const root = Math.sqrt(2 + x * x);
  return -Math.log(root * (root + x));
};

export function bandOf({ bandFrom }: CompiledModel, headcount: number): number {
  let band = bandFrom.length - 1;
  while (band > 0 && bandFrom[band] > headcount) band--;
  return band;
}

/** What one feature adds to the log-odds; 0 for a value that is not known. */
export function effectOf({ centre, scale, knot, slope, bend }: CompiledModel, f: number, value: number): number {
  if (Number.isNaN(value)) return 0;
  const z = Math.min(CLIP, Math.max(-CLIP, (value - centre[f]) * scale[f]));
  let sum = slope[f] * z;
  for (let k = f * KNOTS; k < (f + 1) * KNOTS; k++) sum += bend[k] * (above(z, knot[k]) - above(0, knot[k]));
  return sum;
}

const above = (z: number, knot: number): number => (z > knot ? z - knot : 0);
