import { describe, expect, it } from "vitest";
import { groupLayout } from "../../../models/groups/group-layout.ts";
import { groupSnapshots } from "../../../models/groups/group-snapshot.ts";
import { membershipOf } from "../../../models/membership.ts";
import { parseMonth } from "../../../models/month.ts";
import type { Panel } from "../../../models/panel.ts";
import { profileIndex } from "../../../models/profile-index.ts";
import { PROFILE } from "../../reports/monthly-input.ts";
import { handPanel, randomPanel } from "../panels.ts";

const index = profileIndex(PROFILE);

function snapshots(panel: Panel) {
  const layout = groupLayout(panel, index, membershipOf(panel, PROFILE, new Map()));
  const found = groupSnapshots(panel, layout);
  return (dimension: string, code: string) =>
    found[layout.groups.findIndex((g) => g.dimension === dimension && g.code === code)]!;
}

// Manufacturing: 100 → 60 (1), 50 → 50 (2), 30 → 40 (3), 20 → 21 (4). Retail: 10 → 5 (5). New this month: 200 (6).
const COUNTY = handPanel("2025-12", [
  { history: [100, 60], industry: 4, region: 1 },
  { history: [50, 50], industry: 5, region: 1 },
  { history: [30, 40], industry: 6, region: 2 },
  { history: [20, 21], industry: 6, region: 2 },
  { history: [10, 5], industry: 9, region: 2 },
  { history: [null, 200], industry: 9, region: 3 },
]);

describe("what a month says of a group", () => {
  it("tells how widely it moved, by enterprises and by their jobs", () => {
    // Place: 2 grew, 2 fell, 1 stayed. Jobs: growing 35 + 20.5 = 55.5, falling 80 + 7.5 = 87.5, all 55.5 + 87.5 + 50 = 193.
    const { diffusion } = snapshots(COUNTY)("place", "500237");
    expect(diffusion).toMatchObject({ growing: 2, falling: 2, matched: 5, index: 0 });
    expect(diffusion.jobIndex).toBeCloseTo((55.5 - 87.5) / 193, 12);
    // Manufacturing: 2 of 4 grew, 1 fell.
    expect(snapshots(COUNTY)("section", "C").diffusion.index).toBeCloseTo(0.25, 12);
  });

  it("tells who holds the jobs, over everybody who reports", () => {
    // 60, 50, 40, 21, 5 and 200 of 376; squares 3600 + 2500 + 1600 + 441 + 25 + 40000 = 48166.
    const { concentration } = snapshots(COUNTY)("place", "500237");
    expect(concentration).toMatchObject({ enterprises: 6, persons: 376 });
    expect(concentration.top1).toBeCloseTo(200 / 376, 12);
    expect(concentration.top4).toBeCloseTo(350 / 376, 12);
    expect(concentration.herfindahl).toBeCloseTo(48_166 / 376 ** 2, 12);
    expect(snapshots(COUNTY)("region", "500237101").concentration.herfindahl).toBe(1);
  });

  it("names who explains the change, largest first, with the part of the gross loss or gain", () => {
    const { losses, gains, grossLoss, grossGain } = snapshots(COUNTY)("place", "500237");
    expect([grossLoss, grossGain]).toEqual([45, 11]);
    expect(losses.map((c) => [c.enterprise, c.base, c.current, c.share])).toEqual([
      [1, 100, 60, 40 / 45],
      [5, 10, 5, 5 / 45],
    ]);
    expect(gains.map((c) => [c.enterprise, c.current - c.base])).toEqual([
      [3, 10],
      [4, 1],
    ]);
  });

  it("marks a fall whose people went to a successor", () => {
    const panel = { ...COUNTY, transferred: Uint8Array.of(1, 0, 0, 0, 0, 0) };
    expect(snapshots(panel)("place", "500237").losses.map((c) => c.transferred)).toEqual([true, false]);
  });

  it("computes nothing where nothing can be compared", () => {
    const { diffusion, losses } = snapshots(COUNTY)("region", "500237101");
    expect(diffusion).toMatchObject({ matched: 0, index: null, jobIndex: null });
    expect(losses).toEqual([]);
  });

  it("adds up over sections, regions and sizes, whoever they are", () => {
    const panel = randomPanel(400, PROFILE, parseMonth("2025-12"), 13);
    const layout = groupLayout(panel, index, membershipOf(panel, PROFILE, new Map()));
    const found = groupSnapshots(panel, layout);
    const place = found[0]!;
    for (const dimension of ["sector", "section", "division", "region", "size"]) {
      const parts = found.filter((_, g) => layout.groups[g]!.dimension === dimension);
      const sum = (of: (one: (typeof found)[number]) => number) => parts.reduce((total, one) => total + of(one), 0);
      expect(sum((one) => one.diffusion.growing)).toBe(place.diffusion.growing);
      expect(sum((one) => one.concentration.persons)).toBe(place.concentration.persons);
      expect(sum((one) => one.grossLoss)).toBe(place.grossLoss);
    }
  });
});
