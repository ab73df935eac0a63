import { expect, it } from "vitest";
import { emptyRows } from "../../../models/replay/keep-month.ts";
import type { KeptMonth } from "../../../models/replay/kept-month.ts";
import { withRisk } from "../../../models/replay/with-risk.ts";

const lines = new Map([
  [10, [{ from: 0, red: 0.4, orange: 0.2 }]],
  [11, [{ from: 0, red: 0.8, orange: 0.1 }]],
]);

function kept(month: number): KeptMonth {
  const rows = emptyRows(3);
  rows.enterprise.set([7, 8, 9]);
  rows.now.set([100, 100, 5]);
  rows.risk.set([0.9, 0.9, 0.01]);
  const none = new Int32Array(0);
  const events = { enterprise: none, kind: none, monthsAgo: none, day: none, people: none };
  return { month, reporting: 3, rows, recovered: none, events };
}

it("rules on the risk see what was foretold without knowing the enterprise, over the lines of each month", () => {
  const rows = {
    enterprise: Int32Array.of(7, 8, 7),
    month: Int32Array.of(10, 10, 11),
    size: Int32Array.of(100, 100, 100),
  };
  const months = [kept(10), kept(11)];
  const [first, second] = withRisk(months, rows, Float64Array.of(0.1, Number.NaN, 0.4), lines);
  // 8 could not be foretold; 9 is too small to be judged and keeps its risk, with no line to cross.
  expect([...first!.rows.risk]).toEqual([0.1, Number.NaN, 0.01]);
  expect([...first!.rows.overOrange]).toEqual([0.5, Number.NaN, Number.NaN]);
  expect([...second!.rows.risk]).toEqual([0.4, 0.9, 0.01]);
  expect([...second!.rows.overRed]).toEqual([0.5, Number.NaN, Number.NaN]);
  const unlined = withRisk(months, rows, Float64Array.of(0.1, Number.NaN, 0.4), new Map());
  expect([...unlined[1]!.rows.overRed].every(Number.isNaN)).toBe(true);
  expect([...months[0]!.rows.risk]).toEqual([0.9, 0.9, 0.01]);
});
