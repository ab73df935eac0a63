import { expect, it } from "vitest";
import { leakRunLength, WANTED_MONTHS } from "../../../jobs/bench/detection/run-length.ts";
import { cusumLimit, cusumRunLength } from "../../../models/scoring/cusum-limit.ts";
import { detector } from "../../../src/profiles/detector.ts";

it("the leak's limit is that of its run length, rounded up to half a standard deviation, for the walk as it is taken", () => {
  const { leakLimit, leakReference } = detector;
  const exact = cusumLimit(leakReference.value, WANTED_MONTHS, true); // one month adds at most half the limit, as in the score
  expect(leakLimit.value).toBe(Math.ceil(exact * 2) / 2);
  const months = [false, true].map((capped) => cusumRunLength(leakReference.value, leakLimit.value, 0, capped));
  for (const length of months) expect(leakLimit.origin.note.en).toContain(Math.round(length).toLocaleString("en-US"));
  expect(leakRunLength(detector)).toMatchObject({
    reached: true,
    value: Math.round(months[1]!).toLocaleString("en-US"),
  });
});
