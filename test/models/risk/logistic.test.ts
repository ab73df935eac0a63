import { describe, expect, it } from "vitest";
import { fitPlatt } from "../../../models/calibration/platt.ts";
import { ridgeLogistic } from "../../../models/risk/logistic.ts";
import { OUTCOMES, SCORES } from "../calibration/oracle.ts";

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
