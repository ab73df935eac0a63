import { afterEach, describe, expect, it, vi } from "vitest";
import { BASELINES } from "../../models/baseline.ts";
import { dominantEmployers } from "../../models/dominant.ts";
import { jobFlows } from "../../models/job-flows.ts";
import { membershipOf } from "../../models/membership.ts";
import { parseMonth } from "../../models/month.ts";
import type { Profile } from "../../models/profile.ts";
import { profileIndex } from "../../models/profile-index.ts";
import { sumBy } from "../../src/frame.ts";
import { loadProfile } from "../../src/profiles/profiles.ts";
import { secondCount } from "../../src/second-count.ts";
import { COUNTY, handPanel, randomPanel } from "../models/panels.ts";

const county = COUNTY as Profile;
const index = profileIndex(county);
const panel = randomPanel(3_000, county, parseMonth("2025-12"));

afterEach(() => vi.restoreAllMocks());

describe("sums by danfo", () => {
  it("are those of a hand count, negative keys and all", async () => {
    const [sums] = await sumBy([Int32Array.of(3, -1, 3, 0)], {
      people: Int32Array.of(1, 2, 4, -8),
      share: Float64Array.of(0.5, 0.25, 0.5, 0),
    });
    expect(Object.fromEntries(sums!)).toEqual({
      3: { people: 5, share: 1 },
      [-1]: { people: 2, share: 0.25 },
      0: { people: -8, share: 0 },
    });
  });

  it("are whole over more keys than danfo gets at a time, however the rows lie", async () => {
    // 1,000 keys of 0, 1 and 2 times themselves, a round of all keys after the other: 3 k each.
    const keys = Int32Array.from({ length: 3_000 }, (_, row) => row % 1_000);
    const people = keys.map((key, row) => key * Math.floor(row / 1_000));
    const [sums, one] = await sumBy([keys, new Int32Array(3_000)], { people });
    expect([...sums!]).toEqual(Array.from({ length: 1_000 }, (_, key) => [key, { people: 3 * key }]));
    expect([...one!]).toEqual([[0, { people: (3 * 999 * 1_000) / 2 }]]);
  });

  it("of nothing are nothing", async () => {
    expect(await sumBy([new Int32Array(0)], { people: new Int32Array(0) })).toEqual([new Map()]);
  });

  it("say nothing on the console", async () => {
    const said = [vi.spyOn(console, "log"), vi.spyOn(console, "warn"), vi.spyOn(process.stderr, "write")];
    await sumBy([Int32Array.of(1)], { people: Int32Array.of(1) });
    for (const spy of said) expect(spy).not.toHaveBeenCalled();
  });

  it("refuse what danfo would count wrongly", async () => {
    await expect(sumBy([Int32Array.of(1)], { people: Int32Array.of(1, 2) })).rejects.toThrow("2 rows, the keys 1");
    await expect(sumBy([Int32Array.of(1)], { people: Float64Array.of(Number.NaN) })).rejects.toThrow("contains NaN");
    await expect(sumBy([Int32Array.of(1)], { key: Int32Array.of(1) })).rejects.toThrow('cannot be called "key"');
  });
});

describe("the second count", () => {
  it.each(BASELINES)("agrees with jobFlows against %s, with and without the dominant employers", async (baseline) => {
    const { mask } = dominantEmployers(panel, 4);
    const whole = jobFlows(panel, index, { baseline });
    expect(await secondCount({ panel, profile: county, baseline }, whole)).toEqual([]);
    const without = jobFlows(panel, index, { baseline, excluded: mask });
    expect(await secondCount({ panel, profile: county, baseline, excluded: mask }, without)).toEqual([]);
  });

  it("agrees by size class and department too, and names what is off there", async () => {
    const wushan = loadProfile("wushan");
    const many = randomPanel(2_000, wushan, parseMonth("2025-12"));
    const membership = membershipOf(many, wushan, new Map());
    const input = { panel: many, profile: wushan, membership, baseline: "previous" } as const;
    const figures = jobFlows(many, profileIndex(wushan), { baseline: "previous", membership });
    expect(await secondCount(input, figures)).toEqual([]);
    const spoilt = figures.map((f) =>
      (f.dimension === "department" && f.code === "land") || (f.dimension === "size" && f.code === "micro")
        ? { ...f, base: f.base + 1 }
        : f,
    );
    const cells = (await secondCount(input, spoilt)).map((d) => d.cell);
    expect(cells).toEqual(["size:micro/previous/base", "department:land/previous/base"]);
  });

  it("names the cell of a figure one person off, and of a group left out", async () => {
    const figures = jobFlows(panel, index, { baseline: "previous" });
    const spoilt = figures
      .map((f) => (f.dimension === "section" && f.code === "C" ? { ...f, grossLoss: f.grossLoss + 1 } : f))
      .filter((f) => !(f.dimension === "region" && f.code === "500237100"));
    const cells = (await secondCount({ panel, profile: county, baseline: "previous" }, spoilt)).map((d) => d.cell);
    expect(cells).toEqual(["section:C/previous/grossLoss", "region:500237100/previous/headcount"]);
  });

  it("of an empty panel agrees", async () => {
    const empty = handPanel("2025-12", []);
    const figures = jobFlows(empty, index, { baseline: "previous" });
    expect(await secondCount({ panel: empty, profile: county, baseline: "previous" }, figures)).toEqual([]);
  });
});
