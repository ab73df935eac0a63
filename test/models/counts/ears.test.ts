import fc from "fast-check";
import { mean, sampleStandardDeviation } from "simple-statistics";
import { expect, test } from "vitest";
import { countCusum } from "../../../models/counts/count-cusum.ts";
import { EARS_LAG, earsBound, earsC3Bound } from "../../../models/counts/ears.ts";
import { parseMonth } from "../../../models/month.ts";
import { texas } from "./texas.ts";

/** Standard normal quantile of 0.999. */
const Z = 3.090232306167813;
const at = (month: string) => parseMonth(month) - parseMonth("2009-01");

/** R 4.2.2, surveillance 1.20.3: earsC(method, alpha = 0.001) and algo.cusum(range = 61:132, k = 1.04). */
const fromR = [
  { month: "2016-06", c1: 41.9332730370213, c2: 39.3411552639415, c3: 41.9847183552093, cusum: 2.79726724016306 },
  { month: "2017-04", c1: 45.2699975008248, c2: 36.6560305829987, c3: 19.8735318461596, cusum: 0 },
  { month: "2017-12", c1: 27.0112413906982, c2: 41.7508076171449, c3: 36.0365219028592, cusum: 0 },
];

test.each(fromR)("the bounds and the CUSUM of $month are R's", ({ month, c1, c2, c3, cusum }) => {
  const place = at(month);
  expect(earsBound(texas, place, EARS_LAG.c1, Z, 0)!.bound).toBeCloseTo(c1, 10);
  expect(earsBound(texas, place, EARS_LAG.c2, Z, 0)!.bound).toBeCloseTo(c2, 10);
  expect(earsC3Bound(texas, place, Z, 0)!.bound).toBeCloseTo(c3, 10);
  expect(countCusum(texas, 60, 1.04)[place - 60]).toBeCloseTo(cusum, 10);
});

test("C1 is the mean and the spread of the seven months before", () => {
  const counts = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(counts, (values) => {
      const before = values.slice(0, 7);
      const found = earsBound(Float64Array.from(values), 7, EARS_LAG.c1, 2, 0)!;
      expect(found.expected).toBeCloseTo(mean(before), 10);
      expect(found.bound).toBeCloseTo(mean(before) + 2 * sampleStandardDeviation(before), 10);
    }),
  );
});

test("seven equal months leave the least spread to go by", () => {
  expect(earsBound(new Float64Array(8).fill(4), 7, EARS_LAG.c1, 3, 1)).toEqual({ expected: 4, bound: 7 });
});

test("no bound rests on fewer months than it needs, on no spread at all, or on a month nobody counted", () => {
  const counts = new Float64Array(12).fill(3);
  expect(earsBound(counts, 6, EARS_LAG.c1, Z, 0)).toBeNull();
  expect(earsBound(counts, 8, EARS_LAG.c2, Z, 0)).toBeNull();
  expect(earsC3Bound(counts, 11, Z, 0)).toBeNull();
  expect(earsC3Bound(counts, 11, Z, 1)).not.toBeNull();
  expect(earsC3Bound(counts, 10, Z, 0)).toBeNull();
  counts[5] = Number.NaN;
  expect(earsBound(counts, 9, EARS_LAG.c1, Z, 0)).toBeNull();
});

test("a CUSUM has nothing to go by when nothing was ever counted before", () => {
  expect([...countCusum(Float64Array.of(0, 0, 3), 2, 1)]).toEqual([Number.NaN]);
});
