import { describe, expect, it } from "vitest";
import { withLimits } from "../../../models/forecast/forecast.ts";
import { type ForecastOutcome, forecastOutcome } from "../../../models/forecast/forecast-outcome.ts";
import { expectedCourse, forecastTotal, type TotalForecast } from "../../../models/forecast/total-forecast.ts";
import { widenForecast, wideningOf } from "../../../models/forecast/widen.ts";

const MADE_IN = 24_300;
const made: TotalForecast = {
  ...{ dimension: "place", code: "500237", month: MADE_IN, persons: 1000, widened: 1 },
  path: {
    ...{ kind: "path", method: "theta", reason: { kind: "season" } },
    months: [withLimits(1010, 10), withLimits(1020, 14)],
  },
};

describe("how a forecast did", () => {
  it("is told on the enterprises of the month it was made in", () => {
    // The total is 1,400 now, because others report too; the linked rates say 700 → 714, 2 % more: 1,020.
    const outcome = forecastOutcome(made, MADE_IN + 2, Float64Array.of(1380, 700, 707, 714));
    expect(outcome).toMatchObject({ ahead: 2, foretold: 1020, inside80: true, inside95: true, error: 0, miss: 0 });
    expect(outcome!.actual).toBeCloseTo(1020, 9);
  });

  it("is a miss outside the limits, counted in standard errors", () => {
    const outcome = forecastOutcome(made, MADE_IN + 1, Float64Array.of(1000, 985));
    expect(outcome).toMatchObject({ ahead: 1, inside80: false, inside95: false });
    expect(outcome!.miss).toBeCloseTo(-2.5, 9);
    expect(outcome!.error).toBeCloseTo(-25 / 1010, 12);
  });

  it("is not known for a month it doesn't speak of, or whose chain doesn't reach back", () => {
    expect(forecastOutcome(made, MADE_IN + 3, Float64Array.of(1, 2, 3, 4, 5))).toBeNull();
    expect(forecastOutcome(made, MADE_IN + 2, Float64Array.of(700, 714))).toBeNull();
    expect(forecastOutcome(made, MADE_IN + 1, Float64Array.of(Number.NaN, 714))).toBeNull();
  });
});

describe("limits as wide as past misses ask for", () => {
  const missed = (...misses: number[]) => misses.map((miss) => ({ ahead: 1, miss }) as ForecastOutcome);

  it("stay as they are under six forecasts and while forecasts hold", () => {
    expect(wideningOf(missed(3, 3, 3, 3, 3))).toBe(1);
    expect(wideningOf(missed(0.5, -1, 0.2, 0.7, -0.3, 0.1))).toBe(1);
  });

  it("grow by the root mean square of the misses", () => {
    // (4 + 4 + 0 + 1 + 9 + 0) / 6 = 3
    expect(wideningOf(missed(2, -2, 0, 1, 3, 0))).toBeCloseTo(Math.sqrt(3), 12);
  });

  it("and a miss stays a miss in the series' own standard errors", () => {
    const wide = widenForecast(made, 2);
    expect(wide.path.kind === "path" && wide.path.months[0]!.high95).toBeCloseTo(1010 + 2 * 19.59963984540054, 9);
    const outcome = forecastOutcome(wide, MADE_IN + 1, Float64Array.of(1000, 985));
    expect(outcome).toMatchObject({ inside95: true });
    expect(outcome!.miss).toBeCloseTo(-2.5, 9);
  });
});

describe("what is foretold of a total", () => {
  const chain = Float64Array.from({ length: 37 }, (_, i) => (i < 13 ? Number.NaN : 1000 + (i % 2)));

  it("needs 24 comparable months, and says what it has", () => {
    const away = new Float64Array(40);
    expect(forecastTotal({ dimension: "place", code: "x" }, MADE_IN, chain, away).path.kind).toBe("path");
    const short = chain.map((value, i) => (i < 14 ? Number.NaN : value));
    expect(forecastTotal({ dimension: "place", code: "x" }, MADE_IN, short, away).path).toEqual({
      ...{ kind: "too-short", have: 23, need: 24 },
    });
  });

  it("expects each drawn month from the months before it alone", () => {
    const away = new Float64Array(40);
    const drawn = expectedCourse(MADE_IN, chain, away);
    expect(drawn.map((one) => one.expected === null)).toEqual(drawn.map(() => true)); // never 24 months before one of 24
    const long = chain.map((value, i) => (Number.isNaN(value) ? 1000 + (i % 2) : value));
    const changed = long.map((value, i) => (i === 36 ? 500 : value));
    const last = (of: Float64Array) => expectedCourse(MADE_IN, of, away).at(-1)!;
    expect(last(changed).expected).toEqual(last(long).expected);
    expect(last(changed)).toMatchObject({ month: MADE_IN, persons: 500 });
  });
});
