import { describe, expect, it } from "vitest";
import { parseMonth } from "../../models/month.ts";
import { flashFacts } from "../../reports/flash/facts.ts";
import { same } from "../../reports/wording/say.ts";
import { loadProfile } from "../../src/profiles/profiles.ts";

const profile = loadProfile("wushan");

/** Facts of a closure on 10 July 2024 that concerns 7, seen in July; the history ends with July. */
const told = (history: readonly (number | null)[]) =>
  flashFacts({
    ...{ profile, id: "A/closure/2024-07-10", month: parseMonth("2024-07"), asOf: "2024-08-10" },
    ...{ vintage: same("v"), model: "m", simulated: true, others: [], alert: null },
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
});
