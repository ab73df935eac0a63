import { describe, expect, it } from "vitest";
import { fitPlatt } from "../../../models/calibration/platt.ts";
import { ridgeLogistic } from "../../../models/risk/logistic.ts";
import { OUTCOMES, SCORES } from "../calibration/oracle.ts";
import { SPECTOR } from "./spector.ts";

const logOdds = SCORES.map((p) => Math.log(p / (1 - p)));
const cases = {
  ...{ size: SCORES.length, columns: 1, x: logOdds, y: OUTCOMES },
  offset: new Float64Array(SCORES.length),
  weight: new Float64Array(SCORES.length).fill(1),
};

describe("ridgeLogistic", () => {
  it("without a pull is the glm that Platt's line was checked against in R", () => {
    const platt = fitPlatt({ score: SCORES, outcome: Uint8Array.from(OUTCOMES), weight: cases.weight });
    const fit = ridgeLogistic(cases, Float64Array.of(0), Float64Array.of(0));
    expect(fit.weights[0]).toBeCloseTo(platt.slope, 6);
    expect(fit.intercept).toBeCloseTo(platt.intercept, 6);
  });

  it("under an overwhelming pull is the weight it is pulled to", () => {
    const fit = ridgeLogistic(cases, Float64Array.of(1e12), Float64Array.of(0.25));
    expect(fit.weights[0]).toBeCloseTo(0.25, 6);
  });

  it("takes an offset as known: the log-odds as offset leave the slope beyond 1", () => {
    const free = ridgeLogistic(cases, Float64Array.of(0), Float64Array.of(0));
    const known = ridgeLogistic({ ...cases, offset: logOdds }, Float64Array.of(0), Float64Array.of(0));
    expect(known.weights[0]! + 1).toBeCloseTo(free.weights[0]!, 6);
  });
});

describe("ridgeLogistic on several columns", () => {
  const students = {
    ...{ size: SPECTOR.length, columns: 3 },
    x: Float64Array.from(SPECTOR.flatMap((student) => student.slice(0, 3))),
    y: SPECTOR.map(([, , , grade]) => grade),
    offset: new Float64Array(SPECTOR.length),
    weight: new Float64Array(SPECTOR.length).fill(1),
  };
  const offset = Float64Array.from(SPECTOR, ([gpa]) => 0.5 * (gpa - 3));
  const weight = Float64Array.from(SPECTOR, (_, i) => 1 + (i % 3));
  const none = new Float64Array(3);

  // statsmodels 0.15.0 GLM(Binomial), tol 1e-14; the first also as printed by Greene: -13.02, 2.826, 0.095, 2.379.
  // With a pull: the minimum of -log likelihood + sum of ridge/2 (w - prior)^2 by SciPy 1.17.1, trust-exact, gradient < 1e-9.
  // "plain ridge" is scikit-learn 1.9.1's LogisticRegression(C=1), newton-cholesky, tol 1e-12.
  it.each([
    ["free", students, none, none, [-13.02134685811571, 2.8261125948893255, 0.09515766131790937, 2.378687655093355]],
    [
      ...(["with an offset and weights", { ...students, offset, weight }, none, none] as const),
      [-9.131520475334698, 2.0729702671691865, 0.020382173075035204, 2.5699633512032602],
    ],
    [
      ...(["plain ridge", students, Float64Array.of(1, 1, 1), none] as const),
      [-7.949012046076718, 1.2100874288837222, 0.13015191385694594, 1.162144481251267],
    ],
    [
      ...(["drawn to a prior", { ...students, offset, weight }] as const),
      ...([Float64Array.of(2, 0.5, 1), Float64Array.of(1, 0, 0.5)] as const),
      [-6.786820505685315, 1.427495017315782, 0.02573889100260385, 1.8468014602317944],
    ],
  ] as const)("is the reference's fit: %s", (_says, given, ridge, prior, expected) => {
    const fit = ridgeLogistic(given, ridge, prior);
    [fit.intercept, ...fit.weights].forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i]!, 6);
    });
  });
});
