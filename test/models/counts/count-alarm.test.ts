import { expect, test } from "vitest";
import { countAlarm } from "../../../models/counts/count-alarm.ts";
import { parseMonth } from "../../../models/month.ts";
import { texas } from "./texas.ts";

const first = parseMonth("2009-01");
const history = { first, counts: texas };

test.each([
  ["2017-12", "farrington", 42],
  ["2016-06", "farrington", 43],
])("%s is judged by %s, within its bound of %d", (month, method, bound) => {
  const judged = countAlarm(history, parseMonth(month));
  expect(judged).toMatchObject({ kind: "judged", method, bound, alarm: false });
});

test.each([
  [8, "ears-c1"],
  [9, "ears-c1"],
  [10, "ears-c2"],
  [38, "ears-c2"],
  [39, "farrington"],
])("with %d months of history the method is %s", (months, method) => {
  expect(countAlarm(history, first + months - 1)).toMatchObject({ kind: "judged", method });
});

test("a month far above its bound is an alarm, and the months after it change nothing", () => {
  const counts = texas.with(100, 90);
  const month = first + 100;
  const alarm = countAlarm({ first, counts }, month);
  expect(alarm).toMatchObject({ kind: "judged", observed: 90, bound: 46, alarm: true });
  expect(countAlarm({ first, counts: counts.slice(0, 101) }, month)).toEqual(alarm);
});

test("under eight months there is not enough to say; months before the first count are no history", () => {
  expect(countAlarm(history, first + 6)).toEqual({ kind: "too-short", have: 7, need: 8 });
  const late = texas.slice().fill(Number.NaN, 0, 5);
  expect(countAlarm({ first, counts: late }, first + 11)).toEqual({ kind: "too-short", have: 7, need: 8 });
});

test("a month nobody counted is silent, not 0", () => {
  const counts = texas.with(107, Number.NaN);
  expect(countAlarm({ first, counts }, first + 107)).toEqual({ kind: "silent" });
  expect(countAlarm({ first, counts: new Float64Array(20).fill(Number.NaN) }, first + 9)).toEqual({ kind: "silent" });
});

test("four counts in four months raise no alarm, whatever came before", () => {
  const counts = new Float64Array(50).with(49, 4);
  expect(countAlarm({ first, counts }, first + 49)).toEqual({ kind: "too-few", observed: 4, recent: 4, need: 5 });
});

test("after years of nothing, nothing is expected and nine at once are an alarm", () => {
  const counts = new Float64Array(70).with(69, 9);
  expect(countAlarm({ first, counts }, first + 69)).toMatchObject({ method: "farrington", bound: 0, alarm: true });
});

test("where the years before hold too little for Farrington, EARS judges", () => {
  const counts = texas.slice(0, 60).fill(Number.NaN, 1, 49);
  expect(countAlarm({ first, counts }, first + 59)).toMatchObject({ kind: "judged", method: "ears-c2" });
});

test("a month outside the history is refused", () => {
  expect(() => countAlarm(history, first - 1)).toThrow(`month must lie within ${first} to ${first + 107}`);
});
