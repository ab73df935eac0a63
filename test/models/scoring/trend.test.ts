import fc from "fast-check";
import { median } from "simple-statistics";
import { describe, expect, test } from "vitest";
import { emptyHistory } from "../../../models/scoring/history.ts";
import { limitsOf } from "../../../models/scoring/limits.ts";
import { kendallS, kendallVariance, kendallZ, mannKendallP } from "../../../models/scoring/mann-kendall.ts";
import { pairsOf, theilSen } from "../../../models/scoring/theil-sen.ts";
import { measureTrend } from "../../../models/scoring/trend.ts";
import { detectorWith } from "./panels.ts";

/** Monthly headcounts of two airlines (US DOT/BTS Form 41 P-1(a)), with the trend's numbers computed with R 4.2.2. */
const fromR = [
  {
    name: "American, 12 months to 2001-08 (two months tie)",
    values: [99779, 100104, 100670, 101219, 101208, 101358, 102208, 102426, 102318, 102426, 103842, 102842],
    s: 59,
    variance: 211.666666666667,
    z: 3.98659170041613,
    p: 6.70292284597695e-5,
    slope: 314.65,
  },
  {
    name: "American, 12 months to 2008-06",
    values: [78226, 78428, 78453, 78514, 78722, 78701, 78732, 78565, 78493, 78443, 78634, 78456],
    s: 14,
    variance: 212.666666666667,
    z: 0.891443125720864,
    p: 0.372691490471518,
    slope: 11.0178571428571,
  },
  {
    name: "Federal Express, 12 months to 2001-08",
    values: [144982, 145902, 146821, 146444, 145312, 145382, 145102, 144941, 143744, 142850, 142941, 142872],
    s: -44,
    variance: 212.666666666667,
    z: -2.94861956969209,
    p: 0.0031919663535487,
    slope: -376.5,
  },
  {
    name: "American, 24 months to 2015-05",
    values: [
      62591, 62474, 62553, 62290, 62659, 62885, 62899, 63126, 63156, 63298, 63362, 63206, 63291, 63444, 63030, 63238,
      63878, 64020, 64119, 64449, 64929, 65737, 66438, 66919,
    ],
    s: 236,
    variance: 1625.33333333333,
    z: 5.82903470663511,
    p: 5.574890925824671e-9,
    slope: 117.356060606061,
  },
  {
    name: "American, 24 months to 2020-02",
    values: [
      108059, 108227, 108903, 109171, 108945, 108516, 108414, 108327, 107573, 107590, 106799, 106701, 107272, 107531,
      107773, 108107, 107818, 106976, 106981, 107430, 107124, 107381, 107452, 107905,
    ],
    s: -108,
    variance: 1625.33333333333,
    z: -2.6540711217445,
    p: 0.0079527062867455,
    slope: -60.875,
  },
];

describe.each(fromR)("$name", ({ values, s, variance, z, p, slope }) => {
  const column = Float64Array.from(values);
  const times = Float64Array.from(values, (_, i) => i);

  test("the Mann–Kendall trend is R's", () => {
    expect(kendallS(column, values.length)).toBe(s);
    expect(kendallVariance(column, values.length)).toBeCloseTo(variance, 9);
    expect(kendallZ(s, variance)).toBeCloseTo(z, 10);
    expect(mannKendallP(column, values.length) / p).toBeCloseTo(1, 9);
  });

  test("the Theil–Sen slope is R's", () => {
    const room = new Float64Array(pairsOf(values.length));
    expect(theilSen(times, column, values.length, room)).toBeCloseTo(slope, 10);
  });
});

test("a straight line has its own slope, months left out or not", () => {
  const months = fc.uniqueArray(fc.nat(40), { minLength: 2, maxLength: 24 });
  fc.assert(
    fc.property(months, fc.integer({ min: -9, max: 9 }), (found, slope) => {
      const times = Float64Array.from(found).sort();
      const values = times.map((time) => 100 + slope * time);
      expect(theilSen(times, values, found.length, new Float64Array(pairsOf(found.length)))).toBe(slope);
    }),
  );
});

test("the slope is the plain median of all pairs' slopes", () => {
  const column = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 2, maxLength: 24 });
  fc.assert(
    fc.property(column, (found) => {
      const slopes = found.flatMap((value, i) => found.slice(0, i).map((before, j) => (value - before) / (i - j)));
      const times = Float64Array.from(found, (_, i) => i);
      const room = new Float64Array(slopes.length);
      expect(theilSen(times, Float64Array.from(found), found.length, room)).toBeCloseTo(median(slopes), 9);
    }),
  );
});

test("a level history has no trend, and two months have none that could be known", () => {
  expect(mannKendallP(Float64Array.of(5, 5, 5, 5), 4)).toBe(1);
  expect(mannKendallP(Float64Array.of(5, 6), 2)).toBeNaN();
});

test("a history's trend is the same as its two parts computed alone", () => {
  const limits = limitsOf(detectorWith());
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.integer({ min: 1, max: 9 }), { freq: 6 }), { minLength: 24, maxLength: 24 }),
      (months) => {
        const history = emptyHistory(months.length, limits);
        history.adjusted.set(months.map((found) => found ?? Number.NaN));
        const trend = { slope: 0, trendP: 0 };
        measureTrend(history, trend);
        const known = [...months.keys()].filter((i) => months[i] !== null);
        const [times, values] = [Float64Array.from(known), Float64Array.from(known, (i) => months[i] as number)];
        expect(trend.trendP).toBe(mannKendallP(values, known.length));
        const slopes = new Float64Array(pairsOf(Math.max(2, known.length)));
        expect(trend.slope).toBe(known.length < 3 ? Number.NaN : theilSen(times, values, known.length, slopes));
      },
    ),
  );
});
