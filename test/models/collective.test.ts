import { describe, expect, it } from "vitest";
import { isAbnormal, judgeCollective } from "../../models/collective.ts";
import { parseMonth } from "../../models/month.ts";
import { loadProfile } from "../../src/profiles/profiles.ts";

const { thresholds, levels } = loadProfile("wushan");
const MONTH = parseMonth("2025-06");
const [FIVE, LARGE] = ["collective-shandong-5", "collective-shandong-200"];

const fall = (people: number, share: number, before = 100) => ({ people, share, before });
const falls = (n: number, people: number, share: number, before = 100) =>
  Array.from({ length: n }, () => fall(people, share, before));
/** Counts of the months up to the one before MONTH, oldest first. */
const earlier = (rule: string, ...counts: number[]) =>
  counts.map((enterprises, i) => ({ rule, month: MONTH - counts.length + i, enterprises }));
const judged = (all: ReturnType<typeof falls>, before: ReturnType<typeof earlier> = []) =>
  new Map(judgeCollective(all, thresholds.collective, levels, MONTH, before).map((one) => [one.rule, one]));
const met = (...all: ReturnType<typeof falls>) =>
  [...judged(all).values()].filter((one) => one.met).map(({ rule, enterprises }) => [rule, enterprises]);

describe("judgeCollective", () => {
  // 山东2016: five at once, each more than 50 people or more than 30 %; or one of 200 (domain.md 2.2).
  it("asks for five enterprises above 50 people or above 30 %", () => {
    expect(met(...falls(5, 51, 0.01, 5100))).toEqual([[FIVE, 5]]);
    expect(met(...falls(3, 51, 0.01, 5100), ...falls(2, 10, 0.31))).toEqual([[FIVE, 5]]);
    expect(met(...falls(4, 51, 0.01, 5100))).toEqual([]);
    expect(met(...falls(9, 50, 0.3))).toEqual([]);
  });

  it("or for one of 200", () => {
    expect(met(fall(200, 0.02, 10_000))).toEqual([[LARGE, 1]]);
    expect(met(fall(199, 1, 199))).toEqual([]);
  });

  it("does not count micro enterprises: eight people to none is not a layoff of the county's", () => {
    expect(met(...falls(9, 8, 1, 8), ...falls(4, 20, 1, 20))).toEqual([]);
    expect(met(...falls(9, 8, 1, 8), ...falls(5, 20, 1, 20))).toEqual([[FIVE, 5]]);
  });

  // EARS C2: the seven months before the last two, mean 5, spread .8 taken as 1: 5 + 3.09 is the most that is usual.
  const usual = earlier(FIVE, 4, 6, 5, 4, 6, 5, 5, 5, 5);
  it("asks for more than is usual here, once months tell what that is", () => {
    const [eight, nine] = [8, 9].map((n) => judged(falls(n, 30, 0.4), usual).get(FIVE)!);
    expect([eight!.met, eight!.reason]).toEqual([false, "usual"]);
    expect([nine!.met, nine!.reason]).toEqual([true, "enough"]);
    expect(nine!.alarm).toMatchObject({ kind: "judged", method: "ears-c2", expected: 5 });
  });

  it("goes by the number alone while too few months were counted, or some of them were not", () => {
    expect(judged(falls(5, 30, 0.4), usual.slice(-6)).get(FIVE)!.met).toBe(true);
    const gap = usual.filter(({ month }) => month !== MONTH - 4);
    expect(judged(falls(5, 30, 0.4), gap).get(FIVE)!.met).toBe(true);
  });

  it("knows nothing of later months, of other rules and of what lies too far back", () => {
    const before = [...usual, ...earlier(LARGE, 40, 40, 40), { rule: FIVE, month: MONTH + 1, enterprises: 90 }];
    expect(judged(falls(9, 30, 0.4), before)).toEqual(judged(falls(9, 30, 0.4), usual));
    const old = [{ rule: FIVE, month: MONTH - 200, enterprises: 90 }, ...usual];
    expect(judged(falls(9, 30, 0.4), old)).toEqual(judged(falls(9, 30, 0.4), usual));
  });
});

it("abnormal is who reached a level by what happened, not by what is foretold or by a label", () => {
  const [shock] = thresholds.rules.filter(({ when }) => when.z);
  const foretold = { ...shock!, id: "foretold", when: { risk: thresholds.detector.boundZ } };
  const rules = [...thresholds.rules, foretold];
  expect(isAbnormal([shock!.id], rules)).toBe(true);
  expect(isAbnormal(["foretold", "label-art41-people"], rules)).toBe(false);
  expect(isAbnormal(["foretold", "yellow-wage-arrears"], rules)).toBe(true);
});
