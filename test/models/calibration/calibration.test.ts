import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Calibration,
  calibrate,
  fitCalibration,
  ISOTONIC_EVENTS,
} from "../../../models/calibration/calibration.ts";
import { casesOf } from "../../../models/calibration/cases.ts";
import { fitIsotonic, poolAdjacentViolators } from "../../../models/calibration/isotonic.ts";
import { fitPlatt } from "../../../models/calibration/platt.ts";
import { ISOTONIC, OUTCOMES, PLATT, SCORES } from "./oracle.ts";

const oracle = casesOf(SCORES, OUTCOMES);
const from = (score: number[], outcome: number[], weight?: number[]) =>
  casesOf(Float64Array.from(score), outcome, weight);

describe("the isotonic curve", () => {
  it("pools the scores that R's isoreg pools, at the same values", () => {
    const blocks = poolAdjacentViolators(oracle);
    expect(blocks.map(({ weight }) => weight)).toEqual(ISOTONIC.map(([scores]) => scores));
    blocks.forEach(({ events, weight }, i) => {
      expect(events / weight).toBeCloseTo(ISOTONIC[i]![1], 12);
    });
  });

  it("has isoreg's value at every score, but never 0 or 1: those become 1/402 and 401/402", () => {
    const curve = fitIsotonic(oracle);
    let place = 0;
    for (const [scores, value] of ISOTONIC)
      for (let n = 0; n < scores; n++)
        expect(calibrate(curve, SCORES[place++]!)).toBeCloseTo(Math.min(401 / 402, Math.max(1 / 402, value)), 12);
    expect(place).toBe(400);
  });

  it("takes weights and equal scores, and draws straight lines between, as scikit-learn does", () => {
    // IsotonicRegression(out_of_bounds="clip").fit(score, y, sample_weight=w), predict at .05, .35, .62, .99, 1.9.1;
    // its 0 and 1 are 1/(43 + 2) and 44/45 here, which moves what lies on a line to them.
    const score = [5, 3, 4, 4, 10, 6, 7, 3, 7, 1, 1, 9, 0, 10, 8, 8, 0, 2, 8, 4, 6, 1, 2, 5].map((s) => s / 10);
    const y = [0, 0, 1, 0, 1, 1, 0, 0, 1, 0, 0, 1, 0, 1, 0, 1, 0, 0, 1, 0, 0, 0, 1, 1];
    const w = [2, 3, 1, 1, 2, 1, 3, 2, 1, 3, 3, 3, 1, 1, 1, 1, 3, 3, 1, 1, 1, 1, 2, 1];
    const curve = fitIsotonic(from(score, y, w));
    expect(calibrate(curve, 0.05)).toBeCloseTo(1 / 44, 12);
    expect(calibrate(curve, 0.35)).toBeCloseTo(0.2666666666666666, 12);
    expect(calibrate(curve, 0.62)).toBeCloseTo(0.3333333333333333, 12);
    expect(calibrate(curve, 0.99)).toBeCloseTo(43 / 44, 12);
  });

  it("never falls, whatever it was fitted on", () => {
    const some = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.boolean()), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(some, (rows) => {
        const curve = fitIsotonic(
          from(
            rows.map(([s]) => s / 20),
            rows.map(([, y]) => Number(y)),
          ),
        );
        let before = 0;
        for (let s = 0; s <= 1; s += 0.01) {
          expect(calibrate(curve, s)).toBeGreaterThanOrEqual(before - 1e-12);
          before = calibrate(curve, s);
        }
      }),
    );
  });
});

describe("Platt's line", () => {
  const line = fitPlatt(oracle);

  it.each(PLATT)("is R's glm on the log-odds, which stops at 1e-8: score %i gives %d", (place, value) => {
    expect(calibrate(line, SCORES[place]!) / value).toBeCloseTo(1, 8);
  });

  it("drawn to the score itself settles where the likelihood's slope balances the pull, however strong it is", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 5, noNaN: true }), fc.double({ min: 0, max: 5, noNaN: true }), (a, b) => {
        const pull = { slope: 10 ** a, intercept: 10 ** b };
        const { slope, intercept } = fitPlatt(oracle, pull);
        let [g0, g1] = [-pull.intercept * intercept, -pull.slope * (slope - 1)];
        oracle.score.forEach((score, i) => {
          const x = Math.log(score / (1 - score));
          const p = 1 / (1 + Math.exp(-slope * x - intercept));
          g0 += oracle.outcome[i]! - p;
          g1 += (oracle.outcome[i]! - p) * x;
        });
        expect(Math.abs(g0) / (1 + pull.intercept)).toBeLessThan(1e-7);
        expect(Math.abs(g1) / (1 + pull.slope)).toBeLessThan(1e-7);
      }),
    );
  });

  it("counts a weight of two as two cases", () => {
    const twice = fitPlatt(from([0.2, 0.2, 0.4, 0.7, 0.7, 0.9], [0, 0, 1, 0, 0, 1]));
    const weighted = fitPlatt(from([0.2, 0.4, 0.7, 0.9], [0, 1, 0, 1], [2, 1, 2, 1]));
    expect(weighted.slope).toBeCloseTo(twice.slope, 9);
    expect(weighted.intercept).toBeCloseTo(twice.intercept, 9);
  });

  it("stays finite where the scores part the outcomes without overlap, by Platt's targets", () => {
    const parted = fitPlatt(from([0.1, 0.2, 0.8, 0.9], [0, 0, 1, 1]));
    expect(parted.slope).toBeGreaterThan(0);
    // Targets are 1/4 and 3/4. Where a logistic fits best, Σ (target − p) and Σ (target − p) log-odds are 0; the cases
    // mirror each other, so the first makes the intercept 0, and half of the second is the sum below.
    expect(parted.intercept).toBeCloseTo(0, 9);
    const term = (s: number) => (1 / 4 - calibrate(parted, s)) * Math.log(s / (1 - s));
    expect(term(0.1) + term(0.2)).toBeCloseTo(0, 9);
  });

  it("is level at the share of events when all scores are alike", () => {
    // Platt's targets for one event and three others: (2/3 + 3 × 1/5) / 4.
    const level = fitPlatt(from([0.3, 0.3, 0.3, 0.3], [0, 0, 1, 0]));
    expect(calibrate(level, 0.3)).toBeCloseTo((2 / 3 + 3 / 5) / 4, 12);
    expect(calibrate(level, 0.9)).toBeCloseTo((2 / 3 + 3 / 5) / 4, 12);
  });
});

describe("fitting a calibration", () => {
  it("takes Platt under a thousand events and the isotonic curve from there on", () => {
    expect(ISOTONIC_EVENTS.value).toBe(1000);
    const fewest = (value: number) => ({ ...ISOTONIC_EVENTS, value });
    expect(fitCalibration(SCORES, OUTCOMES).kind).toBe("platt");
    expect(fitCalibration(SCORES, OUTCOMES, undefined, fewest(139)).kind).toBe("platt");
    expect(fitCalibration(SCORES, OUTCOMES, undefined, fewest(138)).kind).toBe("isotonic");
  });

  it("says too few without an event or without anything else", () => {
    expect(fitCalibration(Float64Array.of(0.1, 0.2), [0, 0])).toEqual({ kind: "too-few", events: 0, others: 2 });
    expect(fitCalibration(Float64Array.of(0.1, 0.2), [1, -1])).toEqual({ kind: "too-few", events: 1, others: 0 });
  });

  it("leaves out unknown outcomes, missing scores and cases of no weight", () => {
    const more = Float64Array.of(...SCORES, 0.9, Number.NaN, 0.8);
    const outcomes = [...OUTCOMES, -1, 1, 0];
    const weight = more.map((_, i) => (i === 402 ? 0 : 1));
    expect(fitCalibration(more, outcomes, weight)).toEqual(fitCalibration(SCORES, OUTCOMES));
  });

  it("never gives exactly 0 or 1, comes back from JSON, and passes NaN on", () => {
    const steep: Calibration = { kind: "platt", slope: 50, intercept: 0 };
    for (const value of [steep, fitIsotonic(oracle), { kind: "isotonic", x: [0.5], y: [0] } as const]) {
      const stored = JSON.parse(JSON.stringify(value)) as Calibration;
      for (const score of [0, 1e-9, 0.5, 1]) {
        expect(calibrate(stored, score)).toBe(calibrate(value, score));
        expect(calibrate(stored, score)).toBeGreaterThan(0);
        expect(calibrate(stored, score)).toBeLessThan(1);
      }
      expect(calibrate(stored, Number.NaN)).toBeNaN();
    }
  });

  it("refuses a score that is no share", () => {
    expect(() => fitCalibration(Float64Array.of(0.5, 3), [0, 1])).toThrow("score 1 must be from 0 to 1, got 3");
    expect(() => fitCalibration(Float64Array.of(0.5), [0, 1])).toThrow("1 scores with 2 outcomes");
  });
});
