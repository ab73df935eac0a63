import fc from "fast-check";
import { cumulativeStdLogisticProbability, logit as reference } from "simple-statistics";
import { expect, test } from "vitest";
import { inside, logit, NEAREST, sigmoid } from "../../../models/calibration/logit.ts";

const share = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
const logOdds = fc.double({ min: -36, max: 36, noNaN: true });

test("log-odds are simple-statistics' logit, and 0 and 1 have those of the nearest inner value", () => {
  fc.assert(
    fc.property(share, (p) => {
      expect(logit(p)).toBe(reference(p));
    }),
  );
  expect(logit(0)).toBe(reference(NEAREST));
  expect(logit(1)).toBe(reference(1 - NEAREST));
  expect([inside(0), inside(0.3), inside(1)]).toEqual([NEAREST, 0.3, 1 - NEAREST]);
});

test("the way back is simple-statistics' logistic distribution", () => {
  fc.assert(
    fc.property(logOdds, (x) => {
      expect(sigmoid(x)).toBe(cumulativeStdLogisticProbability(x));
    }),
  );
});

test("there and back is where it began", () => {
  fc.assert(
    fc.property(fc.double({ min: -20, max: 20, noNaN: true }), (x) => {
      expect(logit(sigmoid(x))).toBeCloseTo(x, 6);
    }),
  );
});
