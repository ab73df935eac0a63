import { expect, test } from "vitest";
import { limitsOf } from "../../../models/scoring/limits.ts";
import { countNoise, shockScale, squeezeDrift, squeezeVariance, unitScale } from "../../../models/scoring/shock.ts";
import { detectorWith } from "./panels.ts";

test("count noise is the exchanged share of 1/n, and 1/θ, for both months", () => {
  expect(countNoise(100, 50, 0.04, 0.001)).toBeCloseTo(0.04 * (0.01 + 0.02) + 0.002, 12);
  // everybody counted afresh each month: the method set's var(log n) ≥ 1/n + 1/θ, twice
  expect(countNoise(100, 50, 1, 0.001)).toBeCloseTo(0.01 + 0.02 + 0.002, 12);
});

test("hiring and leaving at random varies as much as count noise says", () => {
  // 4 % of 500 come and as many go: the change has variance 2 × 20 persons, its log 40 / 500² = 0.00016
  expect(countNoise(500, 500, 0.04, 0)).toBeCloseTo(40 / 500 ** 2, 12);
});

test("the scale is the own spread or count noise, whichever is larger", () => {
  expect(shockScale(0.04, 0.01)).toBe(0.2);
  expect(shockScale(0, 0.01)).toBe(0.1);
});

test("an enterprise's variance leans on its size band by months, as limma's squeezeVar", () => {
  // (6 × 0.01 + 12 × 0.04) / 18
  expect(squeezeVariance(0.04, 12, 0.01, 6)).toBeCloseTo(0.03, 12);
  expect(squeezeVariance(0.04, 12, 0.01, 0)).toBe(0.04);
  expect(squeezeVariance(0.04, 12, Number.NaN, 6)).toBe(0.04);
});

test("an own drift leans towards none and is believed up to one usual spread of its size", () => {
  expect(squeezeDrift(0.01, 6, 0.0004, 6)).toBeCloseTo(0.005, 12);
  expect(squeezeDrift(0.9, 6, 0.0004, 6)).toBe(0.02);
  expect(squeezeDrift(-0.9, 6, 0.0004, 6)).toBe(-0.02);
});

test("guard and leak measure in the own spread or count noise too", () => {
  const limits = limitsOf(detectorWith({ flowShare: 0.05 }));
  expect(unitScale(0, 10, limits)).toBeCloseTo(0.1, 12);
  expect(unitScale(0.04, 200, limits)).toBe(0.2);
});
