import fc from "fast-check";
import { mean, sumNthPowerDeviations } from "simple-statistics";
import { expect, test } from "vitest";
import { optimalPartition } from "../../../models/scoring/optimal-partition.ts";
import { nile } from "../forecast/known-series.ts";

/** Cost of a cutting, from simple-statistics: squared deviations from the means, and the penalty of each cut. */
function costOf(values: readonly number[], starts: readonly number[], penalty: number): number {
  const parts = starts.map((start, k) => values.slice(start, starts[k + 1] ?? values.length));
  const misfit = parts.reduce((sum, part) => sum + sumNthPowerDeviations(part, 2), 0);
  return misfit + penalty * (starts.length - 1);
}

/** All cuttings of `count` places into stretches of at least `shortest`. */
function cuttings(count: number, shortest: number, from = 0): number[][] {
  const rest: number[][] = count - from >= shortest ? [[from]] : [];
  for (let next = from + shortest; next <= count - shortest; next++) {
    for (const tail of cuttings(count, shortest, next)) rest.push([from, ...tail]);
  }
  return rest;
}

const cut = (values: readonly number[], shortest: number, penalty: number) =>
  optimalPartition(Float64Array.from(values), values.length, shortest, penalty);

test("no other cutting is cheaper", () => {
  const series = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 3, maxLength: 12 });
  fc.assert(
    fc.property(
      series,
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 0, max: 300 }),
      (values, shortest, penalty) => {
        const found = costOf(values, cut(values, shortest, penalty), penalty);
        const least = Math.min(...cuttings(values.length, shortest).map((starts) => costOf(values, starts, penalty)));
        expect(found).toBeCloseTo(least, 8);
      },
    ),
  );
});

/** People of an enterprise that loses a ninth of its staff twice: 8 months about 205, 8 about 180, 8 about 160. */
const twice = [
  205, 203, 206, 204, 207, 205, 203, 206, 180, 178, 181, 179, 180, 182, 179, 181, 160, 158, 161, 159, 162, 160, 158,
  161,
];

/**
 * R 4.2.2, strucchange 1.5.3: summary(breakpoints(series ~ 1, h = 3)): RSS and breakpoints (last months of stretches) for
 * 0, 1, 2 … breaks. Its BIC takes the noise from each cutting's own misfit, ours from month-to-month changes, so that the
 * number of breaks is no fair question; where they lie for a number of breaks is. A penalty between what the last
 * break saved and what one more would save buys just that number, where there is such a penalty.
 */
const fromR = [
  {
    name: "two falls",
    values: twice,
    rss: [8171.833333333, 1661.8125, 41.75, 39.6166666667],
    breaks: [[], [8], [8, 16]],
  },
  {
    name: "the Nile",
    values: nile,
    rss: [652024.966666667, 551452.666666667, 472675.80952381, 391086.622222222, 335324.317460318, 320390.984126984],
    breaks: [[], [27], null, [10, 19, 26], [7, 10, 19, 26]],
  },
];
const bought = fromR.flatMap(({ name, values, rss, breaks }) =>
  breaks.flatMap((ends, count) => (ends ? [{ name, values, rss, ends, count }] : [])),
);

test.each(bought)("$name cut $count times has R's breaks $ends", ({ values, rss, ends, count }) => {
  const saved = count === 0 ? rss[0] : rss[count - 1] - rss[count];
  const penalty = (saved + rss[count] - rss[count + 1]) / 2;
  const starts = cut(values, 3, penalty);
  expect(starts).toEqual([0, ...ends]);
  expect(costOf(values, starts, 0) / rss[count]).toBeCloseTo(1, 9);
});

test("stretches begin at 0, ascend and are never shorter than allowed", () => {
  const series = fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 3, maxLength: 60 });
  fc.assert(
    fc.property(series, fc.double({ min: 0, max: 5, noNaN: true }), (values, penalty) => {
      const starts = cut(values, 3, penalty);
      expect(starts[0]).toBe(0);
      const ends = [...starts.slice(1), values.length];
      expect(Math.min(...ends.map((end, k) => end - starts[k]))).toBeGreaterThanOrEqual(3);
    }),
  );
});

test("a cut is made when it saves more than its penalty, and not when it saves less", () => {
  // by hand: six 0 and six 4 about their mean 2 cost 12 × 4 = 48; cut in two they cost nothing
  const values = [0, 0, 0, 0, 0, 0, 4, 4, 4, 4, 4, 4];
  expect(cut(values, 3, 47.9)).toEqual([0, 6]);
  expect(cut(values, 3, 48.1)).toEqual([0]);
  expect(mean(values)).toBe(2);
});

test("levels far from 0 are told apart as well as those near it", () => {
  const values = [0, 0, 0, 0, 1, 1, 1, 1].map((value) => 1e9 + value);
  expect(cut(values, 3, 1)).toEqual([0, 4]);
});

test.each([
  [2, 3, 1, "a partition needs at least 3 values, got 2"],
  [5, 3, -1, "penalty of a cut must be at least 0, got -1"],
  [5, 3, Number.NaN, "penalty of a cut must be at least 0, got NaN"],
])("%d values, shortest %d, penalty %d are refused", (count, shortest, penalty, words) => {
  expect(() => optimalPartition(new Float64Array(count), count, shortest, penalty)).toThrow(words);
});
