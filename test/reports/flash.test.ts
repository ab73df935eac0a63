import { describe, expect, it } from "vitest";
import { parseMonth } from "../../models/month.ts";
import { flashDocument } from "../../reports/flash/document.ts";
import { flashFacts } from "../../reports/flash/facts.ts";
import { same } from "../../reports/wording/say.ts";
import { loadProfile } from "../../src/profiles/profiles.ts";

const profile = loadProfile("wushan");

/** Facts of a closure on 10 July 2024 that concerns 7, seen in July; the history ends with July. */
const told = (history: readonly (number | null)[]) =>
  flashFacts({
    ...{ profile, id: "A/closure/2024-07-10", month: parseMonth("2024-07"), asOf: "2024-08-10" },
    ...{ vintage: same("v"), model: "m", simulated: true, others: [], alert: null, rulesOnly: null },
    event: { kind: "closure", occurredOn: "2024-07-10", people: 7, note: null },
    enterprise: {
      ...{ code: "A", name: "甲", industry: null, region: null, departments: [], specialist: null },
      ...{ keyEnterprise: false, history },
    },
  });

describe("a flash report", () => {
  it("holds those concerned against the staff before the event, not against who is left at the end of its month", () => {
    const { staff, share, statutory } = told([9, 7, 0]); // all seven of June's are gone by the end of July
    expect(staff).toEqual({ month: "2024-06", persons: 7 });
    expect(share).toBe(1);
    expect(statutory).toEqual({ people: false, share: true });
  });

  it("takes the last report before the event where the month before has none", () => {
    expect(told([14, null, null]).staff).toEqual({ month: "2024-05", persons: 14 });
  });

  it("takes the event's own month where nothing was reported before it", () => {
    expect(told([null, null, 70])).toMatchObject({ staff: { month: "2024-07", persons: 70 }, share: 0.1 });
    expect(told([null, null, null])).toMatchObject({ staff: null, share: null });
  });

  const layoff = (kind: string, people: number | null, staff: number | null = 200) =>
    flashFacts({
      ...{ profile, id: `A/${kind}/2024-07-10`, month: parseMonth("2024-07"), asOf: "2024-08-10" },
      ...{ vintage: same("v"), model: "m", simulated: true, others: [], alert: null, rulesOnly: null },
      event: { kind, occurredOn: "2024-07-10", people, note: null },
      enterprise: {
        ...{ code: "A", name: "甲", industry: null, region: null, departments: [], specialist: null },
        ...{ keyEnterprise: false, history: [staff, staff] },
      },
    });

  // The line is twenty people or a tenth of the staff; of 200 people a tenth is twenty, of 100 ten.
  it.each([
    ["small-layoff", 12, 200, "小额裁减（未达法定报告线）", "未达到劳动合同法第四十一条"],
    ["small-layoff", 20, 200, "裁减人员", "达到劳动合同法第四十一条规定的二十人以上"],
    ["small-layoff", 10, 100, "裁减人员", "达到劳动合同法第四十一条规定的职工总数百分之十以上"],
    ["small-layoff", 12, null, "裁减人员", "职工总数不详"],
    ["small-layoff", null, 200, "裁减人员", "涉及人数不详"],
    ["art41-notice", 30, 200, "报告裁减人员方案", "二十人以上"],
  ])("says in its title what it finds: %s of %s people of %s", (kind, people, staff, name, finding) => {
    const facts = layoff(kind, people, staff);
    expect(facts.title.zh).toBe(`关于甲${name}情况的专报`);
    const { blocks } = flashDocument(facts, "zh", null);
    expect(JSON.stringify(blocks)).toContain(finding);
    expect(JSON.stringify(blocks)).toContain(`${name}，`);
    expect(JSON.stringify(blocks).includes("与涉及人数不符")).toBe(
      finding.startsWith("达到") && kind === "small-layoff",
    );
  });

  it("leaves the article out of an English title where it is not reached", () => {
    expect(layoff("art41-notice", 30).title.en).toBe("甲: Layoff plan reported (art. 41)");
    expect(layoff("art41-notice", 12).title.en).toBe("甲: Layoff plan reported");
  });
});
