import { expect, test } from "vitest";
import { countNoise, shockScale, squeezeDrift, squeezeVariance, unitScale } from "../../../models/scoring/shock.ts";

test("count noise is 1/n + 1/θ for both months", () => {
  expect(countNoise(100, 50, 0.001)).toBeCloseTo(0.01 + 0.02 + 0.002, 12);
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

test("for the guard and the leak one person is never more than one standard deviation", () => {
  expect(unitScale(0, 5)).toBe(0.2);
  expect(unitScale(0.01, 200)).toBe(0.1);
});
