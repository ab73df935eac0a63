import { describe, expect, it } from "vitest";
import { breakdown, largestSizes } from "../../../models/lab/breakdown.ts";
import { compareSides } from "../../../models/lab/compare-sides.ts";
import { strictnessCurve } from "../../../models/lab/curve.ts";
import { labSide } from "../../../models/lab/side.ts";
import { emptyRows } from "../../../models/replay/keep-month.ts";
import type { KeptMonth } from "../../../models/replay/kept-month.ts";
import type { ThresholdSet } from "../../../models/threshold.ts";
import { wushan } from "../../county.ts";

const people = (value: number) => ({ ...wushan.thresholds.decision.closeAfter, unit: "persons", value });
/** One orange rule: so many people fewer than last month; an alert closes after two months without. */
const fallOf = (least: number, budget?: number): ThresholdSet => ({
  ...wushan.thresholds,
  rules: [{ ...wushan.thresholds.rules[0]!, id: "fall", level: "orange", when: { fallPeople: people(least) } }],
  collective: [],
  decision: {
    ...{ downgradeAfter: people(1), closeAfter: people(2) },
    ...(budget === undefined ? {} : { budget: people(budget) }),
  },
});

/** A month in which enterprises of 100 lost so many: [enterprise, persons]. */
function month(at: number, falls: readonly (readonly [number, number])[]): KeptMonth {
  const rows = emptyRows(falls.length);
  falls.forEach(([enterprise, lost], i) => {
    rows.enterprise[i] = enterprise;
    rows.before[i] = 100;
    rows.now[i] = 100 - lost;
    rows.fallPeople[i] = lost;
    rows.silentMonths[i] = 0;
    rows.risk[i] = lost / 100;
  });
  const none = new Int32Array(0);
  const events = { enterprise: none, kind: none, monthsAgo: none, day: none, people: none };
  return { month: at, reporting: 100, rows, recovered: none, events };
}

const M = 24_300;
const orange = wushan.levels.findIndex(({ code }) => code === "orange");
/** 1 falls by 30 and had warned by 12 two months before; 2 falls by 12 and nothing comes; 3 falls by 25 once. */
const history = {
  months: [
    month(M, [
      [1, 12],
      [2, 12],
    ]),
    month(M + 1, []),
    month(M + 2, [[1, 30]]),
    month(M + 3, [[3, 25]]),
    month(M + 4, []),
    month(M + 5, []),
    month(M + 6, []),
  ],
  events: [
    { enterprise: 1, month: M + 2, people: 30 },
    { enterprise: 3, month: M + 3, people: 25 },
  ],
  interventions: [],
};
const [lax, strict] = [labSide(fallOf(10), history, wushan), labSide(fallOf(20), history, wushan)];

describe("a set tried on kept months", () => {
  it("counts its alerts by the month and the level at which they opened", () => {
    expect(lax.months.map(({ opened }) => opened[orange])).toEqual([2, 0, 0, 1, 0, 0, 0]);
    expect(strict.months.map(({ opened }) => opened[orange])).toEqual([0, 0, 1, 1, 0, 0, 0]);
  });

  it("is held against the known reductions: 2 of 3 alerts right and both events warned of, one two months ahead", () => {
    expect(lax.judged.all).toMatchObject({ alerts: 3, precision: 2 / 3, recall: 1 });
    expect(lax.events.map(({ lead }) => lead)).toEqual([2, 0]);
    expect(strict.judged.all).toMatchObject({ alerts: 2, precision: 1, recall: 1 });
    expect(strict.events.map(({ lead }) => lead)).toEqual([0, 0]);
  });

  it("has the visits of each month beside it: one per hundred of a hundred enterprises is one, and the second waits", () => {
    const tight = labSide(fallOf(10, 1), history, wushan);
    expect(tight.months.map(({ capacity }) => capacity)).toEqual([1, 1, 1, 1, 1, 1, 1]);
    expect(tight.months[0]!.opened[orange]).toBe(1);
    expect(tight.outcome.heldBack).toBeGreaterThan(0);
    expect(lax.months[0]!.capacity).toBeNull();
  });
});

describe("two sets side by side", () => {
  it("name who is removed by the stricter one, and whom it warns of later", () => {
    const { added, removed, caught, lost, moved } = compareSides(lax, strict);
    expect(removed.map(({ enterprise }) => enterprise)).toEqual([2]);
    expect([added, caught, lost]).toEqual([[], [], []]);
    expect(moved).toEqual([{ enterprise: 1, month: M + 2, people: 30, lead: { first: 2, second: 0 } }]);
  });

  it("name who is added the other way round, and what is caught that was missed", () => {
    const blind = labSide(fallOf(28), history, wushan);
    const { added, caught, lost } = compareSides(blind, strict);
    expect(added.map(({ enterprise }) => enterprise)).toEqual([3]);
    expect(caught.map(({ enterprise, lead }) => [enterprise, lead])).toEqual([[3, 0]]);
    expect(lost).toEqual([]);
  });
});

describe("two sets by group", () => {
  it("have a row for each group with an alert or an event, with what each set makes of it", () => {
    const groupOf = (enterprise: number) => (enterprise === 2 ? "calm" : enterprise === 1 ? "shrinking" : null);
    const rows = breakdown([lax, strict], groupOf, ["empty", "calm", "shrinking"]);
    expect(rows).toEqual([
      { code: "calm", alerts: [1, 0], precision: [0, null], events: 0, warned: [0, 0] },
      { code: "shrinking", alerts: [1, 1], precision: [1, 1], events: 1, warned: [1, 1] },
    ]);
    expect(largestSizes(history.months).get(1)).toBe(100);
  });
});

describe("the curve of a set", () => {
  it("has the set itself as one of its points, and leaves out what asks for less than was kept", () => {
    const curve = strictnessCurve(fallOf(6), (set) => labSide(set, history, wushan));
    expect(curve.map(({ factor }) => factor)).toEqual([0.9, 1, 1.2, 1.5, 2, 3]); // 6 × 0.8 is less than the five kept
    const { alerts, precision, recall } = labSide(fallOf(6), history, wushan).judged.all;
    expect(curve.find(({ factor }) => factor === 1)).toEqual({ factor: 1, alerts, precision, recall });
    expect(curve.at(-1)).toEqual({ factor: 3, alerts: 2, precision: 1, recall: 1 }); // 18 people: the two real ones
  });
});
