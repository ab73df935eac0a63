import fc from "fast-check";
import { mean, sampleStandardDeviation } from "simple-statistics";
import { expect, test } from "vitest";
import { EARS_LAG, earsBound } from "../../../models/counts/ears.ts";
import { parseMonth } from "../../../models/month.ts";
import { texas } from "./texas.ts";

/** Standard normal quantile of 0.999. */
const Z = 3.090232306167813;
const at = (month: string) => parseMonth(month) - parseMonth("2009-01");

/** R 4.2.2, surveillance 1.20.3: earsC(method, alpha = 0.001). */
const fromR = [
  { month: "2016-06", c1: 41.9332730370213, c2: 39.3411552639415 },
  { month: "2017-04", c1: 45.2699975008248, c2: 36.6560305829987 },
  { month: "2017-12", c1: 27.0112413906982, c2: 41.7508076171449 },
];

test.each(fromR)("the bounds of $month are R's", ({ month, c1, c2 }) => {
  const place = at(month);
  expect(earsBound(texas, place, EARS_LAG.c1, Z, 0)!.bound).toBeCloseTo(c1, 10);
  expect(earsBound(texas, place, EARS_LAG.c2, Z, 0)!.bound).toBeCloseTo(c2, 10);
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

test("no bound rests on fewer months than it needs or on a month nobody counted", () => {
  const counts = new Float64Array(12).fill(3);
  expect(earsBound(counts, 6, EARS_LAG.c1, Z, 0)).toBeNull();
  expect(earsBound(counts, 8, EARS_LAG.c2, Z, 0)).toBeNull();
  counts[5] = Number.NaN;
  expect(earsBound(counts, 9, EARS_LAG.c1, Z, 0)).toBeNull();
});
