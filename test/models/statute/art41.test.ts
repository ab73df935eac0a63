import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseMonth } from "../../../models/month.ts";
import { faultOf, type Reemployment, reemploymentTotal } from "../../../models/reemployment.ts";
import { art41, art41Line, art41Obligations, GROUPS } from "../../../models/statute/art41.ts";
import { faultsOf, type LayoffPlan, outcomeOf } from "../../../models/statute/plan.ts";
import { cutsOf, type MonthlyCut, slicing } from "../../../models/statute/slicing.ts";

describe("art. 41", () => {
  // 劳动合同法第四十一条: 二十人以上，或者不足二十人但占企业职工总数百分之十以上; 以上 includes the number.
  it.each<[number, number, string[]]>([
    [19, 191, []],
    [19, 190, ["share"]],
    [20, 1000, ["people"]],
    [20, 200, ["people", "share"]],
    [20, 201, ["people"]],
    [9, 91, []],
    [9, 90, ["share"]],
    [10, 100, ["share"]],
    [99, 1000, ["people"]],
    [1, 10, ["share"]],
    [1, 11, []],
    [0, 5, []],
    [5, 5, ["share"]],
  ])("%i of %i reaches %j", (people, staff, by) => {
    expect(art41({ people, staff })).toMatchObject({ by, kind: by.length > 0 ? "triggered" : "not-triggered" });
  });

  it("says the comparison in numbers", () => {
    expect(art41({ people: 19, staff: 191 }).arithmetic.zh).toBe("19人<20人；19 ÷ 191 = 9.95%<10%");
    expect(art41({ people: 20, staff: 200 }).arithmetic.en).toBe("20 people ≥ 20; 20 ÷ 200 = 10.00% ≥ 10 %");
  });

  it("has one smallest number of people at each staff, found by trying them all", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), (staff) => {
        let people = 1;
        while (art41({ people, staff }).kind === "not-triggered") people++;
        expect(art41Line(staff)).toBe(people);
      }),
    );
  });

  it("refuses to cut more than there are", () => {
    expect(() => art41({ people: 6, staff: 5 })).toThrow(RangeError);
    expect(() => art41({ people: 0, staff: 0 })).toThrow(RangeError);
  });

  it("asks for the explanation thirty days before, and for priority over six months", () => {
    const due = Object.fromEntries(art41Obligations("2026-03-31").map(({ id, due }) => [id, due]));
    expect(due).toMatchObject({ explain: "2026-03-01", "rehire-first": "2026-09-30", report: null });
    expect(art41Obligations("2026-08-31").find(({ id }) => id === "rehire-first")!.due).toBe("2027-02-28");
  });

  it("names the six groups that must not go and the three that stay first", () => {
    expect(GROUPS.filter(({ kind }) => kind === "protected")).toHaveLength(6);
    expect(GROUPS.filter(({ kind }) => kind === "first")).toHaveLength(3);
  });
});

describe("a filed plan", () => {
  const plan: LayoffPlan = {
    ...{
      enterprise: "E",
      filedOn: "2026-03-02",
      explainedOn: "2026-03-01",
      startsOn: "2026-03-31",
      people: 37,
      staff: 80,
    },
    ...{ ground: "difficulties", groups: { "sole-earner": 2 } },
  };
  it.each<[string, Partial<LayoffPlan>, string[]]>([
    ["in order", {}, []],
    ["explained 30 days before", { explainedOn: "2026-03-01" }, []],
    ["explained 29 days before", { explainedOn: "2026-03-02" }, ["explained-late"]],
    ["not explained", { explainedOn: null }, ["not-explained"]],
    ["filed on the first day", { filedOn: "2026-03-31" }, []],
    ["filed the day after", { filedOn: "2026-04-01" }, ["filed-late"]],
    ["with somebody on maternity leave", { groups: { maternity: 1 } }, ["protected-listed"]],
    ["for more than there are", { people: 81 }, ["more-than-staff"]],
  ])("%s has the faults %j", (_, changes, faults) => {
    expect(faultsOf({ ...plan, ...changes })).toEqual(faults);
  });

  const at = (month: string, headcount: number) => ({ month: parseMonth(month), headcount });
  it.each([
    ["nothing reported since", [at("2026-02", 80)], null, "not-yet"],
    ["nobody gone", [at("2026-02", 80), at("2026-03", 82)], -2, "none"],
    ["fewer gone", [at("2026-02", 80), at("2026-03", 70), at("2026-04", 60)], 20, "fewer"],
    ["as many gone", [at("2026-02", 80), at("2026-05", 43)], 37, "as-planned"],
    ["more gone", [at("2026-01", 80), at("2026-04", 30)], 50, "more"],
  ])("with %s", (_, headcounts, lost, verdict) => {
    expect(outcomeOf(plan, headcounts)).toMatchObject({ planned: 37, lost, verdict });
  });
});

describe("slices", () => {
  const cuts = (...list: [string, number, number][]): MonthlyCut[] =>
    list.map(([month, people, staff]) => ({ month: parseMonth(month), people, staff }));
  const found = (list: MonthlyCut[], now: string) => slicing(list, parseMonth(now));

  it("of nineteen and nineteen add up to what one would be", () => {
    expect(found(cuts(["2026-01", 19, 400], ["2026-02", 19, 381]), "2026-02")).toMatchObject({
      months: 3,
      people: 38,
      staff: 400,
    });
  });

  it("are told from headcounts: falls between months that were both reported", () => {
    const at = (month: string, headcount: number) => ({ month: parseMonth(month), headcount });
    const course = [at("2025-10", 400), at("2025-11", 381), at("2025-12", 385), at("2026-02", 370), at("2026-03", 355)];
    expect(cutsOf(course)).toEqual([
      { month: parseMonth("2025-11"), people: 19, staff: 400 },
      { month: parseMonth("2026-03"), people: 15, staff: 370 },
    ]);
    expect(slicing(cutsOf(course), parseMonth("2026-03"))).toMatchObject({ months: 12, people: 34, staff: 400 });
  });

  it("over a year count by 威海's rule, and no longer", () => {
    const list = cuts(["2025-04", 5, 90], ["2025-12", 6, 85]);
    expect(found(list, "2026-03")).toMatchObject({ months: 12, people: 11, staff: 90 });
    expect(found(list, "2026-04")).toBeNull();
  });

  it("are none where one of them was a layoff by itself, or where there is only one", () => {
    expect(found(cuts(["2026-01", 20, 400], ["2026-02", 19, 380]), "2026-02")).toBeNull();
    expect(found(cuts(["2026-02", 19, 400]), "2026-02")).toBeNull();
    expect(found(cuts(["2026-01", 2, 100], ["2026-02", 3, 98]), "2026-02")).toBeNull();
  });
});

describe("re-employment", () => {
  const row: Reemployment = {
    ...{
      group: "skilled",
      dismissed: 30,
      benefit: 20,
      offered: 40,
      trained: 10,
      placed1: 5,
      placed3: 12,
      placed6: null,
    },
  };
  const other: Reemployment = {
    ...row,
    group: "older",
    dismissed: 10,
    benefit: 10,
    offered: 5,
    trained: 2,
    placed1: 1,
    placed3: null,
  };
  it("adds up, counts the newest placing of each group, and tells the gap to the target", () => {
    // 12 + 1 = 13 of 40 placed, 27 still without work, 30 − 13 = 17 to the target.
    expect(reemploymentTotal([row, other], 30)).toEqual({
      ...{ dismissed: 40, benefit: 30, offered: 45, trained: 12, placed1: 6, placed3: 12, placed6: null },
      ...{ placed: 13, unemployed: 27, rate: 0.325, gap: 17 },
    });
    expect(reemploymentTotal([], null)).toMatchObject({ dismissed: 0, rate: null, gap: null });
    expect(reemploymentTotal([row], 10).gap).toBe(0);
  });

  it.each<[string, Partial<Reemployment>, string | null]>([
    ["right", {}, null],
    ["more placed than dismissed", { placed3: 31 }, "more-than-dismissed"],
    ["fewer placed later", { placed3: 4 }, "fewer-later"],
    ["negative", { benefit: -1 }, "negative"],
    ["half a person", { trained: 1.5 }, "negative"],
    ["more offers than people, which is fine", { offered: 90 }, null],
  ])("%s", (_, changes, fault) => {
    expect(faultOf({ ...row, ...changes })).toBe(fault);
  });
});
