import { describe, expect, it } from "vitest";
import { crossFoot } from "../../models/cross-foot.ts";
import { type Dimension, figureName } from "../../models/figure.ts";
import { jobFlows } from "../../models/job-flows.ts";
import { membershipOf, type RegisterFacts, SIZE_GROUPS } from "../../models/membership.ts";
import { parseMonth } from "../../models/month.ts";
import type { Profile } from "../../models/profile.ts";
import { profileIndex } from "../../models/profile-index.ts";
import { loadProfile } from "../../src/profiles/profiles.ts";
import { handPanel, randomPanel, seeded } from "./panels.ts";

const wushan = loadProfile("wushan");
const index = profileIndex(wushan);
const position = (code: string) => wushan.industries.findIndex((i) => i.code === code);
const facts = (given: Partial<RegisterFacts>): RegisterFacts => ({
  ...{ industry: null, ownership: null, revenue: null, assets: null },
  ...given,
});

/** Size and departments of one enterprise of division 20 with this history. */
function placed(history: readonly (number | null)[], given: Partial<RegisterFacts>, code = "20") {
  const panel = handPanel("2025-12", [{ history, industry: position(code) }]);
  const { size, desk, desks } = membershipOf(panel, wushan, new Map([[1, facts(given)]]));
  return { size: SIZE_GROUPS[size[0]!], departments: desks[desk[0]!] };
}

describe("the size class of an enterprise", () => {
  // 工业: large 1000 people and 40,000; medium 300 and 2,000; small 20 and 300 (万元).
  it("takes the year's mean headcount, so that one bad month does not change it", () => {
    const history = [...Array(11).fill(330), 100]; // mean 310.8
    expect(placed(history, { revenue: 2000 }).size).toBe("medium");
    expect(placed([...Array(11).fill(320), 60], { revenue: 2000 }).size).toBe("small"); // mean 298.3
  });

  it("looks at the last twelve months and at reports only", () => {
    expect(placed([9999, ...Array(12).fill(310)], { revenue: 2000 }).size).toBe("medium");
    expect(placed([...Array(11).fill(null), 310], { revenue: 2000 }).size).toBe("medium");
  });

  it("is not guessed where a deciding fact is missing, nor where the rule has no line", () => {
    expect(placed([400], {}).size).toBe("-");
    expect(placed([19], {}).size).toBe("micro");
    expect(placed([400], { revenue: 9999 }, "66").size).toBe("not-covered");
  });

  it("goes by the industry as finely as it was written, when that is the one the enterprise is counted in", () => {
    expect(placed([100], { industry: "7020", revenue: 500 }, "70").size).toBe("small");
    expect(placed([100], { industry: "K70", revenue: 500 }, "70").size).toBe("-");
    expect(placed([400], { industry: "5100", revenue: 2000 }).size).toBe("medium"); // counted in 20, not in 51
  });
});

describe("the departments of an enterprise", () => {
  it("are those of its industry, then the owner of state-owned ones", () => {
    expect(placed([10], {}).departments).toEqual(["miit"]);
    expect(placed([10], { ownership: "110" }).departments).toEqual(["miit", "sasac"]);
    expect(placed([10], {}, "06").departments).toEqual(["miit", "land", "emergency"]);
  });

  it("are the leading group's office where nothing is known, and unknown where the profile regulates nothing", () => {
    const panel = handPanel("2025-12", [{ history: [10] }]);
    expect(membershipOf(panel, wushan, new Map()).desks).toEqual([["employment-office"]]);
    expect(membershipOf(panel, { ...wushan, regulations: [] }, new Map()).desks).toEqual([["-"]]);
  });
});

describe("figures by size class and department", () => {
  const panel = randomPanel(3_000, wushan, parseMonth("2025-12"));
  const random = seeded(3);
  const register = new Map(
    Array.from(panel.enterprise, (id) => [
      id,
      facts({ revenue: random() < 0.7 ? random() * 50000 : null, ownership: random() < 0.1 ? "110" : null }),
    ]),
  );
  const membership = membershipOf(panel, wushan, register);
  const figures = jobFlows(panel, index, { baseline: "previous", membership });
  const of = (dimension: Dimension) => figures.filter((f) => f.dimension === dimension);

  it("add up: sizes to the place, and no department to more than the place", () => {
    expect(of("size").map((f) => f.code)).toEqual([...SIZE_GROUPS]);
    expect(crossFoot(figures)).toEqual([]);
    const [place] = of("place");
    const spoilt = figures.map((f) => (f.dimension === "department" ? { ...f, grossLoss: place!.grossLoss + 1 } : f));
    expect(crossFoot(spoilt).map((d) => d.cell)).toContain("department:miit/previous/grossLoss");
  });

  it("count an enterprise at each of its departments", () => {
    const two = handPanel("2025-12", [
      { history: [100, 80], industry: position("20") },
      { history: [50, 60], industry: position("20") },
    ]);
    const both = membershipOf(two, wushan, new Map([[1, facts({ ownership: "110" })]]));
    const flows = jobFlows(two, index, { baseline: "previous", membership: both });
    const department = (code: string) => flows.find((f) => f.dimension === "department" && f.code === code);
    expect(department("miit")).toMatchObject({ base: 150, change: -10, grossLoss: 20, grossGain: 10 });
    expect(department("sasac")).toMatchObject({ base: 100, change: -20, grossLoss: 20, grossGain: 0 });
  });

  it("are named", () => {
    const names = (dimension: Dimension, codes: readonly string[]) =>
      codes.map((code) => figureName(wushan as Profile, dimension, code).zh);
    expect(names("size", SIZE_GROUPS)).toEqual(["大型", "中型", "小型", "微型", "不划型行业", "资料不全未划型"]);
    expect(names("department", ["miit", "-"])).toEqual(["县经济信息委", "主管部门未明"]);
  });
});
