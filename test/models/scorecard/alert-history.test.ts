import { describe, expect, it } from "vitest";
import { alertHistory, type DecidedLevel } from "../../../models/scorecard/alert-history.ts";

const MONTHS = [10, 11, 12, 13];
const decided = (month: number, level: number, openedMonth = 10, alert = 1): DecidedLevel => ({
  ...{ alert, enterprise: alert * 100, openedMonth, month, level },
});

describe("the course of an alert", () => {
  it.each<[string, DecidedLevel[], object, [number, number, number][]]>([
    [
      "opens, rises, falls and is over where a run says so",
      [decided(10, 2), decided(11, 0), decided(12, 1), decided(13, -1)],
      { openedMonth: 10, closedMonth: 13, level: 0 },
      [
        [10, -1, 2],
        [11, 2, 0],
        [12, 0, 1],
        [13, 1, -1],
      ],
    ],
    [
      "is over in the first month that no longer speaks of it, because a person closed it",
      [decided(10, 1), decided(11, 1)],
      { openedMonth: 10, closedMonth: 12, level: 1 },
      [
        [10, -1, 1],
        [12, 1, -1],
      ],
    ],
    [
      "stands on where the last month that was run left it",
      [decided(12, 3, 12), decided(13, 3, 12)],
      { openedMonth: 12, closedMonth: null, level: 3 },
      [[12, -1, 3]],
    ],
    [
      "that opened before the months looked at does not open in the first of them",
      [decided(10, 2, 4), decided(11, 2, 4), decided(12, 2, 4), decided(13, 2, 4)],
      { openedMonth: 4, closedMonth: null, level: 2 },
      [],
    ],
  ])("%s", (_says, rows, episode, changes) => {
    const history = alertHistory(rows, MONTHS);
    expect(history.episodes).toEqual([{ enterprise: 100, ...episode }]);
    expect(history.changes.map(({ month, before, after }) => [month, before, after])).toEqual(changes);
  });

  it("of two alerts is two, and one withdrawn before it stood is none", () => {
    const rows = [decided(10, -1, 10, 3), decided(10, 1), decided(11, 2, 11, 2)];
    expect(alertHistory(rows, MONTHS).episodes.map(({ enterprise }) => enterprise)).toEqual([100, 200]);
  });
});
