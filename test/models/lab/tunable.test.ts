import { describe, expect, it } from "vitest";
import { tunables, withEdits } from "../../../models/lab/tunable.ts";
import { beyondFloors } from "../../../models/replay/floors.ts";
import { laxestIn, strictnessIn, withGroups } from "../../../models/strictness.ts";
import { wushan } from "../../county.ts";

const set = wushan.thresholds;
const ruleOf = (all: typeof set, id: string) => all.rules.find((rule) => rule.id === id)!;

describe("the numbers that the lab moves", () => {
  it("are those of rules with a level, of rules on the place and of deciding; never the detector's or a label's", () => {
    const keys = tunables(set).map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining(["red-deep.fallPeople", "collective-shandong-5.enterprises"]));
    expect(keys).toEqual(expect.arrayContaining(["decision.budget", "red-closure.headcount"]));
    expect(keys.filter((key) => key.startsWith("label-"))).toEqual([]);
    expect(keys.filter((key) => key.startsWith("detector"))).toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("change one by one, and leave every other part of the set as it was", () => {
    const moved = withEdits(set, { "red-deep.fallPeople": 40, "decision.closeAfter": 2 });
    expect(ruleOf(moved, "red-deep").when.fallPeople).toEqual({
      ...ruleOf(set, "red-deep").when.fallPeople,
      value: 40,
    });
    expect(moved.decision).toEqual({ ...set.decision, closeAfter: { ...set.decision.closeAfter, value: 2 } });
    expect(ruleOf(moved, "red-200")).toEqual(ruleOf(set, "red-200"));
    expect(moved.detector).toBe(set.detector);
  });

  it("are one a section of industry too, 1 until somebody moves it", () => {
    const all = withGroups(set, wushan);
    expect(tunables(all).filter(({ key }) => key.startsWith("industry.")).length).toBe(
      wushan.industries.filter(({ parent }) => parent === null).length,
    );
    const moved = withEdits(all, { "industry.C": 0.8 });
    const times = [strictnessIn(moved, "C", 10), strictnessIn(moved, "F", 10), strictnessIn(set, "C", 10)];
    expect([...times, strictnessIn(moved, null, null)]).toEqual([0.8, 1, 1, 1]);
    expect(beyondFloors(withEdits(all, { "industry.C": 0.1 }))).toContain("yellow-line");
  });

  it("are one a size band too, which multiplies that of the industry", () => {
    const all = withGroups(set, wushan);
    const keys = tunables(all).map(({ key }) => key);
    expect(keys.filter((key) => key.startsWith("size."))).toEqual(wushan.sizeBands.map((from) => `size.${from}`));
    const moved = withEdits(all, { "industry.C": 0.8, "size.50": 1.5 });
    const times = [strictnessIn(moved, "C", 50), strictnessIn(moved, "F", 50), strictnessIn(moved, "C", 20)];
    expect(times.map((one) => Number(one.toFixed(9)))).toEqual([1.2, 1.5, 0.8]);
    expect(strictnessIn(moved, null, null)).toBe(1);
    expect([laxestIn(moved), laxestIn(set)]).toEqual([0.8, 1]);
    expect(beyondFloors(withEdits(all, { "size.0": 0.1 }))).toContain("yellow-line");
    const both = { "industry.C": 0.8, "size.0": 0.8 }; // each alone is kept of the months, both together are not
    expect(
      [{ "industry.C": 0.8 }, { "size.0": 0.8 }, both].map((edits) => beyondFloors(withEdits(all, edits)).length > 0),
    ).toEqual([false, false, true]);
  });

  it("stay as they are when the same value is given", () => {
    expect(withEdits(set, { "red-deep.fallPeople": ruleOf(set, "red-deep").when.fallPeople!.value })).toEqual(set);
  });
});
