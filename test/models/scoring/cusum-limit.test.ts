import fc from "fast-check";
import { expect, test } from "vitest";
import { cusumLimit, cusumRunLength } from "../../../models/scoring/cusum-limit.ts";
import { nextLeak } from "../../../models/scoring/leak.ts";

/** R 4.2.2, spc 0.6.7: xcusum.arl(k, h, mu, r = 60), one-sided. The literature has 335.4 and 930 for 4 and 5. */
const fromR: readonly (readonly [k: number, h: number, shift: number, months: number])[] = [
  [0.5, 2, 0, 38.547527442],
  [0.5, 3, 0, 117.595704228],
  [0.5, 4, 0, 335.367577627],
  [0.5, 5, 0, 930.887012064],
  [0.5, 6, 0, 2553.11971782],
  [0.5, 4, 1, 8.38320212975],
  [0.5, 5, 1, 10.3759753002],
  [0.25, 4, 0, 77.0785171272],
];

test.each(fromR)("reference %d, limit %d, shift %d take %d months", (reference, limit, shift, months) => {
  expect(cusumRunLength(reference, limit, shift) / months).toBeCloseTo(1, 3);
});

/** As above: xcusum.crit(0.5, L0, r = 60). */
test.each([
  [100, 2.84940575663],
  [500, 4.38912974026],
  [1000, 5.07070385611],
  [5000, 6.6692667521],
])("once in %d months is a limit of %d", (wanted, limit) => {
  expect(cusumLimit(0.5, wanted)).toBeCloseTo(limit, 4);
});

/** Standard normal numbers from a seed: mulberry32 (T. Ettinger) and Box–Muller. */
function* normals(seed: number): Generator<number, never> {
  let state = seed;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  for (;;) yield Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

test.each([3, 4])("with the cap of the leak, limit %d takes the months that the leak run on chance takes", (limit) => {
  const [reference, runs] = [0.5, 10_000];
  const chance = normals(7);
  let months = 0;
  for (let run = 0; run < runs; run++) {
    for (let leak = 0; leak < limit; months++) leak = nextLeak(leak, chance.next().value, reference, limit);
  }
  // Months are spread about as an exponential: one run's deviation is the mean, that of 10,000 is 1 % of it.
  expect(months / runs / cusumRunLength(reference, limit, 0, true)).toBeCloseTo(1, 1.22);
});

test("a higher limit takes longer, a fall makes it sooner, and a cap later", () => {
  const limits = fc.double({ min: 1, max: 6, noNaN: true });
  fc.assert(
    fc.property(limits, fc.double({ min: 0.2, max: 2, noNaN: true }), (limit, more) => {
      const months = cusumRunLength(0.5, limit);
      expect(cusumRunLength(0.5, limit + more)).toBeGreaterThan(months);
      expect(cusumRunLength(0.5, limit, more)).toBeLessThan(months);
      expect(cusumRunLength(0.5, limit, 0, true)).toBeGreaterThan(months);
    }),
    { numRuns: 15 },
  );
});

test("the limit for a run length has that run length, capped or not", () => {
  for (const capped of [true, false]) {
    const limit = cusumLimit(0.5, 360, capped);
    expect(cusumRunLength(0.5, limit, 0, capped) / 360).toBeCloseTo(1, 4);
  }
});

test("no limit and a run length of one month are refused", () => {
  expect(() => cusumRunLength(0.5, 0)).toThrow("limit must be above 0");
  expect(() => cusumLimit(0.5, 1)).toThrow("run length must be above 1");
});
