import { describe, expect, it } from "vitest";
import { LARGE_REDUCTION } from "../../../models/judging/event-definition.ts";
import { parseMonth } from "../../../models/month.ts";
import { byCourse, byTruth, knownCases } from "../../../models/replay/happened.ts";
import { timeline } from "../../../models/replay/timeline.ts";
import { loadProfile } from "../../../src/profiles/profiles.ts";

const wushan = loadProfile("wushan");
const ceasing = wushan.eventKinds.find(({ ceases }) => ceases)!.code;
const first = parseMonth("2025-01");
const GAP = -1;

/** Enterprises by row, months from 2025-01 on; null is a month without a report. */
const HISTORIES: readonly (readonly (number | null)[])[] = [
  [100, 100, 70, 70, 70, 70, 70, 70], // 1: 30 people and 30 % in March
  [100, 100, null, null, null, null, null, null], // 2: hands over to 3 in March
  [50, 50, 150, 150, 150, 150, 150, 150], // 3
  [60, 60, 60, null, 60, 60, 60, 60], // 4: a late report that never came
  [40, 40, 40, 40, null, 30, 40, 40], // 5: reported to be ceasing in May, reports again
  [80, 80, 80, 80, 80, null, null, null], // 6: stays missing from June on
];
const LAST = parseMonth("2025-08");

function place() {
  const known = timeline(wushan, first + 36, LAST, HISTORIES.length);
  HISTORIES.forEach((cells, row) => {
    cells.forEach((persons, t) => {
      if (persons === null) return;
      const one = { enterprise: [row + 1], month: [first + t], headcount: [persons], dispatch: null, hidden: null };
      known.report(one);
    });
  });
  const blank = { industry: null, region: null };
  known.register({ enterprise: 2, ...blank, closedMonth: first + 2, successor: 3, successorMonth: first + 2 });
  return known.course(first, [{ enterprise: 5, kind: ceasing, occurredOn: "2025-05-09" }]);
}

const rows = (pairs: readonly (readonly [enterprise: number, month: string])[]) => ({
  enterprise: Int32Array.from(pairs, ([enterprise]) => enterprise),
  month: Int32Array.from(pairs, ([, month]) => parseMonth(month)),
});

describe("the course of a place", () => {
  it("holds every month, closures from the register and from events, and both sides of a handover", () => {
    const course = place();
    expect([course.first, course.last, course.columns]).toEqual([first, LAST, 8]);
    expect([...course.headcount.subarray(24, 32)]).toEqual([60, 60, 60, GAP, 60, 60, 60, 60]);
    expect([...course.closedFrom!]).toEqual([GAP, 2, GAP, GAP, 4, GAP]);
    expect([...course.transferred!.subarray(8, 16)]).toEqual([0, 0, 100, 0, 0, 0, 0, 0]);
    expect([...course.transferred!.subarray(16, 24)]).toEqual([0, 0, -100, 0, 0, 0, 0, 0]);
  });

  it("says what came of each month: a fall, an exit, no event, or not known yet", () => {
    const asked = rows([
      [1, "2025-02"], // 30 of 100 in March
      [1, "2025-03"], // nothing after it
      [2, "2025-02"], // handed over, nobody lost
      [4, "2025-02"], // back in the month after the gap
      [5, "2025-04"], // ceased in May: 40 of 40, whatever came later
      [6, "2025-03"], // missing from June to the end: an exit
      [6, "2025-01"], // April is over before it
      [1, "2025-06"], // three months after are not over
    ]);
    const { outcome, events } = byCourse(asked, place(), LARGE_REDUCTION);
    expect([...outcome]).toEqual([1, 0, 0, 0, 1, 1, 0, -1]);
    expect(events).toEqual([
      { enterprise: 1, month: first + 2, people: 30 },
      { enterprise: 5, month: first + 4, people: 40 },
      { enterprise: 6, month: first + 5, people: 80 },
    ]);
  });
});

describe("a list of true events", () => {
  const events = [{ enterprise: 1, month: parseMonth("2025-05"), people: 9 }];

  it("answers the months before an event, as far as it could tell", () => {
    const asked = rows([
      [1, "2025-01"],
      [1, "2025-02"],
      [1, "2025-04"],
      [1, "2025-05"],
      [2, "2025-05"],
      [2, "2025-06"],
    ]);
    expect([...byTruth(asked, events, LAST, LARGE_REDUCTION).outcome]).toEqual([0, 1, 1, 0, 0, -1]);
  });

  it("makes the three months after an event known cases, not the event's own, and who was reported to be ceasing", () => {
    const asked = rows([
      [1, "2025-04"],
      [1, "2025-05"],
      [1, "2025-06"],
      [1, "2025-08"],
      [1, "2025-09"],
      [2, "2025-06"],
    ]);
    const told = Uint8Array.from([0, 0, 0, 0, 0, 1]);
    expect([...knownCases(asked, events, told, LARGE_REDUCTION)]).toEqual([0, 0, 1, 1, 0, 1]);
  });
});
