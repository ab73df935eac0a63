import { monthCounts } from "../../models/counts/month-counts.ts";
import { groupLayout } from "../../models/groups/group-layout.ts";
import { groupOutlines } from "../../models/groups/group-outline.ts";
import { sumJobsAtRisk } from "../../models/jobs-at-risk.ts";
import { membershipOf } from "../../models/membership.ts";
import { GAP, type Panel } from "../../models/panel.ts";
import { profileIndex } from "../../models/profile-index.ts";
import type { OutlookInput } from "../../reports/outlook-input.ts";
import { PROFILE } from "./monthly-input.ts";

/** What a run would have stored of a panel, with one job in ten at risk and nothing counted but the silent. */
export function outlookInput(panel: Panel, changes: Partial<OutlookInput> = {}): OutlookInput {
  const layout = groupLayout(panel, profileIndex(PROFILE), membershipOf(panel, PROFILE, new Map()));
  const { outlines, forecasts, expected } = groupOutlines(panel, layout, true);
  const last = (row: number) => panel.headcount[(row + 1) * panel.width - 1]!;
  const rows = Array.from({ length: panel.size }, (_, row) => row);
  const silent = rows.filter((row) => last(row) === GAP && panel.closed[row] === 0);
  const counts = monthCounts(
    PROFILE.place,
    ["alarming", "silent"],
    silent.map(() => ({ kind: "silent", section: "C", region: "500237100" })),
  );
  return {
    ...{ outlines, expected },
    atRisk: sumJobsAtRisk(layout, (row) => (last(row) === GAP ? Number.NaN : last(row) / 10)),
    enterprises: new Map(rows.map((row) => [row + 1, { code: `E${row + 1}`, name: `第${row + 1}号企业` }])),
    counts: counts.map((count) => ({ ...count, alarm: { kind: "too-short", have: 2, need: 8 } })),
    forecasts: forecasts.map((made) => ({ made, outcomes: [] })),
    record: [],
    ...changes,
  };
}
