import fc from "fast-check";
import { quantileSorted } from "simple-statistics";
import { describe, expect, it } from "vitest";
import { bootstrap, quantile } from "../../../models/judging/bootstrap.ts";
import { seeded } from "../panels.ts";

type Figure = (weight: Float64Array | undefined) => number | null;

const meanOf =
  (values: readonly number[]): Figure =>
  (weight) => {
    const rows = values.reduce((sum, _, i) => sum + (weight?.[i] ?? 1), 0);
    return rows > 0 ? values.reduce((sum, v, i) => sum + v * (weight?.[i] ?? 1), 0) / rows : null;
  };
const together =
  (...figures: readonly Figure[]) =>
  (weight: Float64Array | undefined) =>
    figures.map((figure) => figure(weight));
const options = (seed = 1) => ({ random: seeded(seed), resamples: 4000, interval: 0.95 });
/** Thirty events in a hundred enterprises. */
const hundred = Array.from({ length: 100 }, (_, i) => Number(i < 30));

describe("a bootstrap interval", () => {
  it("of a share is that of the binomial: qbinom(c(.025, .975), 100, .3) is 21 and 39 in R", () => {
    const [share] = bootstrap(
      Int32Array.from(hundred, (_, i) => i),
      together(meanOf(hundred)),
      options(),
    );
    expect(share!.value).toBe(0.3);
    expect(Math.abs(share!.low! - 0.21)).toBeLessThanOrEqual(0.01);
    expect(Math.abs(share!.high! - 0.39)).toBeLessThanOrEqual(0.01);
  });

  it("is not narrower because an enterprise has many months that are all alike", () => {
    const rows = hundred.flatMap((y) => Array.from({ length: 12 }, () => y));
    const cluster = Int32Array.from(rows, (_, i) => 500 + Math.floor(i / 12));
    const [once] = bootstrap(
      Int32Array.from(hundred, (_, i) => i),
      together(meanOf(hundred)),
      options(),
    );
    const [months] = bootstrap(cluster, together(meanOf(rows)), options());
    expect(months!.low).toBeCloseTo(once!.low!, 12);
    expect(months!.high).toBeCloseTo(once!.high!, 12);
  });

  it("is the same for the same seed, and all figures see the same draws", () => {
    const cluster = Int32Array.from(hundred, (_, i) => i);
    const mean = meanOf(hundred.map((_, i) => Math.sqrt(i)));
    const difference: Figure = (weight) => mean(weight)! - mean(weight)!;
    expect(bootstrap(cluster, together(mean), options(7))).toEqual(bootstrap(cluster, together(mean), options(7)));
    expect(bootstrap(cluster, together(mean), options(7))).not.toEqual(bootstrap(cluster, together(mean), options(8)));
    expect(bootstrap(cluster, together(mean, difference), options())[1]).toEqual({ value: 0, low: 0, high: 0 });
  });

  it("is left out when fewer than half of the draws give the figure, as is a figure that is none", () => {
    // One event in two enterprises is drawn in three of four; the only one in a hundred, when wanted twice, hardly ever.
    const twice: Figure = (weight) => (weight === undefined || weight[0]! > 3 ? 1 : null);
    const cluster = Int32Array.from(hundred, (_, i) => i);
    expect(
      bootstrap(
        cluster,
        together(twice, () => null),
        options(),
      ),
    ).toEqual([{ value: 1, low: null, high: null }, null]);
    expect(bootstrap(new Int32Array(0), together(meanOf([])), options())).toEqual([null]);
  });
});

it("a quantile lies between the nearest two, as NumPy's does", () => {
  // np.quantile([1, 2, 4, 8, 16, 32], [.025, .5, .975])
  const sorted = [1, 2, 4, 8, 16, 32];
  expect([quantile(sorted, 0.025), quantile(sorted, 0.5), quantile(sorted, 0.975)]).toEqual([
    expect.closeTo(1.125, 12),
    6,
    expect.closeTo(30, 12),
  ]);
});

it("a quantile is simple-statistics' of sorted values", () => {
  const numbers = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
      const sorted = values.toSorted((a, b) => a - b);
      expect(quantile(sorted, share)).toBeCloseTo(quantileSorted(sorted, share), 9);
    }),
  );
});
