import { describe, expect, it } from "vitest";
import { foldAccount, isAccount } from "../../../models/sign-in/account.ts";
import { lockout } from "../../../models/sign-in/lockout.ts";
import { holding, isSeenStale, sessionState } from "../../../models/sign-in/session-state.ts";
import { stageOf } from "../../../models/sign-in/stage.ts";
import { asvsPasswords, dengbaoPasswords } from "../../../src/profiles/sign-in.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const T = Date.parse("2026-03-02T08:00:00Z");
const session = (rest: object) => ({ createdAt: T, seenAt: T, endedAt: null, disabledAt: null, ...rest });

describe("a session", () => {
  it.each([
    ["lives to the last millisecond of half an hour without use", {}, T + 30 * MINUTE - 1, null],
    ["is idle at half an hour sharp", {}, T + 30 * MINUTE, "idle"],
    ["lives on while it is used", { seenAt: T + 11 * HOUR }, T + 11 * HOUR + 29 * MINUTE, null],
    ["ends after twelve hours, used or not", { seenAt: T + 12 * HOUR - 1 }, T + 12 * HOUR, "absolute"],
    ["lives a millisecond before twelve hours", { seenAt: T + 12 * HOUR - 2 }, T + 12 * HOUR - 1, null],
    ["ends at once when signed out", { endedAt: T }, T, "ended"],
    ["ends at once when the person is disabled", { disabledAt: T }, T, "disabled"],
  ] as const)("%s", (_what, rest, now, reason) => {
    expect(sessionState(session(rest), now)).toEqual(reason === null ? { live: true } : { live: false, reason });
  });

  it("counts by the same limits where many are looked for", () => {
    expect(holding(T)).toEqual({ seenSince: T - 30 * MINUTE, begunSince: T - 12 * HOUR });
  });

  it("is written down as seen once a minute", () => {
    expect([isSeenStale(T, T + MINUTE - 1), isSeenStale(T, T + MINUTE)]).toEqual([false, true]);
  });
});

describe("who showed a first proof", () => {
  const facts = { secondFactor: true, enrolled: true, passwordSetAt: T, granted: true };
  it.each([
    [{ ...facts, secondFactor: false }, T, "second-factor"],
    [{ ...facts, secondFactor: false, enrolled: false }, T, "enrol"],
    [facts, T + 90 * DAY - 1, "full"],
    [facts, T + 90 * DAY, "new-password"],
    [{ ...facts, secondFactor: false }, T + 90 * DAY, "second-factor"],
    [{ ...facts, passwordSetAt: null }, T + 900 * DAY, "full"],
    [{ ...facts, granted: false }, T, "waiting"],
    [{ ...facts, granted: false }, T + 90 * DAY, "new-password"],
    [{ ...facts, granted: false, secondFactor: false }, T, "second-factor"],
    [{ ...facts, granted: false, secondFactor: false, enrolled: false }, T, "enrol"],
  ] as const)("with %o at %i has by 等保 got as far as %s", (given, now, stage) => {
    expect(stageOf(given, dengbaoPasswords, now)).toBe(stage);
  });

  it("never has to change an old password by ASVS", () => {
    expect(stageOf(facts, asvsPasswords, T + 9000 * DAY)).toBe("full");
  });
});

describe("an attempt to sign in", () => {
  it.each([
    [{ account: 5, address: 5 }, { locked: false }],
    [
      { account: 6, address: 6 },
      { locked: true, by: "account" },
    ],
    [{ account: 1, address: 20 }, { locked: false }],
    [
      { account: 1, address: 21 },
      { locked: true, by: "address" },
    ],
  ] as const)("that is the %o-th failure is %o", (attempts, expected) => {
    expect(lockout(attempts)).toEqual(expected);
  });
});

describe("an account name", () => {
  it.each([
    ["  ZhangSan ", "zhangsan", true],
    ["ｌｉｓｉ", "lisi", true],
    ["a", "a", false],
    ["张三", "张三", false],
    ["li si", "li si", false],
    ["-li", "-li", false],
    [`${"a".repeat(64)}`, "a".repeat(64), true],
    [`${"a".repeat(65)}`, "a".repeat(65), false],
  ])("%s is compared as %s; may be one: %s", (typed, folded, good) => {
    expect(foldAccount(typed)).toBe(folded);
    expect(isAccount(folded)).toBe(good);
  });
});
