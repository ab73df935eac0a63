import { describe, expect, it } from "vitest";
import { parseMonth } from "../../models/month.ts";
import { type RegimeChange, type RegimeKind, regimeIn, rulesOnly, withoutForetelling } from "../../models/regime.ts";
import { loadProfile } from "../../src/profiles/profiles.ts";

const change = (id: number, kind: RegimeKind, from: string): RegimeChange => ({
  ...{ id, kind, from: parseMonth(from), reason: "a break", actor: "office", at: "2020-03-01T00:00:00.000Z" },
});
const idIn = (changes: readonly RegimeChange[], month: string) => regimeIn(changes, parseMonth(month))?.id ?? null;

describe("the regime of a month", () => {
  const broke = change(1, "rules-only", "2020-02");
  const over = change(2, "normal", "2021-07");

  it.each([
    ["before the switch nothing was said", "2020-01", null],
    ["the month of the switch is under it", "2020-02", 1],
    ["so is every month until the next", "2021-06", 1],
    ["the next begins with its own month", "2021-07", 2],
    ["and lasts", "2026-01", 2],
  ])("%s", (_says, month, id) => {
    expect(idIn([broke, over], month)).toBe(id);
  });

  it("does not depend on the order in which changes were made, but for those that begin in one month", () => {
    const again = change(3, "rules-only", "2020-09");
    expect(idIn([over, again, broke], "2020-12")).toBe(3);
    expect(idIn([over, again, broke], "2021-07")).toBe(2);
    const corrected = change(4, "normal", "2020-02");
    expect(idIn([broke, corrected], "2020-05")).toBe(4);
    expect(idIn([corrected, broke], "2020-05")).toBe(4);
  });

  it("is rules only while the change in force says so", () => {
    expect(rulesOnly(broke)).toBe(broke);
    expect(rulesOnly(over)).toBeNull();
    expect(rulesOnly(null)).toBeNull();
  });
});

it("under rules only the rules on a foretold risk are gone, and all others stay", () => {
  const { thresholds } = loadProfile("wushan");
  const [first] = thresholds.rules;
  const risky = { ...first!, id: "by-risk", when: { risk: thresholds.detector.boundZ } };
  const set = withoutForetelling({ ...thresholds, rules: [risky, ...thresholds.rules] });
  const gone = ["by-risk", "red-foretold", "orange-foretold"];
  expect(set.rules).toEqual(thresholds.rules.filter(({ id }) => !gone.includes(id)));
  expect(set.rules).toHaveLength(thresholds.rules.length - 2);
  expect(set.decision).toBe(thresholds.decision);
});
