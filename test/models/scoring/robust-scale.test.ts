import fc from "fast-check";
import { medianAbsoluteDeviation, median as reference } from "simple-statistics";
import { expect, test } from "vitest";
import { logChange } from "../../../models/scoring/log-change.ts";
import { medianInPlace } from "../../../models/scoring/median.ts";
import { MAD_FACTOR, robustScaleInPlace } from "../../../models/scoring/robust-scale.ts";

/**
 * Monthly headcounts 2023-01 … 2023-12 (SODRA open data), with median and mad(constant = 1.4826) of the first ten log
 * changes and the eleventh's robust z, computed with R 4.2.2.
 */
const fromR = [
  {
    headcounts: [163, 158, 166, 168, 172, 175, 178, 179, 178, 182, 178, 179],
    median: 0.0144868837076428,
    mad: 0.0132902056919478,
    z: -0.668509454624613,
  },
  {
    headcounts: [91, 93, 91, 84, 83, 80, 80, 80, 78, 81, 82, 77],
    median: -0.0059880955233575,
    mad: 0.0278639106970657,
    z: -2.04299139866273,
  },
  {
    headcounts: [110, 112, 113, 111, 116, 119, 120, 118, 117, 118, 116, 114],
    median: 0.0084394696692125,
    mad: 0.0252368110272497,
    z: -1.02355295021981,
  },
  {
    headcounts: [176, 177, 185, 182, 184, 186, 185, 189, 190, 194, 196, 195],
    median: 0.0105337081357022,
    mad: 0.0115324261922215,
    z: -1.3569398617116,
  },
  {
    headcounts: [43, 45, 47, 47, 44, 44, 47, 47, 48, 45, 50, 51],
    median: 0.0105267045989164,
    mad: 0.0503298791456751,
    z: 0.184302502901211,
  },
];

test.each(fromR)("median, spread and z of the log changes of $headcounts are R's", ({ headcounts, median, mad, z }) => {
  const changes = headcounts.slice(1).map((now, i) => logChange(headcounts[i], now));
  const room = Float64Array.from(changes.slice(0, 10));
  const center = medianInPlace(room, 0, 10);
  const scale = robustScaleInPlace(room, 10, center);
  expect(center).toBeCloseTo(median, 12);
  expect(scale).toBeCloseTo(mad, 12);
  expect((changes[10] - center) / scale).toBeCloseTo(z, 10);
});

test("the spread is 1.4826 times simple-statistics' median absolute deviation", () => {
  const numbers = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(numbers, (values) => {
      const scale = robustScaleInPlace(Float64Array.from(values), values.length, reference(values));
      expect(scale).toBeCloseTo(MAD_FACTOR * medianAbsoluteDeviation(values), 9);
    }),
  );
});

test("a change needs both months, and a headcount of 0 counts as half a person", () => {
  expect(logChange(-1, 100)).toBeNaN();
  expect(logChange(100, -1)).toBeNaN();
  expect(logChange(100, 95)).toBeCloseTo(-0.0513, 4);
  expect(logChange(1, 0)).toBeCloseTo(Math.log(0.5), 12);
});
