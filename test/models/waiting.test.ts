import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide } from "../../models/decision/decide.ts";
import type { AlertState, DecisionInput } from "../../models/decision/decision.ts";
import { wanted } from "../../models/decision/next-state.ts";
import { text } from "../../models/text.ts";

const months = (value: number) => ({
  ...{ value, unit: "months", validFrom: "2023-01" },
  origin: { kind: "convention", note: text("", "") } as const,
});
const NOW = 24280;
/** Orange, held back last month. */
const orange: AlertState = { alertOpenedMonth: NOW - 1, level: 1, monthsBelow: 0, monthsClear: 0 };
const input = (rest: Partial<DecisionInput>): DecisionInput => ({
  ...{ month: NOW, before: null, found: -1, reached: [], episodesBefore: 0 },
  thresholds: { downgradeAfter: months(2), closeAfter: months(3) },
  ...rest,
});

describe("an alert that is held back", () => {
  it.each<[string, Partial<DecisionInput>, string, AlertState | null, AlertState | null]>([
    [
      "waits from the month in which it was found",
      { found: 1, heldBack: true },
      "held-back",
      null,
      { ...orange, alertOpenedMonth: NOW },
    ],
    [
      "opens as soon as there is a visit, though nothing is found any more",
      { waiting: orange },
      "opened",
      { ...orange, alertOpenedMonth: NOW },
      null,
    ],
    [
      "else goes on waiting, a month nearer to its end",
      { waiting: orange, heldBack: true },
      "held-back",
      null,
      { ...orange, monthsBelow: 1, monthsClear: 1 },
    ],
    [
      "lapses when an alert would have closed: after three months without any level",
      { waiting: { ...orange, monthsBelow: 2, monthsClear: 2 } },
      "lapsed",
      null,
      null,
    ],
    [
      "counts a month without a report towards nothing",
      { waiting: { ...orange, monthsBelow: 2, monthsClear: 2 }, noData: true, heldBack: true },
      "held-back",
      null,
      { ...orange, monthsBelow: 2, monthsClear: 2 },
    ],
    ["is off when the people have come back", { waiting: orange, recovered: true }, "lapsed", null, null],
    [
      "but not what is found in that very month",
      { waiting: orange, recovered: true, found: 3 },
      "opened",
      { ...orange, alertOpenedMonth: NOW, level: 3 },
      null,
    ],
    [
      "found milder keeps its level as long as an alert would",
      { waiting: orange, found: 3, heldBack: true },
      "held-back",
      null,
      { ...orange, monthsBelow: 1 },
    ],
    [
      "found worse takes the worse",
      { waiting: orange, found: 0 },
      "opened",
      { ...orange, alertOpenedMonth: NOW, level: 0 },
      null,
    ],
  ])("%s", (_says, rest, reason, after, waiting) => {
    expect(decide(input(rest))).toMatchObject({ reason, after, waiting, send: reason === "opened" });
  });

  it("is nothing beside an open alert", () => {
    expect(() => decide(input({ before: orange, waiting: orange }))).toThrow(RangeError);
  });

  it("never held back, is decided on exactly as an alert that does not wait", () => {
    const found = fc.integer({ min: -1, max: 3 });
    fc.assert(
      fc.property(fc.array(fc.tuple(found, fc.boolean()), { maxLength: 12 }), (course) => {
        let [waiting, standing]: (AlertState | null)[] = [null, null];
        for (const [i, [level, noData]] of course.entries()) {
          const at = { month: NOW + i, found: level, noData };
          waiting = decide(input({ ...at, waiting: waiting ?? null, heldBack: true })).waiting;
          standing = wanted(input({ ...at, waiting: standing ?? null }));
          expect(waiting).toEqual(standing);
        }
      }),
    );
  });
});
