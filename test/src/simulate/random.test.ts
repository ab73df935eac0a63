import { describe, expect, test } from "vitest";
import { binomial, poisson, quantile, type Random, randomOf, weighted } from "../../../src/simulate/random.ts";

const DRAWS = 40_000;

/** Standard error of a mean of DRAWS draws with this variance, times five. */
const fiveErrors = (variance: number): number => 5 * Math.sqrt(variance / DRAWS);

function moments(draw: () => number): { mean: number; variance: number } {
  const values = Array.from({ length: DRAWS }, draw);
  const mean = values.reduce((sum, value) => sum + value, 0) / DRAWS;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (DRAWS - 1) };
}

describe("random numbers", () => {
  test("one seed and stream always draw the same, other seeds and streams others", () => {
    const draws = (seed: number, stream: number) => Array.from({ length: 5 }, randomOf(seed, stream));
    expect(draws(1, 0)).toEqual(draws(1, 0));
    expect(draws(1, 0)).not.toEqual(draws(2, 0));
    expect(draws(1, 0)).not.toEqual(draws(1, 1));
    expect(draws(1, 0)).not.toEqual(draws(1 + 2 ** 32, 0));
  });

  test("neighbouring streams are uncorrelated and uniform", () => {
    const firsts = moments(
      (() => {
        let stream = 0;
        return () => randomOf(7, stream++)();
      })(),
    );
    expect(Math.abs(firsts.mean - 0.5)).toBeLessThan(fiveErrors(1 / 12));
    expect(firsts.variance).toBeCloseTo(1 / 12, 2);
  });

  test.each([
    [9, 0.02],
    [60, 0.3],
    [60, 0.8],
    [3000, 0.005],
    [3000, 0.03],
    [5000, 0.9],
  ])("of %i people with chance %d, n·p with variance n·p·(1 − p) do it", (n, p) => {
    const random = randomOf(3, n);
    const { mean, variance } = moments(() => binomial(random, n, p));
    expect(Math.abs(mean - n * p)).toBeLessThan(fiveErrors(n * p * (1 - p)));
    expect(Math.abs(variance / (n * p * (1 - p)) - 1)).toBeLessThan(0.06);
  });

  test("a binomial never leaves 0 to n", () => {
    const random = randomOf(5, 0);
    for (const p of [-1, 0, 0.001, 0.5, 0.999, 1, 2]) {
      const count = binomial(random, 40, p);
      expect(count >= 0 && count <= 40).toBe(true);
    }
    const edges: Random = () => 1 - 2 ** -32;
    expect(binomial(edges, 40, 0.4)).toBeLessThanOrEqual(40);
    expect(binomial(edges, 0, 0.4)).toBe(0);
  });

  test.each([0.05, 2, 40])("a Poisson count of mean %d has about that variance", (mean) => {
    const random = randomOf(4, mean * 100);
    const drawn = moments(() => poisson(random, mean));
    expect(Math.abs(drawn.mean - mean)).toBeLessThan(fiveErrors(mean));
    expect(Math.abs(drawn.variance / mean - 1)).toBeLessThan(0.12);
  });

  test("a quantile table is read linearly between its points", () => {
    const table = [
      [0, 5],
      [0.5, 10],
      [1, 110],
    ] as const;
    expect([0, 0.25, 0.5, 0.75].map((share) => quantile(() => share, table))).toEqual([5, 7.5, 10, 60]);
  });

  test("positions are drawn in proportion to their weights", () => {
    expect([0, 0.24, 0.26, 0.99].map((share) => weighted(() => share, [1, 0, 3]))).toEqual([0, 0, 2, 2]);
  });
});
