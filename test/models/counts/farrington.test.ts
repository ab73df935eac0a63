import { expect, test } from "vitest";
import { farringtonBound, farringtonNeed } from "../../../models/counts/farrington.ts";
import { parseMonth } from "../../../models/month.ts";
import { texas } from "./texas.ts";

const at = (month: string) => parseMonth(month) - parseMonth("2009-01");

/**
 * R 4.2.2, surveillance 1.20.3: farringtonFlexible(b = years, w = 2, noPeriods = 10, pastWeeksNotIncluded = 3,
 * pThresholdTrend = 1, thresholdMethod = "nbPlugin", alpha = 0.01).
 */
const fromR = [
  { month: "2016-06", years: 5, expected: 22.805083406086, bound: 43 },
  { month: "2017-04", years: 5, expected: 26.4378344687738, bound: 46 },
  { month: "2017-12", years: 5, expected: 21.5954574414731, bound: 42 },
  { month: "2017-12", years: 4, expected: 22.9717277502481, bound: 44 },
  { month: "2017-12", years: 3, expected: 18.6016285172516, bound: 39 },
];

test.each(fromR)("what is expected of $month from $years years, and the bound, are R's", (row) => {
  const found = farringtonBound(texas, at(row.month), row.years, 0.99)!;
  expect(found.expected).toBeCloseTo(row.expected, 9);
  expect(found.bound).toBe(row.bound);
});

test("the bound does not depend on the month judged, the three before it or any after", () => {
  const place = at("2016-06");
  const changed = texas.map((count, i) => (i >= place - 3 ? 500 : count));
  expect(farringtonBound(changed, place, 5, 0.99)).toEqual(farringtonBound(texas, place, 5, 0.99));
});

test("a past outbreak raises the bound less than it would with full weight", () => {
  const place = at("2016-06");
  const quiet = texas.map((count) => 20 + (count % 5));
  const outbreak = quiet.map((count, i) => (i === place - 24 ? 200 : count));
  const [before, after] = [quiet, outbreak].map((counts) => farringtonBound(counts, place, 5, 0.99)!);
  // 180 more in one of the 20 months like this one is 9 more on average
  expect(after.expected - before.expected).toBeLessThan(3);
});

test("months nobody counted are left out", () => {
  const holes = texas.map((count, i) => (i % 11 === 0 ? Number.NaN : count));
  expect(farringtonBound(holes, at("2017-12"), 5, 0.99)!.expected).toBeGreaterThan(0);
});

test("five years of comparison take 63 months with the one judged", () => {
  expect(farringtonNeed(5)).toBe(63);
  expect(farringtonBound(texas, 61, 5, 0.99)).toBeNull();
  expect(farringtonBound(texas, 62, 5, 0.99)).not.toBeNull();
});
