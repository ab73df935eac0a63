import type { Cases } from "./cases.ts";
import { logit, sigmoid } from "./logit.ts";

/** Log-odds of the event = slope × log-odds of the score + intercept. A slope ≤ 0 says that the score ranks backwards. */
export interface Platt {
  readonly kind: "platt";
  readonly slope: number;
  readonly intercept: number;
}

/**
 * How strongly the two numbers are drawn to 1 and 0, where the score is a probability already: precision of a normal
 * prior; 0 leaves them free.
 */
export interface PlattPull {
  readonly slope: number;
  readonly intercept: number;
}

const NO_PULL: PlattPull = { slope: 0, intercept: 0 };

/** Newton's method needs some ten steps here; far more means that there is no solution. */
const STEPS = 60;
/** A relative step so small is the last and taken whole: errors square at each step, and rounding hides its gain in the loss. */
const SMALL = 1e-6;
/** Curvature, relative, below which the two numbers cannot be told apart; and the shortest part of a step worth trying. */
const SINGULAR = 1e-9;

/**
 * Logistic regression of the outcome on the score's log-odds; where scores part the outcomes without overlap it has no
 * solution, and Platt's drawn-in targets (events + 1)/(events + 2) and 1/(others + 2) are used, which always have one.
 * Needs at least one case. Source: Platt (1999); R glm(outcome ~ qlogis(score), binomial). With a pull: the posterior's mode.
 */
export function fitPlatt(cases: Cases, pull: PlattPull = NO_PULL): Platt {
  const x = cases.score.map(logit);
  return (
    newton(x, Float64Array.from(cases.outcome), cases.weight, pull) ??
    newton(x, drawnIn(cases), cases.weight, pull) ?? {
      kind: "platt",
      slope: 0,
      intercept: logit(meanOf(drawnIn(cases), cases.weight)),
    }
  );
}

export const plattAt = ({ slope, intercept }: Platt, score: number): number =>
  sigmoid(slope * logit(score) + intercept);

function drawnIn({ outcome, weight }: Cases): Float64Array {
  let [events, others] = [0, 0];
  for (let i = 0; i < outcome.length; i++) {
    if (outcome[i] === 1) events += weight[i];
    else others += weight[i];
  }
  return Float64Array.from(outcome, (y) => (y === 1 ? (events + 1) / (events + 2) : 1 / (others + 2)));
}

const meanOf = (values: Float64Array, weight: Float64Array): number =>
  values.reduce((sum, y, i) => sum + y * weight[i], 0) / weight.reduce((sum, w) => sum + w, 0);

/** Newton's steps on two numbers, halved while they make the fit worse; null when they do not settle. */
function newton(x: Float64Array, y: Float64Array, weight: Float64Array, pull: PlattPull): Platt | null {
  let at: Point = { slope: 0, intercept: logit(meanOf(y, weight)) };
  for (let n = 0; n < STEPS; n++) {
    const step = stepFrom(x, y, weight, at, pull);
    if (step === null) return null;
    if (sizeOf(step) < SMALL * (1 + sizeOf(at))) return { kind: "platt", ...moved(at, step, 1) };
    const loss = lossOf(x, y, weight, at, pull);
    let share = 1;
    while (share > SINGULAR && lossOf(x, y, weight, moved(at, step, share), pull) > loss) share /= 2;
    at = moved(at, step, share);
  }
  return null;
}

const sizeOf = ({ slope, intercept }: Point): number => Math.abs(slope) + Math.abs(intercept);

interface Point {
  readonly slope: number;
  readonly intercept: number;
}

const moved = (from: Point, step: Point, by: number): Point => ({
  slope: from.slope + by * step.slope,
  intercept: from.intercept + by * step.intercept,
});

/** −log likelihood, written so that no exponential overflows. */
function lossOf(
  x: Float64Array,
  y: Float64Array,
  weight: Float64Array,
  { slope, intercept }: Point,
  pull: PlattPull,
): number {
  let sum = (pull.slope * (slope - 1) ** 2 + pull.intercept * intercept ** 2) / 2;
  for (let i = 0; i < x.length; i++) {
    const t = slope * x[i] + intercept;
    sum += weight[i] * (Math.max(t, 0) - t * y[i] + Math.log1p(Math.exp(-Math.abs(t))));
  }
  return sum;
}

/** Inverse curvature times gradient; null when the scores are all alike or every probability has run into 0 or 1. */
function stepFrom(
  x: Float64Array,
  y: Float64Array,
  weight: Float64Array,
  { slope, intercept }: Point,
  pull: PlattPull,
): Point | null {
  let [g0, g1] = [-pull.intercept * intercept, -pull.slope * (slope - 1)];
  let [h00, h01, h11] = [pull.intercept, 0, pull.slope];
  for (let i = 0; i < x.length; i++) {
    const p = sigmoid(slope * x[i] + intercept);
    const w = weight[i] * p * (1 - p);
    g0 += weight[i] * (y[i] - p);
    g1 += weight[i] * (y[i] - p) * x[i];
    h00 += w;
    h01 += w * x[i];
    h11 += w * x[i] * x[i];
  }
  const determinant = h00 * h11 - h01 * h01;
  if (!(determinant > SINGULAR * h00 * h11)) return null;
  return { slope: (h00 * g1 - h01 * g0) / determinant, intercept: (h11 * g0 - h01 * g1) / determinant };
}
