import { describe, expect, it } from "vitest";
import { type Owed, overdueOf, scoreboard, standingOf } from "../../../models/joint/owed.ts";

const owed = (desk: string, due: number, metAt: number | null): Owed => ({
  duty: "visit",
  desk,
  subject: `${desk}${due}`,
  due,
  metAt,
});

describe("what desks owe each other", () => {
  it.each([
    [10, 9, "in-time"],
    [10, 10, "in-time"],
    [10, 11, "late"],
    [10, null, "overdue"],
    [20, null, "not-due"],
    [21, null, "not-due"],
  ])("due at %i and met at %s stands %s at 20", (due, metAt, standing) => {
    expect(standingOf(owed("a", due, metAt), 20)).toBe(standing);
  });

  it("is listed while overdue, the longest first", () => {
    const list = [owed("a", 15, null), owed("a", 5, 3), owed("b", 10, null), owed("b", 30, null)];
    expect(overdueOf(list, 20).map(({ due }) => due)).toEqual([10, 15]);
  });

  it("is counted by desk, the worst first, and without a share where nothing fell due", () => {
    const list = [
      owed("good", 10, 9),
      owed("mixed", 10, 9),
      owed("mixed", 11, 12),
      owed("mixed", 12, null),
      owed("new", 30, null),
    ];
    expect(scoreboard(list, 20)).toEqual([
      { desk: "mixed", inTime: 1, late: 1, overdue: 1, notDue: 0, share: 1 / 3 },
      { desk: "good", inTime: 1, late: 0, overdue: 0, notDue: 0, share: 1 },
      { desk: "new", inTime: 0, late: 0, overdue: 0, notDue: 1, share: null },
    ]);
  });
});
