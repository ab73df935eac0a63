import { describe, expect, it } from "vitest";
import type { Profile } from "../../models/profile.ts";
import { regulatorsOf, resolveOwnership } from "../../models/regulator.ts";
import { loadProfile } from "../../src/profiles/profiles.ts";

const wushan = loadProfile("wushan");
const of = (industry: string | null, ownership: string | null = null, on = "2024-01-31") =>
  regulatorsOf(wushan, { industry, ownership }, on);

describe("regulatorsOf", () => {
  it.each([
    ["C2011", ["miit"]],
    ["44", ["miit", "ndrc"]],
    ["4610", ["miit"]],
    ["02", ["forestry"]],
    ["03", ["agriculture"]],
    ["7263", ["hrss"]],
    ["Q", ["health"]],
    ["85", ["civil"]],
    ["零售业", ["commerce"]],
  ])("%s is looked after by %j", (industry, departments) => {
    expect(of(industry)).toEqual(departments);
  });

  it("an unknown industry falls to the leading group's office, so that nobody is without an owner", () => {
    expect(of(null)).toEqual(["employment-office"]);
    expect(of("不明")).toEqual(["employment-office"]);
    expect(of("S")).toEqual(["employment-office"]);
  });

  it("a state-owned enterprise has a second owner", () => {
    expect(of("C2011", "110")).toEqual(["miit", "sasac"]);
    expect(of("C2011", "国有")).toEqual(["miit", "sasac"]);
    expect(of("C2011", "173")).toEqual(["miit"]);
  });

  it("a regulation holds in its span only, and a finer one wins from its date on", () => {
    const changing: Profile = {
      ...wushan,
      regulations: [
        { department: "hrss", industry: "L" },
        { department: "market", industry: "726", validFrom: "2024-07-01" },
      ],
    };
    expect(regulatorsOf(changing, { industry: "7263", ownership: null }, "2024-06-30")).toEqual(["hrss"]);
    expect(regulatorsOf(changing, { industry: "7263", ownership: null }, "2024-07-01")).toEqual(["market"]);
  });
});

describe("resolveOwnership", () => {
  it("accepts a code or a name", () => {
    expect(resolveOwnership(wushan, "110")).toBe("110");
    expect(resolveOwnership(wushan, "国有企业")).toBe("110");
    expect(resolveOwnership(wushan, "私营有限责任公司")).toBe("173");
    expect(resolveOwnership(wushan, "天外")).toBeNull();
  });
});
