import { describe, expect, it } from "vitest";
import { BASELINES, type Comparison } from "../../../models/baseline.ts";
import type { Disagreement } from "../../../models/cross-foot.ts";
import type { Figure } from "../../../models/figure.ts";
import { jobFlows } from "../../../models/job-flows.ts";
import { comparisonsIn } from "../../../models/joined-months.ts";
import { membershipOf } from "../../../models/membership.ts";
import { parseMonth } from "../../../models/month.ts";
import type { Profile } from "../../../models/profile.ts";
import { profileIndex } from "../../../models/profile-index.ts";
import { scopeKey } from "../../../models/report-scope.ts";
import { countedIn, scopeFigures } from "../../../models/scope-figures.ts";
import { loadProfile } from "../../../src/profiles/profiles.ts";
import { secondCount } from "../../../src/recount/second-count.ts";
import { COUNTY, handPanel, randomPanel } from "../../models/panels.ts";
import { threshold } from "../../reports/monthly-input.ts";

const county = { ...COUNTY, dominantEnterprises: threshold(4, "enterprises") } as Profile;
const index = profileIndex(county);
const panel = randomPanel(3_000, county, parseMonth("2025-12"));
const whole = (figures: readonly Figure[]) => [{ key: "", figures }];
const flows = (comparisons: readonly Comparison[]) =>
  comparisons.flatMap((baseline) => jobFlows(panel, index, { baseline }));

/** Cells that differ, and not those of the same figure that follow from them. */
function named(found: readonly Disagreement[]): string[] {
  const cells = found.map(({ cell }) => cell);
  const first = cells.filter((cell) => !/\/(change|rate|creation|destruction|hiddenRate)$/.test(cell));
  return first.length > 0 ? first : cells;
}

describe("the second count", () => {
  it("agrees with jobFlows against every baseline", async () => {
    expect(await secondCount({ panel, profile: county, comparisons: BASELINES }, whole(flows(BASELINES)))).toEqual([]);
  });

  it("agrees for January and February joined", async () => {
    const february = randomPanel(1_000, county, parseMonth("2025-02"));
    const comparisons = comparisonsIn(february.month, true);
    const figures = comparisons.flatMap((baseline) => jobFlows(february, index, { baseline }));
    expect(await secondCount({ panel: february, profile: county, comparisons }, whole(figures))).toEqual([]);
  });

  const wushan = loadProfile("wushan");
  const many = randomPanel(600, wushan, parseMonth("2025-12"));
  const membership = membershipOf(many, wushan, new Map());
  const input = { panel: many, profile: wushan, membership, comparisons: BASELINES };

  it("agrees by size class and department too, and names what is off there", async () => {
    const figures = BASELINES.flatMap((baseline) => jobFlows(many, profileIndex(wushan), { baseline, membership }));
    expect(await secondCount(input, whole(figures))).toEqual([]);
    const spoilt = figures.map((f) =>
      f.baseline === "year-ago" &&
      ((f.dimension === "department" && f.code === "land") || (f.dimension === "size" && f.code === "small"))
        ? { ...f, base: f.base + 1 }
        : f,
    );
    const cells = named(await secondCount(input, whole(spoilt)));
    expect(cells.toSorted()).toEqual(["department:land/year-ago/base", "size:small/year-ago/base"]);
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
    expect(named(await secondCount(input, spoilt))).toEqual(["region:500237101/department:miit/previous/current"]);
  });

  it("names the cell of a figure one person off, of a size band, and of a group left out", async () => {
    const figures = flows(["previous"]);
    const spoilt = figures
      .map((f) => (f.dimension === "section" && f.code === "C" ? { ...f, grossLoss: f.grossLoss + 1 } : f))
      .map((f) => (f.dimension === "sizeBand" && f.code === "50" ? { ...f, base: f.base - 1 } : f))
      .filter((f) => !(f.dimension === "region" && f.code === "500237100"));
    const found = await secondCount({ panel, profile: county, comparisons: ["previous"] }, whole(spoilt));
    expect(named(found)).toEqual([
      "section:C/previous/grossLoss",
      "region:500237100/previous/reporting",
      "sizeBand:50/previous/base",
    ]);
  });

  const counts = () => {
    const index = profileIndex(wushan);
    const whole = countedIn(many, wushan, index, membership);
    const scopes = scopeFigures(many, wushan, index, membership);
    return [
      { key: "", figures: whole.all, ...whole },
      ...scopes.map((one) => ({ key: scopeKey(one.scope), figures: one.all, ...one })),
    ];
  };
  const all = { ...input, comparisons: comparisonsIn(many.month, true) };
  type Counted = ReturnType<typeof counts>[number];

  it("agrees about everything that a month counts: with and without the largest employers, and month by month", async () => {
    expect(await secondCount(all, counts())).toEqual([]);
  });

  const PARTS = [
    "matched",
    "entered",
    "leftPeople",
    "silent",
    "up",
    "grossGain",
    "dispatch",
    "hidden",
    "rate",
  ] as const;
  const off = (figures: readonly Figure[], at: Partial<Figure>, column: keyof Figure): Figure[] =>
    figures.map((f) =>
      Object.entries(at).every(([key, value]) => f[key as keyof Figure] === value)
        ? { ...f, [column]: Number(f[column] ?? 0) + 1 }
        : f,
    );
  const at = (code: string, baseline: Comparison): Partial<Figure> => ({ code, baseline });

  it.each<readonly [table: string, spoil: (one: Counted) => Counted, cells: readonly string[]]>([
    ...PARTS.map(
      (column) =>
        [
          `groups: ${column}`,
          (one: Counted) => ({ ...one, figures: off(one.figures, at("C", "previous"), column) }),
          [`section:C/previous/${column}`],
        ] as const,
    ),
    [
      "size bands against the year before",
      (one) => ({
        ...one,
        figures: off(one.figures, { dimension: "sizeBand", code: "50", baseline: "year-ago" }, "flat"),
      }),
      ["sizeBand:50/year-ago/flat"],
    ],
    [
      "without the largest employers",
      (one) => ({ ...one, withoutDominant: off(one.withoutDominant, at("500237", "year-start"), "current") }),
      ["without-dominant/place:500237/year-start/current"],
    ],
    [
      "a group without the largest employers",
      (one) => ({ ...one, withoutDominant: off(one.withoutDominant, at("C", "quarter-start"), "destruction") }),
      ["without-dominant/section:C/quarter-start/destruction"],
    ],
    [
      "the largest employers themselves",
      (one) => ({ ...one, dominant: { ...one.dominant, headcount: one.dominant.headcount - 1 } }),
      ["dominant/headcount"],
    ],
    [
      "the months of the trend",
      (one) => ({
        ...one,
        trend: one.trend.map((p, i) => (i === one.trend.length - 13 ? { ...p, base: p.base + 1 } : p)),
      }),
      ["trend/2024-12/base"],
    ],
  ])("stops at one wrong cell and names it: %s", async (_table, spoil, cells) => {
    const [whole, ...parts] = counts();
    expect(named(await secondCount(all, [spoil(whole!), ...parts]))).toEqual(cells);
    const [part] = parts;
    if (cells[0]!.startsWith("without-dominant/place")) {
      const spoilt = { ...part!, withoutDominant: off(part!.withoutDominant, at("500237", "year-start"), "current") };
      expect(named(await secondCount(all, [spoilt]))).toEqual([`${part!.key}/${cells[0]}`]);
    }
  });

  it("of an empty panel agrees", async () => {
    const empty = handPanel("2025-12", []);
    const figures = jobFlows(empty, index, { baseline: "previous" });
    const nobody = { panel: empty, profile: county, comparisons: ["previous"] as const };
    expect(await secondCount(nobody, whole(figures))).toEqual([]);
  });
});
