import fc from "fast-check";
import { mean, variance } from "simple-statistics";
import { describe, expect, it } from "vitest";
import { brier, brierSkill, inTheLarge, reliabilityTable } from "../../../models/judging/calibration.ts";
import { probabilityJudgement } from "../../../models/judging/size-bands.ts";
import { JUDGING } from "../../../models/judging/thresholds.ts";

const PROBABILITY = [5, 3, 4, 4, 10, 6, 7, 3, 7, 1, 1, 9, 0, 10, 8, 8, 0, 2, 8, 4, 6, 1, 2, 5].map((s) => s / 10);
const OUTCOME = [0, 0, 1, 0, 1, 1, 0, 0, 1, 0, 0, 1, 0, 1, 0, 1, 0, 0, 1, 0, 0, 0, 1, 1];
const WEIGHT = Float64Array.of(2, 3, 1, 1, 2, 0, 3, 2, 0, 3, 3, 3, 1, 0, 1, 1, 3, 3, 1, 0, 0, 1, 2, 1);
const foretold = (probability: number[], outcome: number[]) => ({
  probability: Float64Array.from(probability),
  outcome: Int8Array.from(outcome),
});
const rows = foretold(PROBABILITY, OUTCOME);

describe("the Brier score", () => {
  it("is scikit-learn's, weighted and not", () => {
    expect(brier(rows)).toBeCloseTo(0.1625, 12);
    expect(brier(rows, WEIGHT)).toBeCloseTo(0.14621621621621622, 12);
  });

  it("has a skill of 1 − .1625 / (10/24 · 14/24) against the base rate", () => {
    expect(brierSkill(rows)).toBeCloseTo(0.3314285714285713, 12);
  });

  it("has a skill of 0 for the base rate itself, below 0 for worse, 1 for certainty that is right", () => {
    expect(brierSkill(foretold([0.25, 0.25, 0.25, 0.25], [0, 0, 1, 0]))).toBe(0);
    expect(brierSkill(foretold([0.9, 0.9, 0.9, 0.9], [0, 0, 1, 0]))).toBeLessThan(0);
    expect(brierSkill(foretold([0, 0, 1, 0], [0, 0, 1, 0]))).toBe(1);
  });

  it("is simple-statistics' mean of squares, its skill one minus that over their variance of what came", () => {
    const pairs = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean()), { minLength: 2 });
    fc.assert(
      fc.property(pairs, (pairs) => {
        const came = pairs.map(([, y]) => Number(y));
        const given = foretold(
          pairs.map(([p]) => p),
          came,
        );
        const squares = mean(pairs.map(([p, y]) => (p - Number(y)) ** 2));
        expect(brier(given)).toBeCloseTo(squares, 9);
        if (variance(came) > 0) expect(brierSkill(given)).toBeCloseTo(1 - squares / variance(came), 7);
      }),
    );
  });

  it("leaves out unknown outcomes and missing probabilities, and has no skill without both outcomes", () => {
    expect(brier(foretold([0.5, 0.9, Number.NaN], [1, -1, 1]))).toBe(0.25);
    expect(brierSkill(foretold([0.5, 0.5], [0, 0]))).toBeNull();
    expect(brier(foretold([], []))).toBeNull();
  });
});

it("calibration in the large sets the sum of the probabilities beside the events that came, however they are grouped", () => {
  // By hand: the probabilities of the rows above add up to 11.4, ten events came.
  for (const bins of [1, 4, 24]) {
    const { expected, came } = inTheLarge(reliabilityTable(rows, bins));
    expect(expected).toBeCloseTo(11.4, 9);
    expect(came).toBe(10);
  }
  expect(inTheLarge([])).toEqual({ expected: 0, came: 0 });
});

describe("the reliability table", () => {
  it("has groups of equal number, from the lowest probability up", () => {
    // By hand: {.1, .2} with no event, {.6, .9} with one.
    expect(reliabilityTable(foretold([0.9, 0.1, 0.6, 0.2], [1, 0, 0, 0]), 2)).toEqual([
      { rows: 2, events: 0, foretold: expect.closeTo(0.15, 12), observed: 0 },
      { rows: 2, events: 1, foretold: expect.closeTo(0.75, 12), observed: 0.5 },
    ]);
  });

  it("never parts equal probabilities, so that it does not depend on the order of the rows", () => {
    const table = reliabilityTable(foretold([0.1, 0.1, 0.1, 0.5], [0, 1, 1, 1]), 2);
    expect(table.map((bin) => [bin.rows, bin.events])).toEqual([
      [3, 2],
      [1, 1],
    ]);
  });

  it("holds every row once, whatever the number of groups", () => {
    for (const bins of [1, 3, 7, 10, 40]) {
      const table = reliabilityTable(rows, bins);
      expect(table.reduce((sum, bin) => sum + bin.rows, 0)).toBe(24);
      expect(table.reduce((sum, bin) => sum + bin.events, 0)).toBe(10);
      expect(table.length).toBeLessThanOrEqual(bins);
    }
    expect(() => reliabilityTable(rows, 0)).toThrow("bins must be a whole number from 1 up, got 0");
  });
});

it("probabilities are judged by size band, the largest without an upper limit", () => {
  const size = Int32Array.of(19, 20, 400, 300);
  const judged = { size, outcome: Int8Array.of(0, 1, 1, -1) };
  const { bySize, reliability } = probabilityJudgement(Float64Array.of(0.1, 0.4, 0.8, 0.7), judged, null, JUDGING);
  expect(bySize.map((band) => [band.from, band.below, band.rows, band.events, band.brier])).toEqual([
    [0, 20, 1, 0, expect.closeTo(0.01, 12)],
    [20, 50, 1, 1, expect.closeTo(0.36, 12)],
    [50, 300, 0, 0, null],
    [300, null, 1, 1, expect.closeTo(0.04, 12)],
  ]);
  expect(reliability).toHaveLength(3);
});
