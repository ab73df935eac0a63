import { describe, expect, it } from "vitest";
import { eventFact } from "../../../models/event-fact.ts";
import { compileRules, judge } from "../../../models/levels.ts";
import { parseMonth } from "../../../models/month.ts";
import { NO_FACTS } from "../../../models/verdicts.ts";
import { loadProfile } from "../../../src/profiles/profiles.ts";

const wushan = loadProfile("wushan");
const rules = compileRules(wushan.thresholds, wushan);
const JUNE = parseMonth("2025-06");
const LARGE = "yellow-contract-ends";
const SMALL = "yellow-contract-ends-below-500";

/** Rules on contract ends that hold for an enterprise of so many people after reports of [day, people]. */
const held = (headcountBefore: number, ...reports: readonly (readonly [on: string, people: number | null])[]) => {
  const events = reports.map(([occurredOn, people]) => eventFact({ kind: "contract-ends", occurredOn, people }, JUNE));
  const { reached } = judge({ ...NO_FACTS, silentMonths: 0, headcountBefore, events }, rules);
  return reached.filter((id) => id.includes("contract-ends"));
};

// The opinion cited: 50 contracts a month at 500 and more people, 10 elsewhere.
describe("many contracts ended", () => {
  it.each([
    [499, 9, []],
    [499, 10, [SMALL]],
    [499, 50, [LARGE, SMALL]],
    [500, 49, []],
    [500, 50, [LARGE]],
    [Number.NaN, 49, []], // nobody knows which of the two limits is its own
    [Number.NaN, 50, [LARGE]],
  ])("at %s people, %s of them: %j", (headcount, people, ids) => {
    expect(held(headcount, ["2025-06-10", people]).toSorted()).toEqual(ids);
  });

  it("raises nothing for two people, nor where nobody knows of how many", () => {
    expect(held(100, ["2025-06-10", 2])).toEqual([]);
    expect(held(100, ["2025-06-10", null])).toEqual([]);
  });

  it("adds up the reports of a month, not of two", () => {
    expect(held(100, ["2025-05-12", 5], ["2025-06-10", 5])).toEqual([SMALL]); // the 30th day
    expect(held(100, ["2025-05-11", 5], ["2025-06-10", 5])).toEqual([]);
  });

  it("names the source of its limits", () => {
    const { eventPeople, headcountBelow } = wushan.thresholds.rules.find(({ id }) => id === SMALL)!.when;
    expect([eventPeople, headcountBelow].map((one) => [one!.value, one!.origin.note.en.slice(0, 20)])).toEqual([
      [10, "a provincial opinion"],
      [500, "a provincial opinion"],
    ]);
  });
});
