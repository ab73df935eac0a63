import { describe, expect, it } from "vitest";
import { BASELINES, type Comparison } from "../../../models/baseline.ts";
import { dominantEmployers } from "../../../models/dominant.ts";
import type { Figure } from "../../../models/figure.ts";
import { jobFlows } from "../../../models/job-flows.ts";
import { comparisonsIn } from "../../../models/joined-months.ts";
import { membershipOf } from "../../../models/membership.ts";
import { parseMonth } from "../../../models/month.ts";
import type { Profile } from "../../../models/profile.ts";
import { profileIndex } from "../../../models/profile-index.ts";
import { scopeKey } from "../../../models/report-scope.ts";
import { scopeFigures } from "../../../models/scope-figures.ts";
import { loadProfile } from "../../../src/profiles/profiles.ts";
import { secondCount } from "../../../src/recount/second-count.ts";
import { COUNTY, handPanel, randomPanel } from "../../models/panels.ts";

const county = COUNTY as Profile;
const index = profileIndex(county);
const panel = randomPanel(3_000, county, parseMonth("2025-12"));
const whole = (figures: readonly Figure[]) => [{ key: "", figures }];
const flows = (comparisons: readonly Comparison[], excluded?: Uint8Array) =>
  comparisons.flatMap((baseline) => jobFlows(panel, index, { baseline, ...(excluded ? { excluded } : {}) }));

describe("the second count", () => {
  it("agrees with jobFlows against every baseline, with and without the dominant employers", async () => {
    const { mask } = dominantEmployers(panel, 4);
    const input = { panel, profile: county, comparisons: BASELINES };
    expect(await secondCount(input, whole(flows(BASELINES)))).toEqual([]);
    expect(await secondCount({ ...input, excluded: mask }, whole(flows(BASELINES, mask)))).toEqual([]);
  });

  it("agrees for January and February joined", async () => {
    const february = randomPanel(1_000, county, parseMonth("2025-02"));
    const comparisons = comparisonsIn(february.month, true);
    const figures = comparisons.flatMap((baseline) => jobFlows(february, index, { baseline }));
    expect(await secondCount({ panel: february, profile: county, comparisons }, whole(figures))).toEqual([]);
  });

  const wushan = loadProfile("wushan");
  const many = randomPanel(2_000, wushan, parseMonth("2025-12"));
  const membership = membershipOf(many, wushan, new Map());
  const input = { panel: many, profile: wushan, membership, comparisons: BASELINES };

  it("agrees by size class and department too, and names what is off there", async () => {
    const figures = BASELINES.flatMap((baseline) => jobFlows(many, profileIndex(wushan), { baseline, membership }));
    expect(await secondCount(input, whole(figures))).toEqual([]);
    const spoilt = figures.map((f) =>
      f.baseline === "year-ago" &&
      ((f.dimension === "department" && f.code === "land") || (f.dimension === "size" && f.code === "micro"))
        ? { ...f, base: f.base + 1 }
        : f,
    );
    const cells = (await secondCount(input, whole(spoilt))).map((d) => d.cell);
    expect(cells.toSorted()).toEqual(["department:land/year-ago/base", "size:micro/year-ago/base"]);
  });

  it("agrees for every department and region, and names the cell of one that is a person off", async () => {
    const scopes = scopeFigures(many, wushan, profileIndex(wushan), membership).map(({ scope, all }) => ({
      ...{ key: scopeKey(scope), figures: all },
    }));
    expect(scopes.length).toBeGreaterThan(40);
    expect(await secondCount(input, scopes)).toEqual([]);
    const spoilt = scopes.map(({ key, figures }) => ({
      key,
      figures: figures.map((f) =>
        key === "region:500237101" && f.dimension === "department" && f.code === "miit" && f.baseline === "previous"
          ? { ...f, current: f.current - 1 }
          : f,
      ),
    }));
    expect((await secondCount(input, spoilt)).map((d) => d.cell)).toEqual([
      "region:500237101/department:miit/previous/current",
    ]);
  });

  it("names the cell of a figure one person off, of a size band, and of a group left out", async () => {
    const figures = flows(["previous"]);
    const spoilt = figures
      .map((f) => (f.dimension === "section" && f.code === "C" ? { ...f, grossLoss: f.grossLoss + 1 } : f))
      .map((f) => (f.dimension === "sizeBand" && f.code === "50" ? { ...f, base: f.base - 1 } : f))
      .filter((f) => !(f.dimension === "region" && f.code === "500237100"));
    const found = await secondCount({ panel, profile: county, comparisons: ["previous"] }, whole(spoilt));
    expect(found.map((d) => d.cell)).toEqual([
      "section:C/previous/grossLoss",
      "region:500237100/previous/headcount",
      "sizeBand:50/previous/base",
    ]);
  });

  it("of an empty panel agrees", async () => {
    const empty = handPanel("2025-12", []);
    const figures = jobFlows(empty, index, { baseline: "previous" });
    const nobody = { panel: empty, profile: county, comparisons: ["previous"] as const };
    expect(await secondCount(nobody, whole(figures))).toEqual([]);
  });
});
