import fc from "fast-check";
import { expect, test } from "vitest";
import { dampedPath, dampedVariance, runDamped } from "../../../models/forecast/damped.ts";
import { fitDamped } from "../../../models/forecast/fit-damped.ts";
import { dampedAicc } from "./aicc.ts";
import { american, nile } from "./known-series.ts";

/** R 4.2.2, forecast 8.20: ets(american, model = "AAN", damped = TRUE). */
const model = {
  alpha: 0.482001041319327,
  beta: 0.0001000505905697,
  phi: 0.971663458742042,
  level: 88069.9729450097,
  growth: -333.939462344972,
};
const AICC = 1084.02887149823;
const VARIANCE = 1018049.9877139;
const path = [
  { mean: 78389.8947811359, low80: 77096.8289463213, high80: 79682.9606159505, low95: 76412.3212413627 },
  { mean: 78333.8011281168, low80: 76898.3124157838, high80: 79769.2898404497, low95: 76138.4105936823 },
  { mean: 78279.2969752107, low80: 76714.2446650271, high80: 79844.3492853942, low95: 75885.7560172412 },
];

test("with R's parameters, criterion, variance, means and limits are R's", () => {
  const state = runDamped(Float64Array.from(american), model);
  const variance = dampedVariance(state.misfit, american.length);
  expect(variance / VARIANCE).toBeCloseTo(1, 9);
  expect(dampedAicc(state.misfit, american.length)).toBeCloseTo(AICC, 8);
  const months = dampedPath(model, state, variance, path.length);
  months.forEach((month, i) => {
    for (const [name, value] of Object.entries(path[i])) {
      expect(month[name as keyof (typeof path)[0]] / value).toBeCloseTo(1, 9);
    }
  });
});

test.each([
  ["American Airlines", american, AICC],
  ["the Nile", nile, 420.1737395717],
])("the own fit of %s is as good as R's or better", (_name, values, aicc) => {
  const column = Float64Array.from(values);
  const { misfit } = runDamped(column, fitDamped(column));
  expect(dampedAicc(misfit, values.length)).toBeLessThan(aicc + 0.001);
});

test("no other start fits better than the one solved for", () => {
  const series = fc.array(fc.integer({ min: 5, max: 500 }), { minLength: 24, maxLength: 36 });
  const shift = fc.double({ min: -5, max: 5, noNaN: true });
  fc.assert(
    fc.property(series, shift, shift, (values, level, growth) => {
      const column = Float64Array.from(values);
      const fitted = fitDamped(column);
      const other = { ...fitted, level: fitted.level + level, growth: fitted.growth + growth };
      const least = runDamped(column, fitted).misfit;
      expect(runDamped(column, other).misfit).toBeGreaterThanOrEqual(least * (1 - 1e-9));
    }),
    { numRuns: 25 },
  );
});

test("errors are handed out when asked for, and their squares are the misfit", () => {
  // by hand: expected 10 + 0.9 × 1 = 10.9; error 1.1; level 11.45, growth 1.01; expected 12.359; error −0.359
  const errors = new Float64Array(2);
  const start = { alpha: 0.5, beta: 0.1, phi: 0.9, level: 10, growth: 1 };
  const state = runDamped(Float64Array.of(12, 12), start, errors);
  expect(errors[0]).toBeCloseTo(1.1, 12);
  expect(errors[1]).toBeCloseTo(-0.359, 12);
  expect(state.misfit).toBeCloseTo(1.1 ** 2 + 0.359 ** 2, 12);
});

test("five months say nothing of their spread", () => {
  expect(dampedVariance(1, 5)).toBeNaN();
});
