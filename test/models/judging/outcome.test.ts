import { describe, expect, it } from "vitest";
import { DEEP_REDUCTION, EVENT_DEFINITIONS, LARGE_REDUCTION } from "../../../models/judging/event-definition.ts";
import { eventsOf } from "../../../models/judging/event-months.ts";
import { type Course, outcomesOf } from "../../../models/judging/outcome.ts";
import { GAP } from "../../../models/panel.ts";

/** One enterprise: months as they follow, the first is the origin unless said otherwise. */
const course = (months: readonly (number | null)[], more: Partial<Course> = {}): Course => ({
  headcount: Int32Array.from(months, (people) => people ?? GAP),
  columns: months.length,
  ...more,
});
const large = (...args: Parameters<typeof course>) => outcomesOf(course(...args), 0, LARGE_REDUCTION)[0];
const deep = (...args: Parameters<typeof course>) => outcomesOf(course(...args), 0, DEEP_REDUCTION)[0];

describe("a large reduction", () => {
  it.each<[string, (number | null)[], number]>([
    ["20 of 200, exactly both limits", [200, 200, 190, 180], 1],
    ["19 of 100", [100, 100, 100, 81], 0],
    ["20 of 201, under 10 %", [201, 201, 201, 181], 0],
    ["7 of 70, exactly 10 % but under 20 people", [70, 70, 70, 63], 0],
    ["a fall in the second month that is made good in the third", [100, 100, 70, 100], 1],
    ["a fall in the fourth month, after the horizon", [100, 100, 100, 100, 50], 0],
    ["a horizon that is not over", [100, 50, 50], -1],
    ["nothing reported in the month judged", [null, 100, 100, 50], -1],
    ["nobody employed in the month judged", [0, 0, 0, 0], -1],
    ["a blank month in between, which is not zero", [100, null, 99, 99], 0],
    ["a last month missing, as far as is known", [100, 100, 100, null], -1],
    ["a last month missing that comes back later", [100, 100, 100, null, 99], -1],
    ["a last month missing and missing on", [100, 100, 100, null, null], 1],
    ["missing for the two last months known", [100, 100, null, null], 1],
    ["missing for two months, but back after", [100, 100, null, null, 100], -1],
    ["a fall before the last month goes missing", [100, 70, 70, null], 1],
  ])("%s", (_, months, outcome) => {
    expect(large(months)).toBe(outcome);
  });

  it("comes when a closure was reported, without waiting for more missing months", () => {
    expect(large([100, 100, 100, null], { closedFrom: Int32Array.of(3) })).toBe(1);
    expect(large([100, 100, 100, null], { closedFrom: Int32Array.of(GAP) })).toBe(-1);
  });

  it("does not come by a transfer, and a gain by transfer does not hide it", () => {
    const moved = (...people: number[]) => ({ transferred: Int32Array.from(people) });
    expect(large([100, 100, 60, 60], moved(0, 0, 40, 0))).toBe(0);
    expect(large([100, 100, 60, 60], moved(40, 0, 0, 0))).toBe(1);
    expect(large([100, 100, 100, 100], moved(0, 0, -30, 0))).toBe(1);
    expect(large([100, 100, 60, 30], moved(0, 0, 40, 0))).toBe(1);
  });
});

it("a deep reduction is 20 % of however few", () => {
  expect(deep([5, 5, 5, 4])).toBe(1);
  expect(deep([15, 15, 15, 12])).toBe(1);
  expect(deep([500, 500, 500, 401])).toBe(0);
});

it("outcomes are those of every row after the column asked for", () => {
  const three = course([100, 100, 100, 100, 100, 50, 100, 100, 100, 100]);
  const rows = { ...three, columns: 5 };
  expect([...outcomesOf(rows, 1, LARGE_REDUCTION)]).toEqual([0, 0]);
  expect([...outcomesOf(rows, 0, LARGE_REDUCTION)]).toEqual([0, 0]);
  expect([
    ...outcomesOf({ ...rows, headcount: Int32Array.of(9, 80, 80, 60, 80, 9, 80, 80, 80, 80) }, 1, LARGE_REDUCTION),
  ]).toEqual([1, 0]);
  expect(() => outcomesOf(rows, 5, LARGE_REDUCTION)).toThrow("origin must be a column from 0 to 4, got 5");
});

describe("the months of events", () => {
  const monthsOf = (...args: Parameters<typeof course>) =>
    eventsOf(course(...args), Int32Array.of(7), 24276, LARGE_REDUCTION).map((e) => [e.month - 24276, e.people]);

  it("are those in which the fall is first deep enough, told once for all that follows within the horizon", () => {
    expect(monthsOf([100, 100, 70, 70, 70, 70, 70])).toEqual([[2, 30]]);
    expect(monthsOf([100, 92, 84, 76, 76, 76])).toEqual([[3, 24]]);
    expect(monthsOf([100, 100, 70, 70, 45, 45, 45])).toEqual([[2, 30]]);
  });

  it("come again more than the horizon later", () => {
    expect(monthsOf([100, 70, 70, 70, 70, 45, 45])).toEqual([
      [1, 30],
      [5, 25],
    ]);
  });

  it("are those of the exit when an enterprise goes missing for good", () => {
    expect(monthsOf([100, 100, null, null])).toEqual([[2, 100]]);
    expect(monthsOf([100, 100, null, 100])).toEqual([]);
  });
});

it("every definition says itself in both languages and gives its numbers an origin", () => {
  for (const { id, says, horizon, people, share, missing } of EVENT_DEFINITIONS) {
    expect(id).toMatch(/^[a-z-]+$/);
    expect(says.zh).toContain(`${share.value * 100}%`);
    expect(says.en).toContain(`${share.value * 100} %`);
    for (const number of [horizon, people, share, missing]) if (number) expect(number.origin.note.zh).not.toBe("");
  }
});
