import { describe, expect, it } from "vitest";
import { PEER_SHARES, peerPlace } from "../../../models/account/peer-place.ts";
import { cohortTree } from "../../../models/scoring/cohort-tree.ts";
import { limitsOf } from "../../../models/scoring/limits.ts";
import { sizeBand } from "../../../models/size-band.ts";
import { wushan } from "../../county.ts";

const { industries, regions, sizeBands, calendar, thresholds } = wushan;
const tree = cohortTree(industries, regions.length, sizeBands, calendar.springFestival);

/** 21 of one trade, size and town, of 1,000 each: from 10 % down to 10 % up, a percent apart, in no order; one of another town. */
const changed = [...Array.from({ length: 21 }, (_, i) => ((i * 8) % 21) - 10), -50];
const movements = {
  size: changed.length,
  industry: Int32Array.from(changed, () => 30),
  region: Int32Array.from(changed, (_, i) => (i < 21 ? 2 : 3)),
  base: Int32Array.from(changed, () => 1000),
  current: Int32Array.from(changed, (percent) => 1000 + 10 * percent),
};
const asker = { industry: 30, region: 2, band: sizeBand(sizeBands, 1000), own: -0.07 };

describe("the place among peers", () => {
  it("is told by what tenths and quarters of them stay below, and by how many fell further", () => {
    const place = peerPlace(movements, tree, limitsOf(thresholds.detector), asker)!;
    expect(place).toMatchObject({ kind: "region", enterprises: 21, below: 3 }); // −10, −9 and −8 %
    expect(place.median).toBeCloseTo(0, 12);
    // Of 21 sorted, the third, sixth, eleventh, sixteenth and nineteenth.
    const byHand = [-0.08, -0.05, 0, 0.05, 0.08];
    expect(place.spread.length).toBe(PEER_SHARES.length);
    for (const [i, value] of byHand.entries()) expect(place.spread[i]).toBeCloseTo(value, 12);
  });

  it("has no place where its own change is not known, and no group where its trade is not", () => {
    const limits = limitsOf(thresholds.detector);
    expect(peerPlace(movements, tree, limits, { ...asker, own: null })!.below).toBeNull();
    expect(peerPlace(movements, tree, limits, { ...asker, industry: -1 })).toBeNull();
  });
});
