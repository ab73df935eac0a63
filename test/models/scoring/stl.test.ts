import fc from "fast-check";
import { mean } from "simple-statistics";
import { expect, test } from "vitest";
import { fitLoess, loessOf, smoothLoess } from "../../../models/scoring/loess.ts";
import { PERIOD, robustStl, STL_FEWEST, stlRoom } from "../../../models/scoring/stl.ts";

/** Federal Express, 2014-01 to 2017-01 (US DOT/BTS Form 41 P-1(a)): a reporting step in 2016-05. */
const headcount = [
  162437, 162400, 162787, 163293, 163492, 163391, 163494, 163794, 164748, 166800, 167688, 168212, 167796, 167731,
  167677, 167922, 167843, 168664, 168572, 167959, 168125, 169693, 170779, 171295, 170283, 170880, 169992, 169864,
  224840, 224584, 225117, 224523, 225413, 225004, 226413, 226402, 225824,
];

/** R 4.2.2: stl(ts(log(headcount), frequency = 12), s.window = 13, robust = TRUE). */
const fromR = [
  { at: 0, seasonal: -0.01343792962851, trend: 11.9943161569, weight: 0.751601412193 },
  { at: 6, seasonal: -0.000753145226077, trend: 12.0098731018, weight: 0.983773643134 },
  { at: 12, seasonal: -0.014578697577878, trend: 12.024936784, weight: 0.6764067224 },
  { at: 18, seasonal: -0.00061931022838, trend: 12.0360345772, weight: 0.99995292119 },
  { at: 24, seasonal: -0.015715017060565, trend: 12.0730216494, weight: 0.658078486185 },
  { at: 28, seasonal: 0.001480936271023, trend: 12.1891779844, weight: 0 },
  { at: 36, seasonal: -0.016783994510554, trend: 12.3697718616, weight: 0.534974133307 },
];

function decompose(values: readonly number[]) {
  const room = stlRoom(values.length);
  robustStl(Float64Array.from(values), values.length, room);
  return room;
}

test.each(fromR)("season, trend and weight of month $at are R's", ({ at, seasonal, trend, weight }) => {
  const room = decompose(headcount.map(Math.log));
  expect(room.seasonal[at]).toBeCloseTo(seasonal, 9);
  expect(room.trend[at]).toBeCloseTo(trend, 9);
  expect(room.weight[at]).toBeCloseTo(weight, 8);
});

const histories = fc.array(fc.double({ min: 1, max: 12, noNaN: true }), { minLength: STL_FEWEST, maxLength: 48 });

test("another unit and another level change nothing but unit and level", () => {
  fc.assert(
    fc.property(histories, fc.constantFrom(2, 4, 0.5), (values, unit) => {
      const plain = decompose(values);
      const other = decompose(values.map((value) => value * unit));
      expect(other.seasonal).toEqual(plain.seasonal.map((value) => value * unit));
      expect(other.trend).toEqual(plain.trend.map((value) => value * unit));
      expect(other.weight).toEqual(plain.weight);
    }),
    { numRuns: 30 },
  );
});

test("a straight line with a fixed season comes apart into just these", () => {
  const season = Array.from({ length: PERIOD }, (_, month) => Math.sin(month) - mean([0, 1, 2].map(Math.sin)));
  const level = mean(season);
  const { seasonal, trend } = decompose(Array.from({ length: 48 }, (_, i) => 5 + 0.01 * i + season[i % PERIOD]));
  for (let i = 0; i < 48; i++) {
    expect(seasonal[i]).toBeCloseTo(season[i % PERIOD] - level, 9);
    expect(trend[i]).toBeCloseTo(5 + level + 0.01 * i, 9);
  }
});

test("a room used before gives the same as a new one", () => {
  const room = stlRoom(60);
  robustStl(
    new Float64Array(60).map((_, i) => (i * 7) % 11),
    60,
    room,
  );
  robustStl(Float64Array.from(headcount), headcount.length, room);
  expect(room.trend.slice(0, headcount.length)).toEqual(decompose(headcount).trend);
});

test.each([24, 61])("%d months are refused by a room for 60", (count) => {
  const refuse = () => robustStl(new Float64Array(count), count, stlRoom(60));
  expect(refuse).toThrow(`a decomposition needs 25 to 60 months, got ${count}`);
});

test("a local line goes through every point of a straight line, a local level through equal ones", () => {
  const line = Float64Array.from({ length: 20 }, (_, i) => 3 - 0.5 * i);
  const ones = new Float64Array(20).fill(1);
  const out = new Float64Array(20);
  smoothLoess(line, 20, loessOf(7, 1, 3), ones, out, 0);
  for (let i = 0; i < 20; i++) expect(out[i]).toBeCloseTo(line[i], 12);
  expect(fitLoess(line, 20, loessOf(7, 1, 1), ones, -1, 0)).toBeCloseTo(3.5, 12);
  smoothLoess(new Float64Array(20).fill(4), 20, loessOf(7, 0, 2), ones, out, 0);
  expect(out.every((value) => Math.abs(value - 4) < 1e-12)).toBe(true);
});

test("points without weight are passed over, and where nobody has any the value itself stands", () => {
  const y = Float64Array.of(1, 1, 99, 1, 1);
  const out = new Float64Array(5);
  smoothLoess(y, 5, loessOf(5, 0, 1), Float64Array.of(1, 1, 0, 1, 1), out, 0);
  expect([...out]).toEqual([1, 1, 1, 1, 1]);
  smoothLoess(y, 5, loessOf(5, 0, 1), new Float64Array(5), out, 0);
  expect([...out]).toEqual([...y]);
});
