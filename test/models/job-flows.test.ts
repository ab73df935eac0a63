import { describe, expect, it } from "vitest";
import { BASELINES, baselineMonth } from "../../models/baseline.ts";
import { crossFoot } from "../../models/cross-foot.ts";
import { dominantEmployers } from "../../models/dominant.ts";
import { type Dimension, type Figure, figureName } from "../../models/figure.ts";
import { jobFlows, jobFlowsWithAndWithout } from "../../models/job-flows.ts";
import { comparisonsIn, joiningIn } from "../../models/joined-months.ts";
import { formatMonth, parseMonth } from "../../models/month.ts";
import type { Panel } from "../../models/panel.ts";
import type { Profile } from "../../models/profile.ts";
import { profileIndex } from "../../models/profile-index.ts";
import { trend } from "../../models/trend.ts";
import { COUNTY, handPanel, randomPanel } from "./panels.ts";

const county = COUNTY as Profile;
const index = profileIndex(county);
const position = (code: string) => county.industries.findIndex((i) => i.code === code);
const figuresOf = (panel: Panel, baseline: (typeof BASELINES)[number] = "previous") =>
  jobFlows(panel, index, { baseline });
const find = (figures: readonly Figure[], dimension: Dimension, code: string) =>
  figures.find((f) => f.dimension === dimension && f.code === code)!;
const placeOf = (panel: Panel, baseline: (typeof BASELINES)[number] = "previous") =>
  find(figuresOf(panel, baseline), "place", "500237");

describe("job flows", () => {
  it("a loss of 20 and a gain of 10 on 150 are −10 net, 20 lost, −6.67 %", () => {
    const place = placeOf(handPanel("2025-12", [{ history: [100, 80] }, { history: [50, 60] }]));
    expect(place).toMatchObject({ matched: 2, base: 150, current: 140, change: -10, grossLoss: 20, grossGain: 10 });
    expect(place).toMatchObject({ down: 1, up: 1, flat: 0 });
    expect(place.rate).toBeCloseTo(-0.0667, 4);
    expect(place.destruction).toBeCloseTo(20 / 145, 12);
    expect(place.creation).toBeCloseTo(10 / 145, 12);
  });

  it.each([
    [827, 76_061, "1.09"],
    [1_370, 84_472, "1.62"],
    [450, 35_244, "1.28"],
  ])("hidden unemployment of %d among %d employed now is %s %%, whatever the baseline was", (hidden, now, printed) => {
    const place = placeOf(handPanel("2025-12", [{ history: [now * 2, now], hidden }]));
    expect((place.hiddenRate! * 100).toFixed(2)).toBe(printed);
  });

  it("a base of 0 is not computable, and an empty sample is no sample", () => {
    expect(placeOf(handPanel("2025-12", [{ history: [0, 5] }]))).toMatchObject({ matched: 1, base: 0, rate: null });
    expect(placeOf(handPanel("2025-12", []))).toMatchObject({ matched: 0, reporting: 0, rate: null, hidden: null });
  });

  it("a missing report is neither 0 nor unchanged: new, closed and silent enterprises stay out of the comparison", () => {
    const panel = handPanel("2025-12", [
      { history: [100, 90] },
      { history: [null, 7] },
      { history: [30, null], closed: true },
      { history: [40, null] },
      { history: [null, null] },
    ]);
    expect(placeOf(panel)).toMatchObject({
      ...{ reporting: 2, headcount: 97, matched: 1, base: 100, current: 90, change: -10, grossLoss: 10 },
      ...{ entered: 1, enteredPeople: 7, left: 1, leftPeople: 30, silent: 1, silentPeople: 40 },
    });
  });

  it("each baseline is its own month", () => {
    const history = [50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150, 160, 170, 180, 190];
    const panel = handPanel("2025-03", [{ history, first: 10 }]);
    const bases = BASELINES.map((b) => [b, placeOf(panel, b).base]);
    // 2025-03 is the last; 2024-12 is three before it, 2024-03 twelve before it.
    expect(Object.fromEntries(bases)).toEqual({ previous: 180, "year-start": 160, "first-filing": 10, "year-ago": 70 });
    expect(formatMonth(baselineMonth("year-start", parseMonth("2025-12"))!)).toBe("2024-12");
    expect(formatMonth(baselineMonth("year-start", parseMonth("2025-01"))!)).toBe("2024-12");
    expect(baselineMonth("first-filing", parseMonth("2025-01"))).toBeNull();
  });

  it("a baseline before the panel begins has no sample", () => {
    expect(placeOf(handPanel("2025-12", [{ history: [100, 80] }]), "year-ago")).toMatchObject({
      matched: 0,
      entered: 1,
    });
  });

  it("dispatch changes only between months that both say, and hidden is null where nobody says", () => {
    const panel = handPanel("2025-12", [
      { history: [100, 100], dispatch: 10, dispatchBefore: 30 },
      { history: [100, 100], dispatch: 5 },
      { history: [100, 100], dispatchBefore: 9 },
    ]);
    expect(placeOf(panel)).toMatchObject({ dispatch: 15, dispatchReports: 2, dispatchChange: -20, dispatchPairs: 1 });
    expect(placeOf(panel)).toMatchObject({ hidden: null, hiddenRate: null });
    expect(placeOf(panel, "first-filing").dispatchChange).toBeNull();
  });

  it("sectors follow the finest industry that names one, not the letter", () => {
    const figures = figuresOf(
      handPanel("2025-12", [
        { history: [10, 9], industry: position("05") },
        { history: [20, 18], industry: position("43") },
        { history: [30, 27], industry: position("131") },
        { history: [40, 36] },
      ]),
    );
    expect(find(figures, "sector", "3").base).toBe(30);
    expect(find(figures, "sector", "2").base).toBe(30);
    expect(find(figures, "sector", "-").base).toBe(40);
    expect(find(figures, "section", "A").base).toBe(10);
    expect(find(figures, "division", "13")).toMatchObject({ base: 30, parent: "C" });
  });

  it("an enterprise known only by section is a division of its own there, and named so", () => {
    const figures = figuresOf(handPanel("2025-12", [{ history: [10, 9], industry: position("C") }]));
    expect(find(figures, "division", "C-")).toMatchObject({ base: 10, parent: "C" });
    expect(figureName(county, "division", "C-").zh).toBe("制造业（大类未明）");
    expect(figureName(county, "sizeBand", "10").zh).toBe("10—49人");
    expect(figureName(county, "sizeBand", "250").zh).toBe("250人及以上");
    expect(figureName(county, "place", "500237").zh).toBe("巫山县");
  });

  it("the size band is that of the mean of both months", () => {
    const figures = figuresOf(handPanel("2025-12", [{ history: [60, 30] }, { history: [60, 42] }]));
    expect(find(figures, "sizeBand", "10").base).toBe(60);
    expect(find(figures, "sizeBand", "50").base).toBe(60);
  });

  it("add up over 30,000 enterprises, and so do they without the dominant ones from the same pass", () => {
    const panel = randomPanel(30_000, county, parseMonth("2025-12"));
    const index = profileIndex(county);
    const dominant = dominantEmployers(panel, 4);
    const { all, without } = jobFlowsWithAndWithout(panel, index, { baseline: "year-ago" }, dominant.rows);
    expect(crossFoot(all)).toEqual([]);
    expect(all).toEqual(jobFlows(panel, index, { baseline: "year-ago" }));
    expect(without).toEqual(jobFlows(panel, index, { baseline: "year-ago", excluded: dominant.mask }));
  });
});

describe("the dominant employers", () => {
  it("are the largest that report now, and leave the figures together", () => {
    const panel = handPanel("2025-12", [
      { history: [500, 400] },
      { history: [900, null] },
      { history: [10, 20] },
      { history: [300, 400] },
      { history: [5, 5] },
    ]);
    const dominant = dominantEmployers(panel, 2);
    expect(dominant).toMatchObject({ rows: [0, 3], headcount: 800, share: 800 / 825 });
    const [place] = jobFlows(panel, index, { baseline: "previous", excluded: dominant.mask });
    expect(place).toMatchObject({ base: 15, current: 25, reporting: 2, silent: 1 });
  });

  it("are fewer when fewer report", () => {
    expect(dominantEmployers(handPanel("2025-12", [{ history: [1, 2] }]), 4).rows).toEqual([0]);
    expect(dominantEmployers(handPanel("2025-12", []), 4)).toMatchObject({ rows: [], share: null });
  });
});

describe("cross-footing", () => {
  const figures = BASELINES.flatMap((b) => figuresOf(randomPanel(2_000, county, parseMonth("2025-12")), b));

  it("finds nothing where everything adds up", () => {
    expect(figures.length).toBeGreaterThan(60);
    expect(crossFoot(figures)).toEqual([]);
  });

  it.each([
    ["region:500237100/previous/grossLoss", "place:500237/previous/grossLoss"],
    ["division:13/year-ago/base", "division:13/year-ago/change"],
    ["division:13/year-ago/hidden", "section:C/year-ago/hidden"],
    ["sector:2/year-start/left", "place:500237/year-start/left"],
  ])("one person too many in %s is found at %s", (spoilt, cell) => {
    const wrong = figures.map((f) =>
      spoilt.startsWith(`${f.dimension}:${f.code}/${f.baseline}/`)
        ? { ...f, [spoilt.split("/")[2]!]: Number(f[spoilt.split("/")[2] as keyof Figure]) + 1 }
        : f,
    );
    expect(crossFoot(wrong).map((d) => d.cell)).toContain(cell);
  });

  it("finds a division whose section is missing", () => {
    const cells = crossFoot(figures.filter((f) => !(f.dimension === "section" && f.code === "C"))).map((d) => d.cell);
    expect(cells).toContain("division:13/previous/parent");
  });
});

describe("trend", () => {
  it("chains back by the matched sample, so a new reporter makes no step", () => {
    const panel = handPanel("2025-03", [{ history: [100, 90, 81] }, { history: [null, null, 1000] }]);
    const points = trend(panel, { springFestival: true });
    expect(points.map((p) => p.headcount)).toEqual([100, 90, 1081]);
    // 1081 ÷ 0.9 = 1201.11, ÷ 0.9 = 1334.57
    expect(points.map((p) => Math.round(p.chained!))).toEqual([1335, 1201, 1081]);
    expect(points.map((p) => p.rate)).toEqual([null, -0.1, -0.1]);
    expect(points.map((p) => p.springFestival)).toEqual([true, false, false]);
  });

  it("stops where no enterprise links two months, and an empty month is empty, not 0", () => {
    const points = trend(handPanel("2025-12", [{ history: [100, null, 81] }]), { springFestival: false });
    expect(points.map((p) => p.headcount)).toEqual([100, null, 81]);
    expect(points.map((p) => p.chained)).toEqual([null, null, 81]);
  });
});

describe("January and February", () => {
  const history = [100, 110, ...Array(10).fill(120), 90, 100];

  it("are joined against the same two months a year before, in every dimension", () => {
    const panel = handPanel("2025-02", [
      { history, industry: position("13") },
      { history: [null, ...history.slice(1)], industry: position("13") },
    ]);
    const figures = jobFlows(panel, index, { baseline: "joined-year-ago" });
    // (100 + 110) / 2 = 105, (90 + 100) / 2 = 95; the second enterprise lacks the January before.
    const joined = { matched: 1, base: 105, current: 95, change: -10, rate: -10 / 105, grossLoss: 10, entered: 1 };
    expect(find(figures, "place", "500237")).toMatchObject(joined);
    expect(find(figures, "section", "C")).toMatchObject(joined);
    expect(find(figures, "sector", "2")).toMatchObject(joined);
  });

  it("joined add up like any other month, halves included", () => {
    const figures = jobFlows(randomPanel(2_000, county, parseMonth("2025-02")), index, { baseline: "joined-year-ago" });
    expect(figures.some((f) => f.base % 1 !== 0)).toBe(true);
    expect(crossFoot(figures)).toEqual([]);
  });

  it("are joined in February, not yet in January, and neither in other months nor without Spring Festival", () => {
    const joining = (month: string, festival = true) => joiningIn(parseMonth(month), festival);
    expect(["2025-01", "2025-02", "2025-03", "2025-12"].map((m) => joining(m))).toEqual([
      "not-yet",
      "joined",
      null,
      null,
    ]);
    expect(joining("2025-02", false)).toBeNull();
    expect(comparisonsIn(parseMonth("2025-02"), true)).toEqual([...BASELINES, "joined-year-ago"]);
    expect(comparisonsIn(parseMonth("2025-01"), true)).toEqual(BASELINES);
  });
});

describe("the profile index", () => {
  it("refuses an industry without its parent", () => {
    const broken = { ...county, industries: [{ ...county.industries[1]!, parent: "Z" }] };
    expect(() => profileIndex(broken)).toThrow("industry 01 names an unknown parent Z");
  });
});
