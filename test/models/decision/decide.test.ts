import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide } from "../../../models/decision/decide.ts";
import type { AlertState, Decision, DecisionInput } from "../../../models/decision/decision.ts";
import { text } from "../../../models/text.ts";
import type { DecisionThresholds } from "../../../models/threshold.ts";

const months = (value: number) => ({
  value,
  unit: "months",
  origin: { kind: "convention", note: text("", "") } as const,
  validFrom: "2023-01",
});
const thresholds = (downgradeAfter: number, closeAfter: number): DecisionThresholds => ({
  downgradeAfter: months(downgradeAfter),
  closeAfter: months(closeAfter),
});

const OPENED = 24276;
const NOW = 24280;
const red: AlertState = { alertOpenedMonth: OPENED, level: 0, monthsBelow: 0, monthsClear: 0 };
const input = (rest: Partial<DecisionInput>): DecisionInput => ({
  month: NOW,
  before: null,
  found: -1,
  reached: [],
  episodesBefore: 0,
  thresholds: thresholds(2, 3),
  ...rest,
});

describe("decide", () => {
  it.each<[string, Partial<DecisionInput>, boolean, string, AlertState | null]>([
    ["nothing before, nothing found", {}, false, "silent", null],
    [
      "found at once",
      { found: 1 },
      true,
      "opened",
      { alertOpenedMonth: NOW, level: 1, monthsBelow: 0, monthsClear: 0 },
    ],
    ["the same again", { before: red, found: 0 }, false, "unchanged", red],
    ["worse", { before: { ...red, level: 2 }, found: 0 }, true, "raised", red],
    ["first month lower", { before: red, found: 2 }, false, "holding", { ...red, monthsBelow: 1 }],
    ["second month lower", { before: { ...red, monthsBelow: 1 }, found: 2 }, true, "downgraded", { ...red, level: 2 }],
    ["first month without", { before: red }, false, "holding", { ...red, monthsBelow: 1, monthsClear: 1 }],
    ["third month without", { before: { ...red, monthsBelow: 2, monthsClear: 2 } }, true, "closed", null],
    [
      "one month without after two lower ones does not close",
      { before: { ...red, monthsBelow: 2, monthsClear: 0 } },
      false,
      "holding",
      { ...red, monthsBelow: 3, monthsClear: 1 },
    ],
    [
      "a lower level restarts the months towards closing",
      { before: { ...red, monthsBelow: 0, monthsClear: 0 }, found: 3 },
      false,
      "holding",
      { ...red, monthsBelow: 1, monthsClear: 0 },
    ],
    ["back to its level", { before: { ...red, monthsBelow: 1, monthsClear: 1 }, found: 0 }, false, "unchanged", red],
  ])("%s", (_, rest, send, reason, after) => {
    expect(decide(input(rest))).toMatchObject({ send, reason, after });
  });

  it("what has to wait opens nothing and says so, and an open alert never waits", () => {
    const waits = { send: false, reason: "held-back", after: null, levelBefore: -1, levelAfter: -1 };
    expect(decide(input({ found: 1, heldBack: true, reached: ["a"] }))).toMatchObject({ ...waits, reached: ["a"] });
    expect(() => decide(input({ before: red, found: 1, heldBack: true }))).toThrow(RangeError);
  });

  it.each<[string, Partial<DecisionInput>, string, AlertState | null, number | null]>([
    ["the same found again raises nothing", { settledLevel: 1, found: 1 }, "settled", null, 1],
    ["a milder one raises nothing", { settledLevel: 1, found: 3 }, "settled", null, 1],
    ["a worse one opens anew", { settledLevel: 1, found: 0 }, "opened", { ...red, alertOpenedMonth: NOW }, null],
    ["a month without anything arms it again", { settledLevel: 1, found: -1 }, "re-armed", null, null],
    ["a month without a report says nothing", { settledLevel: 1, found: -1, noData: true }, "settled", null, 1],
    [
      "what an earlier run of the month told is over",
      { settledLevel: 1, found: 1, told: { ...red, level: 1 } },
      "settled",
      null,
      1,
    ],
  ])("after a person closed it, %s", (_, rest, reason, after, settledLevel) => {
    expect(decide(input(rest))).toMatchObject({ reason, after, settledLevel, send: reason === "opened" });
  });

  it("an open alert stays as it is while nothing is reported, and goes on when something is", () => {
    const held = { ...red, monthsBelow: 1, monthsClear: 1 };
    expect(decide(input({ before: held, noData: true }))).toMatchObject({
      reason: "no-data",
      after: held,
      send: false,
    });
    expect(decide(input({ before: held, noData: true, found: 0 }))).toMatchObject({ reason: "unchanged", after: red });
    expect(decide(input({ before: held, monthsSince: 1 }))).toMatchObject({
      after: { monthsBelow: 2, monthsClear: 2 },
    });
  });

  it("a first alert and a repeated one are told apart", () => {
    expect(decide(input({ found: 0 })).repeat).toBe(false);
    expect(decide(input({ found: 0, episodesBefore: 1 })).repeat).toBe(true);
  });

  it("an alert of a later month cannot be before this one", () => {
    expect(() => decide(input({ before: { ...red, alertOpenedMonth: NOW + 1 } }))).toThrow(RangeError);
  });
});

describe("months that were not run", () => {
  it("count towards a downgrade and towards closing, because months are counted and not runs", () => {
    const once = { before: red, monthsSince: 2, found: 2 };
    expect(decide(input(once))).toMatchObject({ reason: "downgraded", after: { ...red, level: 2 } });
    const two = { before: red, monthsSince: 2 };
    expect(decide(input(two))).toMatchObject({ reason: "holding", after: { ...red, monthsBelow: 2, monthsClear: 2 } });
    expect(decide(input({ before: red, monthsSince: 3 }))).toMatchObject({ reason: "closed", after: null });
  });
});

describe("a month run after a later one", () => {
  const later: AlertState = { ...red, alertOpenedMonth: NOW + 1, level: 1 };

  it("opens its alert without telling again what the later month told", () => {
    const opened = { alertOpenedMonth: NOW, monthsBelow: 0, monthsClear: 0 };
    expect(decide(input({ found: 2, later }))).toMatchObject({ send: false, after: { ...opened, level: 2 } });
    expect(decide(input({ found: 1, later }))).toMatchObject({ send: false, after: { ...opened, level: 1 } });
    expect(decide(input({ found: 0, later }))).toMatchObject({ send: true, reason: "opened" });
  });

  it("tells a rise or an end only when the later month did not", () => {
    const yellow = { ...red, level: 2 };
    expect(decide(input({ before: yellow, found: 1, later }))).toMatchObject({ send: false, levelAfter: 1 });
    expect(decide(input({ before: yellow, found: 0, later }))).toMatchObject({ send: true, reason: "raised" });
    const ending = { before: { ...red, monthsBelow: 2, monthsClear: 2 } };
    expect(decide(input({ ...ending, later: null }))).toMatchObject({ send: false, after: null });
    expect(decide(input({ ...ending, later }))).toMatchObject({ send: true, reason: "closed" });
  });
});

describe("a rerun on revised data", () => {
  const openedNow: AlertState = { ...red, alertOpenedMonth: NOW };

  it("withdraws what was opened in this very month and is not there", () => {
    const expected = { send: true, reason: "withdrawn", after: null, levelBefore: 0, levelAfter: -1 };
    expect(decide(input({ before: openedNow }))).toMatchObject(expected);
    expect(decide(input({ before: null, told: openedNow }))).toMatchObject(expected);
    expect(decide(input({ before: null, told: red }))).toMatchObject(expected);
  });

  it("corrects a level at once, since the month is decided afresh", () => {
    expect(decide(input({ before: openedNow, found: 2 }))).toMatchObject({ send: true, reason: "downgraded" });
    expect(decide(input({ before: { ...openedNow, level: 2 }, found: 0 }))).toMatchObject({ reason: "raised" });
    expect(decide(input({ before: { ...red, level: 2 }, told: red, found: 2 }))).toMatchObject({
      reason: "downgraded",
    });
  });

  it("takes back a closing that the revised data does not bear out", () => {
    const before = { ...red, monthsBelow: 2, monthsClear: 2 };
    expect(decide(input({ before, told: null, found: 0 }))).toMatchObject({ send: true, reason: "raised", after: red });
  });
});

const FOUND = fc.array(fc.integer({ min: -1, max: 3 }), { minLength: 1, maxLength: 48 });
const LIMITS = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }));

interface Month {
  readonly before: AlertState | null;
  readonly found: number;
  readonly decision: Decision;
}

function run(found: readonly number[], limits: DecisionThresholds): Month[] {
  let before: AlertState | null = null;
  return found.map((level, i) => {
    const decision = decide(input({ month: NOW + i, before, found: level, thresholds: limits }));
    const month = { before, found: level, decision };
    before = decision.after;
    return month;
  });
}

describe("over any history", () => {
  it("sends when the level changed and only then, and gives its reason again when asked again", () => {
    fc.assert(
      fc.property(FOUND, LIMITS, (found, [down, close]) => {
        for (const [i, { before, found: level, decision }] of run(found, thresholds(down, close)).entries()) {
          expect(decision.send).toBe(decision.levelBefore !== decision.levelAfter);
          const again = decide(input({ month: NOW + i, before, found: level, thresholds: thresholds(down, close) }));
          expect(again).toEqual(decision);
        }
      }),
    );
  });

  it("rises at once and never falls sooner than the thresholds allow", () => {
    fc.assert(
      fc.property(FOUND, LIMITS, (found, [down, close]) => {
        const history = run(found, thresholds(down, close));
        for (const [i, { before, decision }] of history.entries()) {
          const last = (n: number) => found.slice(Math.max(0, i + 1 - n), i + 1);
          const isLower = (level: number) => level === -1 || level > before!.level;
          if (found[i]! >= 0)
            expect(decision.after!.level).toBeLessThanOrEqual(before ? Math.max(before.level, found[i]!) : found[i]!);
          if (found[i]! >= 0 && (before === null || found[i]! <= before.level))
            expect(decision.levelAfter).toBe(found[i]);
          if (decision.reason === "downgraded")
            expect(last(down).length === down && last(down).every(isLower)).toBe(true);
          if (decision.reason === "closed") expect(last(close)).toEqual(Array(close).fill(-1));
        }
      }),
    );
  });

  it("an alert that has nothing left to hold closes in exactly closeAfter months", () => {
    fc.assert(
      fc.property(FOUND, LIMITS, (found, [down, close]) => {
        const quiet = [...found, 0, ...Array(close).fill(-1)];
        const ends = run(quiet, thresholds(down, close))
          .slice(-close)
          .map(({ decision }) => decision.reason);
        expect(ends).toEqual([...Array(close - 1).fill("holding"), "closed"]);
      }),
    );
  });

  it("a rerun ends where a first run on the new data would, and the same data sends nothing", () => {
    fc.assert(
      fc.property(FOUND, LIMITS, fc.integer({ min: -1, max: 3 }), (found, [down, close], revised) => {
        const { before, decision } = run(found, thresholds(down, close)).at(-1)!;
        const month = NOW + found.length - 1;
        const rest = { month, before, told: decision.after, thresholds: thresholds(down, close) };
        const same = decide(input({ ...rest, found: found.at(-1)! }));
        expect(same).toMatchObject({ send: false, after: decision.after });
        const rerun = decide(input({ ...rest, found: revised }));
        const { told: _, ...first } = rest;
        expect(rerun.after).toEqual(decide(input({ ...first, found: revised })).after);
        expect(rerun.send).toBe(rerun.levelAfter !== decision.levelAfter);
      }),
    );
  });
});
