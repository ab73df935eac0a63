import { expect, it } from "vitest";
import { groupLayout } from "../../models/groups/group-layout.ts";
import { sumJobsAtRisk } from "../../models/jobs-at-risk.ts";
import { membershipOf } from "../../models/membership.ts";
import { profileIndex } from "../../models/profile-index.ts";
import { PROFILE } from "../reports/monthly-input.ts";
import { handPanel } from "./panels.ts";

const panel = handPanel("2025-12", [
  { history: [100, 60], industry: 4, region: 1 },
  { history: [50, 50], industry: 9, region: 1 },
  { history: [30, 40], industry: 9, region: 2 },
]);

it("jobs at risk are the sum of each enterprise's own tenths, and groups without a risk are left out", () => {
  const layout = groupLayout(panel, profileIndex(PROFILE), membershipOf(panel, PROFILE, new Map()));
  // 12.34 and 0.06 are kept as 12.3 and 0.1; the third has no risk.
  const sums = sumJobsAtRisk(layout, (row) => [12.34, 0.06, Number.NaN][row]!);
  const of = (dimension: string) =>
    sums.filter((s) => s.dimension === dimension).map((s) => [s.code, s.enterprises, s.persons]);
  expect(of("place")).toEqual([["500237", 2, 12.4]]);
  expect(of("section")).toEqual([
    ["C", 1, 12.3],
    ["F", 1, 0.1],
  ]);
  expect(of("region")).toEqual([["500237001", 2, 12.4]]);
});
