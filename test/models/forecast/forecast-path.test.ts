import fc from "fast-check";
import { expect, test } from "vitest";
import { bridgeGaps } from "../../../models/forecast/bridge-gaps.ts";
import { forecastPath } from "../../../models/forecast/forecast-path.ts";
import { minimise } from "../../../models/forecast/minimise.ts";
import { thetaPath } from "../../../models/forecast/theta.ts";
import { accidents, american } from "./known-series.ts";

test("under 24 reported months there is not enough to say", () => {
  const months = Float64Array.from(american.slice(0, 30)).fill(Number.NaN, 3, 10);
  expect(forecastPath(months, 6)).toEqual({ kind: "too-short", have: 23, need: 24 });
});

test("after a month without a report there is nothing to go on from", () => {
  const months = Float64Array.from([...american.slice(0, 30), Number.NaN]);
  expect(forecastPath(months, 6)).toEqual({ kind: "silent" });
});

test("a season is carried on by Theta", () => {
  const months = Float64Array.from(accidents);
  const path = forecastPath(months, 6);
  expect(path).toMatchObject({ kind: "path", method: "theta", reason: { kind: "season" } });
  expect(path).toMatchObject({ months: thetaPath(months, 6) });
});

test("without one, the method nearer over the last six months is taken, and the path says how near both came", () => {
  const path = forecastPath(Float64Array.from(american), 6);
  if (path.kind !== "path" || path.reason.kind !== "nearer") throw new Error(path.kind);
  const { theta, damped } = path.reason;
  expect(path.method).toBe(damped < theta ? "damped" : "theta");
  expect(path.months).toHaveLength(6);
});

test("nobody expects fewer than no people, and limits enclose one another", () => {
  const series = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 24, maxLength: 40 });
  fc.assert(
    fc.property(series, (values) => {
      const path = forecastPath(Float64Array.from(values), 12);
      if (path.kind !== "path") throw new Error(path.kind);
      for (const { mean, low80, high80, low95, high95 } of path.months) {
        const order = [0, low95, low80, mean, high80, high95];
        expect(order).toEqual([...order].sort((a, b) => a - b));
      }
    }),
    { numRuns: 30 },
  );
});

test("equal months go on as they are", () => {
  const path = forecastPath(new Float64Array(24).fill(80), 3);
  expect(path).toMatchObject({ kind: "path", months: Array(3).fill({ mean: 80, low95: 80, high95: 80 }) });
});

test("a gap is bridged straight, months before the first report are left out", () => {
  expect([...bridgeGaps(Float64Array.of(Number.NaN, 10, Number.NaN, Number.NaN, 4, 5))]).toEqual([10, 8, 6, 4, 5]);
  expect([...bridgeGaps(Float64Array.of(Number.NaN))]).toEqual([]);
});

test("a horizon of no month is refused", () => {
  expect(() => forecastPath(new Float64Array(30), 0)).toThrow("horizon must be 1 or more, got 0");
});

test("the search finds the bottom of a bowl, also at an edge of the box", () => {
  const bowl = fc.array(fc.double({ min: -0.3, max: 1.3, noNaN: true }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(bowl, (bottom) => {
      const { point } = minimise(bottom.length, 5, (at) => at.reduce((sum, x, i) => sum + (x - bottom[i]) ** 2, 0));
      point.forEach((x, i) => {
        expect(x).toBeCloseTo(Math.min(1, Math.max(0, bottom[i])), 4);
      });
    }),
  );
});
