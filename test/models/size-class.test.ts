import { describe, expect, it } from "vitest";
import { isLargeBy, type SizeFacts, sizeClass, sizeRuleOf } from "../../models/size-class.ts";
import { loadProfile } from "../../src/profiles/profiles.ts";

const wushan = loadProfile("wushan");
const facts = (staff: number | null, revenue: number | null = null, assets: number | null = null): SizeFacts => ({
  staff,
  revenue,
  assets,
});
const sizeOf = (industry: string, of: SizeFacts) => sizeClass(wushan, industry, of).size;

describe("sizeClass", () => {
  // Limits of 国统字〔2017〕213号 (domain.md 2.5), each on both sides; 以上 includes the number.
  it.each([
    ["2011", 1000, 40000, null, "large"],
    ["2011", 999, 40000, null, "medium"],
    ["2011", 1000, 39999, null, "medium"],
    ["2011", 300, 2000, null, "medium"],
    ["2011", 299, 2000, null, "small"],
    ["2011", 300, 1999, null, "small"],
    ["2011", 20, 300, null, "small"],
    ["2011", 19, 300, null, "micro"],
    ["2011", 5000, 299, null, "micro"],
    ["01", 3, 20000, null, "large"],
    ["01", 3, 499, null, "small"],
    ["01", 3, 49, null, "micro"],
    ["E47", 9, 80000, 80000, "large"],
    ["E47", 9, 80000, 79999, "medium"],
    ["E47", 9, 300, 299, "micro"],
    ["51", 5, 1000, null, "small"],
    ["51", 4, 1000, null, "micro"],
    ["52", 300, 20000, null, "large"],
    ["5911", 999, 30000, null, "medium"],
    ["5920", 200, 30000, null, "large"],
    ["6511", 10, 50, null, "small"],
    ["7010", null, 200000, 10000, "large"],
    ["7020", 100, 500, null, "small"],
    ["7263", 300, null, 120000, "large"],
    ["73", 300, null, null, "large"],
    ["73", 9, null, null, "micro"],
  ] as const)("%s with %j staff, %j revenue, %j assets is %s", (industry, staff, revenue, assets, size) => {
    expect(sizeOf(industry, facts(staff, revenue, assets))).toBe(size);
  });

  it("a fact that decides and is missing is named, and none is guessed", () => {
    expect(sizeClass(wushan, "C20", facts(1200))).toEqual({ kind: "missing", size: null, missing: ["revenue"] });
    expect(sizeClass(wushan, "C20", facts(null, 300))).toEqual({ kind: "missing", size: null, missing: ["staff"] });
  });

  it("a missing fact that cannot change the answer is not asked for", () => {
    expect(sizeOf("C20", facts(19))).toBe("micro");
    expect(sizeOf("C20", facts(null, 299))).toBe("micro");
  });

  it("an industry too coarse to choose a line is missing, and one without a line is not covered", () => {
    expect(sizeClass(wushan, "70", facts(50, 500, 500))).toMatchObject({ missing: ["industry"] });
    expect(sizeClass(wushan, "K", facts(50, 500, 500))).toMatchObject({ missing: ["industry"] });
    expect(sizeClass(wushan, "不明", facts(50))).toMatchObject({ missing: ["industry"] });
    for (const code of ["66", "83", "84", "53", "91"]) {
      expect(sizeClass(wushan, code, facts(50, 500, 500)).kind).toBe("not-covered");
    }
  });

  it("another place's rule goes by staff alone", () => {
    const kaunas = loadProfile("kaunas");
    expect(sizeClass(kaunas, "222300", facts(250)).size).toBe("large");
    expect(sizeClass(kaunas, "222300", facts(249)).size).toBe("medium");
    expect(sizeClass(kaunas, "", facts(9)).size).toBe("micro");
  });
});

describe("isLargeBy", () => {
  it.each([
    // One limit that is not reached settles it: industry is large from 1000 people and 40,000万元 on.
    ["2011", facts(999), false, []],
    ["2011", facts(null, 39999), false, []],
    ["2011", facts(1000, 40000), true, []],
    ["2011", facts(1000), null, ["revenue"]],
    ["2011", facts(null), null, ["staff", "revenue"]],
    ["70", facts(5), null, ["industry"]],
    ["6620", facts(5000), null, []],
  ] as const)("of industry %s with %o is %s", (industry, of, large, missing) => {
    expect(isLargeBy(sizeRuleOf(wushan, industry), of)).toEqual({ large, missing });
  });
});
