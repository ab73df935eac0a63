import { describe, expect, it } from "vitest";
import type { Profile } from "../../models/profile.ts";
import { isWholePlace, type ReplacedRegion, resolveRegion } from "../../models/region.ts";
import { text } from "../../models/text.ts";
import { loadProfile } from "../../src/profiles/profiles.ts";

const wushan = loadProfile("wushan");

describe("resolveRegion", () => {
  it.each([
    ["500237101", "500237101"],
    ["500237101203", "500237101"],
    ["庙宇镇", "500237101"],
    ["庙宇", "500237101"],
    ["巫山县庙宇镇", "500237101"],
    ["重庆市巫山县庙宇镇", "500237101"],
    ["庙宇镇人民政府", "500237101"],
    [" 高唐街道 ", "500237001"],
    ["高唐", "500237001"],
    ["高唐街道办事处", "500237001"],
    ["红椿土家族乡", "500237200"],
    ["红椿乡", "500237200"],
    ["邓家乡", "500237231"],
    ["两坪", "500237207"],
    ["Miaoyu Town", "500237101"],
    ["巫山县", null],
    ["500237", null],
    ["500236001", null],
    ["乡", null],
    ["", null],
  ])("%j is %j", (raw, code) => {
    expect(resolveRegion(wushan, raw)).toBe(code);
  });

  it("knows the one region of another place", () => {
    expect(resolveRegion(loadProfile("kaunas"), "Kauno m. sav.")).toBe("19");
  });
});

describe("the place itself", () => {
  it.each([
    ["巫山县", true],
    ["重庆市巫山县", true],
    [" 巫山县 ", true],
    ["500237", true],
    ["Wushan County", true],
    ["庙宇镇", false],
    ["巫山县庙宇镇", false],
    ["巫峡镇", false],
    ["", false],
  ])("%j is the whole place: %s", (raw, whole) => expect(isWholePlace(wushan, raw)).toBe(whole));
});

describe("resolveRegion on a date", () => {
  const region = (code: string, zh: string, rest: Partial<ReplacedRegion> = {}) => ({
    code,
    name: text(zh, zh),
    parent: "500000",
    kind: "county",
    ...rest,
  });
  // 开县 500234 became 开州区 500154 (domain.md 2.6); the date of 2016 is for the test.
  const chongqing: Profile = {
    ...wushan,
    place: "500000",
    regions: [
      region("500234", "开县", { validTo: "2016-07-21", successor: "500154" }),
      region("500154", "开州区", { validFrom: "2016-07-22" }),
      region("500001", "撤销乡", { validTo: "2010-12-31" }),
      region("500002", "甲镇", { validTo: "2010-12-31", successor: "500003" }),
      region("500003", "乙镇", { validTo: "2010-12-31", successor: "500002" }),
    ],
  };

  it("a code that ended leads to its successor from then on", () => {
    expect(resolveRegion(chongqing, "500234", "2016-07-21")).toBe("500234");
    expect(resolveRegion(chongqing, "500234", "2016-07-22")).toBe("500154");
    expect(resolveRegion(chongqing, "开县", "2023-01-01")).toBe("500154");
  });

  it("a code that ended without a successor, or in a circle, is no region", () => {
    expect(resolveRegion(chongqing, "500001", "2023-01-01")).toBeNull();
    expect(resolveRegion(chongqing, "500002", "2023-01-01")).toBeNull();
  });

  it("without a date the code is taken as it stands", () => {
    expect(resolveRegion(chongqing, "500234")).toBe("500234");
  });
});
