import { describe, expect, it } from "vitest";
import { groupLayout } from "../../models/groups/group-layout.ts";
import { chainOf, linkedMonths } from "../../models/linked-months.ts";
import { membershipOf } from "../../models/membership.ts";
import type { Panel } from "../../models/panel.ts";
import { profileIndex } from "../../models/profile-index.ts";
import { trend } from "../../models/trend.ts";
import { PROFILE } from "../reports/monthly-input.ts";
import { handPanel, randomPanel, type TestEnterprise } from "./panels.ts";

function chain(panel: Panel): number[] {
  const layout = groupLayout(panel, profileIndex(PROFILE), membershipOf(panel, PROFILE, new Map()));
  return [...chainOf(layout.groups[0]!, linkedMonths(panel, layout))];
}

const place = (...enterprises: TestEnterprise[]) => chain(handPanel("2025-12", enterprises));
const near = (values: readonly number[]) => values.map((v) => expect.closeTo(v, 9));

describe("the chain of a total", () => {
  it("is the total itself while everybody reports", () => {
    expect(place({ history: [100, 98, 96] }, { history: [50, 51, 50] })).toEqual(near([150, 149, 146]));
  });

  it("makes no step when an enterprise enters, leaves or falls silent", () => {
    // The sums are 150, 98, 96 and 100, 98, 146; only the first enterprise can be compared.
    expect(place({ history: [100, 98, 96] }, { history: [50, null, null] })).toEqual(near([100, 98, 96]));
    expect(place({ history: [100, 98, 96] }, { history: [null, null, 50] })).toEqual(
      near([(146 * 100) / 96, (146 * 98) / 96, 146]),
    );
  });

  it("leaves out the month of a registered transfer", () => {
    const panel = handPanel("2025-12", [
      { history: [100, 100, 60] },
      { history: [50, 50, 90] },
      { history: [10, 10, 9] },
    ]);
    const transferredMonth = Int32Array.of(panel.month, panel.month, -1);
    expect(chain({ ...panel, transferredMonth })).toEqual(near([(159 * 10) / 9, (159 * 10) / 9, 159]));
  });

  it("takes a headcount that doubles by 50 people for a merger or a slip, and so its fall back", () => {
    const steady = { history: [100, 100, 100, 100] };
    expect(place(steady, { history: [60, 600, 61, 60] })).toEqual(near([(160 * 161) / 160, 161, 161, 160]));
    expect(place(steady, { history: [60, 60, 600, 600] })).toEqual(near([700, 700, 700, 700]));
  });

  it("keeps a season that comes back to where it was", () => {
    expect(place({ history: [300, 100, 100, 300] })).toEqual(near([300, 100, 100, 300]));
  });

  it("ends where nobody can be compared", () => {
    const [first, ...rest] = place({ history: [100, null, 90, 91] });
    expect(first).toBeNaN();
    expect(rest.slice(1)).toEqual(near([90, 91]));
  });

  it("is the trend's own chain where there is neither jump nor transfer", () => {
    const panel = randomPanel(300, PROFILE, 2025 * 12 + 11, 24);
    const small = { ...panel, headcount: panel.headcount.map((h) => (h > 49 ? 49 : h)) };
    expect(chain(small)).toEqual(near(trend(small, { springFestival: false }).map((p) => p.chained!)));
  });
});
