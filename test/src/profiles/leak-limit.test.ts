import { expect, it } from "vitest";
import { cusumLimit, cusumRunLength } from "../../../models/scoring/cusum-limit.ts";
import { detector } from "../../../src/profiles/detector.ts";

/** One false alarm in 100 enterprise-years. */
const WANTED = 1200;

it("the leak's limit is that of its run length, rounded up to half a standard deviation, for the walk as it is taken", () => {
  const { leakLimit, leakReference } = detector;
  const exact = cusumLimit(leakReference.value, WANTED, true); // one month adds at most half the limit, as in the score
  expect(leakLimit.value).toBe(Math.ceil(exact * 2) / 2);
  const months = [false, true].map((capped) => cusumRunLength(leakReference.value, leakLimit.value, 0, capped));
  for (const length of months) expect(leakLimit.origin.note.en).toContain(Math.round(length).toLocaleString("en-US"));
});
