import { expect, test } from "vitest";
import { twoSided, upperTail } from "../../../models/scoring/normal.ts";

/** math.erfc(z / √2) / 2, CPython with glibc 2.36. */
const fromLibm: readonly (readonly [number, number])[] = [
  [0, 0.5],
  [1, 0.15865525393145707],
  [1.96, 0.024997895148220435],
  [-1, 0.8413447460685429],
  [5, 2.866515718791946e-7],
  [8, 6.220960574271819e-16],
];

test.each(fromLibm)("beyond %d lies %d of a standard normal", (z, tail) => {
  expect(upperTail(z) / tail).toBeCloseTo(1, z > 7 ? 7 : 9);
});

test("both tails are alike, none is left far out, and no value stays no value", () => {
  expect(twoSided(-1.96)).toBe(twoSided(1.96));
  expect(upperTail(40)).toBe(0);
  expect(upperTail(Number.NaN)).toBeNaN();
});
