import fc from "fast-check";
import { linearRegression } from "simple-statistics";
import { expect, test } from "vitest";
import { isSeasonal, seasonOf } from "../../../models/forecast/season.ts";
import { fitSmoothing, thetaPath } from "../../../models/forecast/theta.ts";
import { accidents, nile } from "./known-series.ts";

/** R 4.2.2, forecast 8.20: thetaf(ts(accidents, frequency = 12), 6): mean, and the limits' lower ends. */
const accidentsAhead = [
  { mean: 7717.970662498, low80: 7354.942422588, low95: 7162.766880829 },
  { mean: 7126.827958268, low80: 6698.65606775, low95: 6471.995560439 },
  { mean: 7858.01691828, low80: 7373.380113356, low95: 7116.82888592 },
  { mean: 7976.753963221, low80: 7441.576892015, low95: 7158.271263721 },
  { mean: 8824.854335524, low80: 8243.514364077, low95: 7935.771572533 },
  { mean: 9254.043096485, low80: 8629.945486123, low95: 8299.568167787 },
];
/** As above, thetaf(nile, 3). */
const nileAhead = [
  { mean: 1038.449320161, low80: 842.8754204114, low95: 739.3448516942 },
  { mean: 1037.116839627, low80: 841.5429388991, low95: 738.0123696639 },
  { mean: 1035.784359093, low80: 840.2104573868, low95: 736.6798876337 },
];
/** R 4.2.2: decompose(ts(accidents, frequency = 12), "multiplicative")$figure. */
const figure = [
  0.9005150621467, 0.8330975983535, 0.9202924022862, 0.9359526307712, 1.0374126637496, 1.089916887111, 1.1724567520844,
  1.125912371238, 0.999299819217, 1.032762481565, 0.9810223027514, 0.9713590287262,
];

// R's own search for α ends within about 10⁻⁴ of the best one, hence four digits.
test.each([
  ["accidents, with a season", accidents, accidentsAhead],
  ["the Nile, without", nile, nileAhead],
])("means and limits of %s are R's to four digits", (_name, values, ahead) => {
  const months = thetaPath(Float64Array.from(values), ahead.length);
  ahead.forEach((month, i) => {
    for (const [name, value] of Object.entries(month)) {
      expect(months[i][name as keyof (typeof ahead)[0]] / value).toBeCloseTo(1, 4);
    }
  });
});

test("the season's factors are R's, and repeat every year", () => {
  const season = seasonOf(Float64Array.from(accidents))!;
  figure.forEach((factor, month) => {
    expect(season[month]).toBeCloseTo(factor, 12);
  });
  expect(season[47]).toBe(season[11]);
});

test("two years, equal months and months of nobody show no season", () => {
  expect(seasonOf(Float64Array.from(accidents.slice(0, 24)))).toBeNull();
  expect(isSeasonal(new Float64Array(36).fill(7))).toBe(false);
  const twoYearsOfNobody = Float64Array.from({ length: 48 }, (_, i) => (i < 24 ? 0 : accidents[i]));
  expect(seasonOf(twoYearsOfNobody)).toBeNull();
});

test("the smoothing's misfit is least, and R's", () => {
  // R 4.2.2, forecast 8.20: ses(nile)$model$mse × 30
  expect(fitSmoothing(Float64Array.from(nile)).misfit).toBeLessThan(652090.1674361 * (1 + 1e-8));
});

test("a straight line goes on with half its slope and its own level", () => {
  const values = Array.from({ length: 30 }, (_, i) => 100 + 2 * i);
  const { m } = linearRegression(values.map((value, i) => [i, value]));
  const [first, second] = thetaPath(Float64Array.from(values), 2);
  expect(second.mean - first.mean).toBeCloseTo(m / 2, 9);
});

test("twice the people are twice the path", () => {
  const series = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 24, maxLength: 40 });
  fc.assert(
    fc.property(series, (values) => {
      const plain = thetaPath(Float64Array.from(values), 3);
      const twice = thetaPath(
        Float64Array.from(values, (value) => 2 * value),
        3,
      );
      plain.forEach((month, i) => {
        expect(twice[i].mean).toBe(2 * month.mean);
        expect(twice[i].low95).toBeCloseTo(2 * month.low95, 6);
      });
    }),
    { numRuns: 30 },
  );
});
