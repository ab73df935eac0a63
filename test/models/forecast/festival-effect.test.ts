import fc from "fast-check";
import { linearRegression } from "simple-statistics";
import { describe, expect, it } from "vitest";
import { festivalAway, festivalAwayIn } from "../../../models/festival-away.ts";
import { festivalEffect, putFestivalBack } from "../../../models/forecast/festival-effect.ts";
import { withLimits } from "../../../models/forecast/forecast.ts";
import { parseMonth } from "../../../models/month.ts";

describe("the share away for Spring Festival", () => {
  // 2024-02-10 and 2025-01-29. 31 January 2024 is ten days before: 1 − 10/20. 29 February 2024 is 19 after: (35 − 19)/28.
  it.each([
    ["2023-12", 0],
    ["2024-01", 0.5],
    ["2024-02", 16 / 28],
    ["2024-03", 0],
    ["2025-01", 1],
    ["2025-02", 5 / 28],
    ["2025-07", 0],
  ])("at the end of %s is %f", (month, share) => {
    expect(festivalAway(parseMonth(month))).toBeCloseTo(share, 12);
  });

  it("is none in a place without the festival", () => {
    expect([...festivalAwayIn(parseMonth("2025-02"), 3, 3, false)]).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe("the size of the festival", () => {
  const away = Float64Array.of(0, 0.5, 0.75, 0, 0, 0, 1, 0.25, 0, 0, 0);
  const months = Float64Array.of(1000, 968, 951, 1003, 1010, 1004, 930, 985, 1001, 1008);

  it("is the least-squares slope of the log changes on the changes of the share away", () => {
    // SciPy 1.17.1: linregress(diff(away), diff(log(months))) gives slope and stderr.
    const { size, error } = festivalEffect(months, away);
    expect(size).toBeCloseTo(-0.07372097440269298, 12);
    expect(error).toBeCloseTo(0.0030896552277134793, 12);
  });

  it("is simple-statistics' slope of those changes", () => {
    const month = fc.tuple(fc.integer({ min: 50, max: 5000 }), fc.constantFrom(0, 0.25, 0.5, 1));
    fc.assert(
      fc.property(fc.array(month, { minLength: 6, maxLength: 40 }), (given) => {
        const months = Float64Array.from(given, ([people]) => people);
        const shares = Float64Array.from(given, ([, share]) => share);
        const pairs = given
          .slice(1)
          .map((_, i) => [shares[i + 1]! - shares[i]!, Math.log(months[i + 1]! / months[i]!)]);
        fc.pre(new Set(pairs.map(([x]) => x)).size > 1);
        expect(festivalEffect(months, shares).size).toBeCloseTo(linearRegression(pairs).m, 8);
      }),
    );
  });

  it("is taken out and put back without a rest", () => {
    const effect = festivalEffect(months, away);
    const back = [...effect.plain].map((value, i) => value * Math.exp(effect.size * away[i]!));
    expect(back).toEqual([...months].map((value) => expect.closeTo(value, 9)));
    const [march] = putFestivalBack([withLimits(1000, 10)], effect, away);
    expect(march!.mean).toBeCloseTo(1000, 9); // nobody away now or then
    expect(march!.high95).toBeCloseTo(withLimits(1000, 10).high95, 9);
  });

  it("lowers a month in which people are away and widens its limits", () => {
    const effect = festivalEffect(months.subarray(0, 6), away);
    const [january] = putFestivalBack([withLimits(1000, 10)], effect, away);
    expect(january!.mean).toBeCloseTo(1000 * Math.exp(effect.size), 9);
    const error = Math.hypot(10 * Math.exp(effect.size), january!.mean * effect.error);
    expect(january!.high95).toBeCloseTo(january!.mean + 1.959963984540054 * error, 9);
  });

  it("is nothing where nobody is ever away, or a month has nobody", () => {
    expect(festivalEffect(months, new Float64Array(10))).toMatchObject({ size: 0, error: 0 });
    expect(festivalEffect(Float64Array.of(10, 0, 0, 5, 6, 7), away).size).toBe(0);
  });
});
