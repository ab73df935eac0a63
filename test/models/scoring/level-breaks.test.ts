import { expect, test } from "vitest";
import { formatMonth, parseMonth } from "../../../models/month.ts";
import { levelBreaks } from "../../../models/scoring/level-breaks.ts";

const last = parseMonth("2020-12");

/** Logs of 24 months that wobble by one person around 200 and fall to 120 in 2020-05. */
function fallingHistory(): Float64Array {
  const people = Array.from({ length: 24 }, (_, i) => (i < 16 ? 200 : 120) + (i % 3) - 1);
  return Float64Array.from(people, Math.log);
}

test("a fall is dated to its first month and measured between the levels", () => {
  const found = levelBreaks(fallingHistory(), last, 1 / 200);
  if (found.kind !== "found") throw new Error(found.kind);
  expect(found.breaks.map(({ month }) => formatMonth(month))).toEqual(["2020-05"]);
  expect(found.breaks[0].size).toBeCloseTo(Math.log(120 / 200), 2);
  expect(found.stretches.map(({ from, to, reported }) => [formatMonth(from), formatMonth(to), reported])).toEqual([
    ["2019-01", "2020-04", 16],
    ["2020-05", "2020-12", 8],
  ]);
});

test("months without a report are skipped: the break is dated to the first report at the new level", () => {
  const values = fallingHistory();
  values[3] = values[16] = values[17] = Number.NaN;
  const found = levelBreaks(values, last, 1 / 200);
  expect(found).toMatchObject({ kind: "found", breaks: [{ month: parseMonth("2020-07") }] });
  expect(found).toMatchObject({ stretches: [{ to: parseMonth("2020-04"), reported: 15 }, { reported: 6 }] });
});

test("one person more or less is no break where counting alone explains it", () => {
  const values = Float64Array.from({ length: 24 }, (_, i) => Math.log(i < 12 ? 10 : 9));
  expect(levelBreaks(values, last, 1 / 10)).toMatchObject({ kind: "found", breaks: [] });
});

test("under 18 reported months there is not enough to say", () => {
  const values = fallingHistory().fill(Number.NaN, 0, 7);
  expect(levelBreaks(values, last, 0)).toEqual({ kind: "too-short", have: 17, need: 18 });
});
