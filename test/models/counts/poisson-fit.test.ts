import fc from "fast-check";
import { poissonDistribution } from "simple-statistics";
import { expect, test } from "vitest";
import { factorise, inverseForm, solveWith } from "../../../models/counts/cholesky.ts";
import { countQuantile } from "../../../models/counts/count-quantile.ts";
import { fitPoisson } from "../../../models/counts/poisson-fit.ts";

const counts = Float64Array.of(2, 3, 6, 7, 8, 9, 10, 12, 15);
const x = Float64Array.from([...counts.keys()].flatMap((i) => [1, i, i % 2]));
const weights = Float64Array.of(1, 1, 2, 1, 0.5, 1, 1, 1, 1);

test("coefficients, dispersion, leverage and fitted counts are those of R's glm", () => {
  // R 4.2.2: glm(y ~ x + g, family = quasipoisson, weights = w), hatvalues
  const fit = fitPoisson({ columns: 3, x, counts }, weights)!;
  [1.2322009468982422, 0.1876639104770432, -0.0215115694942835].forEach((value, i) => {
    expect(fit.coefficients[i]).toBeCloseTo(value, 10);
  });
  expect(fit.dispersion).toBeCloseTo(0.266850004385329, 9);
  [0.2743809845131636, 0.2631054630626627, 0.44355476511445].forEach((value, i) => {
    expect(fit.leverage[i]).toBeCloseTo(value, 9);
  });
  expect(fit.fitted[8]).toBeCloseTo(15.38683433890042, 9);
});

test("the fitted counts add up to the counts, and the leverages to the columns", () => {
  const series = fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 9, maxLength: 40 });
  fc.assert(
    fc.property(series, (values) => {
      fc.pre(values.some((value) => value > 0));
      const rows = Float64Array.from(values.flatMap((_, i) => [1, i - values.length]));
      const design = { columns: 2, x: rows, counts: Float64Array.from(values) };
      const fit = fitPoisson(design, new Float64Array(values.length).fill(1));
      fc.pre(fit !== null);
      const total = values.reduce((sum, value) => sum + value, 0);
      expect(fit!.fitted.reduce((sum, mean) => sum + mean, 0) / total).toBeCloseTo(1, 3);
      expect(fit!.leverage.reduce((sum, pull) => sum + pull, 0)).toBeCloseTo(2, 6);
    }),
  );
});

test("two columns that say the same give no fit", () => {
  const same = Float64Array.from([...counts.keys()].flatMap(() => [1, 1]));
  expect(fitPoisson({ columns: 2, x: same, counts }, weights)).toBeNull();
});

test("a factor solves what it was made from", () => {
  // by hand: [[4, 2], [2, 5]] x = [8, 12] has x = [1, 2]; xᵀ [[4, 2], [2, 5]]⁻¹ x of [8, 12] is 8 + 24
  const factor = factorise(Float64Array.of(4, 0, 2, 5), 2)!;
  expect([...solveWith(factor, Float64Array.of(8, 12))]).toEqual([1, 2]);
  expect(inverseForm(factor, Float64Array.of(8, 12))).toBeCloseTo(32, 12);
});

test.each([
  // R 4.2.2: qpois(p, mean), qnbinom(p, mean / (dispersion − 1), 1 / dispersion)
  [0.99, 0.3, 1, 2],
  [0.99, 5, 1, 11],
  [0.999, 5, 1, 13],
  [0.99, 40, 1, 55],
  [0.99, 3000, 1, 3128],
  [0.5, 20, 1.5, 20],
  [0.99, 5, 2.5, 16],
  [0.99, 300, 7.2, 418],
  [0.99, 3000, 1.3, 3146],
])("the quantile %d of mean %d and dispersion %d is %d", (probability, mean, dispersion, quantile) => {
  expect(countQuantile(probability, mean, dispersion)).toBe(quantile);
});

test("Poisson quantiles are those of simple-statistics' distribution", () => {
  const mean = fc.double({ min: 0.1, max: 30, noNaN: true });
  fc.assert(
    fc.property(mean, fc.constantFrom(0.5, 0.9, 0.99), (mean, probability) => {
      const table = poissonDistribution(mean)!;
      const upTo = (count: number) => table.slice(0, count + 1).reduce((sum, share) => sum + share, 0);
      const quantile = [...table.keys()].find((count) => upTo(count) >= probability);
      expect(countQuantile(probability, mean, 1)).toBe(quantile);
    }),
  );
});

test("an endless mean has no quantile", () => {
  expect(countQuantile(0.99, Number.POSITIVE_INFINITY, 1)).toBeNaN();
});
