import fc from "fast-check";
import { cumulativeStdNormalProbability, errorFunction, probit } from "simple-statistics";
import { expect, test } from "vitest";
import { twoSided, upperTail } from "../../../models/scoring/normal.ts";
import { Z80, Z95 } from "../../../models/two-sided.ts";

const z = fc.double({ min: -8, max: 8, noNaN: true });

test("the tail is simple-statistics' by its error function, which is good to 1.2e-7", () => {
  fc.assert(
    fc.property(z, (z) => {
      expect(Math.abs(upperTail(z) - (1 - errorFunction(z / Math.SQRT2)) / 2)).toBeLessThan(1.3e-7);
      expect(Math.abs(twoSided(z) - (1 - errorFunction(Math.abs(z) / Math.SQRT2)))).toBeLessThan(2.6e-7);
    }),
    { numRuns: 1000 },
  );
});

test("the tail is simple-statistics' printed table, in its hundredths of z and four digits", () => {
  fc.assert(
    fc.property(fc.integer({ min: -309, max: 309 }), (hundredths) => {
      const own = 1 - upperTail(hundredths / 100);
      expect(Math.abs(own - cumulativeStdNormalProbability(hundredths / 100))).toBeLessThan(1.1e-4);
    }),
  );
});

test("the tail undoes simple-statistics' probit, which is good to 0.005", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (p) => {
      expect(Math.abs(1 - upperTail(probit(p)) - p)).toBeLessThan(2e-3);
    }),
  );
  expect(Math.abs(Z80 - probit(0.9))).toBeLessThan(0.005);
  expect(Math.abs(Z95 - probit(0.975))).toBeLessThan(0.005);
});

test("the limits leave a tenth and a fortieth above them", () => {
  expect(upperTail(Z80)).toBeCloseTo(0.1, 9);
  expect(upperTail(Z95)).toBeCloseTo(0.025, 9);
});
