import { describe, expect, it } from "vitest";
import { parseMonth } from "../../models/month.ts";
import { Problem } from "../../models/problem.ts";
import { text } from "../../models/text.ts";
import { monthlyFacts } from "../../reports/facts.ts";
import type { CollectiveInput, MonthlyInput } from "../../reports/input.ts";
import { randomPanel } from "../models/panels.ts";
import { alert, monthlyInput, PROFILE } from "./monthly-input.ts";

const input = monthlyInput(randomPanel(400, PROFILE, parseMonth("2025-12")));

function problemOf(changes: Partial<MonthlyInput>): Problem {
  try {
    monthlyFacts({ ...input, ...changes });
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error("the report was issued");
}

const oneMore = (dimension: string, code: string) =>
  input.figures.map((f) =>
    f.dimension === dimension && f.code === code && f.baseline === "previous"
      ? { ...f, grossLoss: f.grossLoss + 1 }
      : f,
  );

const collective = (changes: Partial<CollectiveInput>, met: boolean): CollectiveInput => ({
  ...{ rule: "shandong", name: text("多户集中减员", "Several at once"), level: "red", enterprises: 0, needed: 5 },
  ...{ bound: null, ...changes, met },
});

describe("a report that does not add up is not issued", () => {
  it.each<[string, Partial<MonthlyInput>]>([
    ["place:500237/previous/grossLoss", { figures: oneMore("region", "500237100") }],
    ["section:C/previous/grossLoss", { figures: oneMore("division", "39") }],
    ["without-dominant/place:500237/previous/change", { withoutDominant: spoilt(input.withoutDominant) }],
    ["place/year-ago", { figures: input.figures.filter((f) => f.baseline !== "year-ago") }],
    ["completeness/reported", { completeness: { ...input.completeness, reported: 1 } }],
    ["completeness/expected", { completeness: { ...input.completeness, silent: [] } }],
    ["trend/last/headcount", { trend: input.trend.slice(0, -1) }],
    ["collective/shandong/met", { collective: [collective({ enterprises: 5 }, false)] }],
    ["collective/shandong/met", { collective: [collective({ enterprises: 7, bound: 7 }, true)] }],
    [
      "reductions/types",
      { reductions: { types: [{ term: 5, enterprises: 1, people: 1e6 }], reasons: [], further: [] } },
    ],
  ])("and names %s", (cell, changes) => {
    const problem = problemOf(changes);
    expect(problem.code).toBe("report-does-not-add-up");
    expect(problem.reason.zh).toContain(cell);
    expect(problem.next.zh).toContain("报告未签发");
  });
});

function spoilt(figures: MonthlyInput["withoutDominant"]) {
  return figures.map((f) =>
    f.dimension === "place" && f.baseline === "previous" ? { ...f, current: f.current + 1 } : f,
  );
}

describe("facts", () => {
  it.each([
    [5, null, true],
    [4, null, false],
    [7, 7, false], // enough, but no more than is usual here
    [8, 7, true],
  ])("of a rule on the whole place add up: %i of 5 needed, up to %s usual", (enterprises, bound, met) => {
    const facts = monthlyFacts({ ...input, collective: [collective({ enterprises, bound }, met)] });
    expect(facts.alerts.collective[0]!.met).toBe(met);
  });

  it("survive JSON unchanged", () => {
    const facts = monthlyFacts({ ...input, alerts: [alert()] });
    expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
  });

  it("list open alerts from the most severe and the highest score down, ended ones apart", () => {
    const alerts = [
      alert({ code: "a", level: "blue", risk: 0.99 }),
      alert({ code: "b", level: "red", risk: 0.1 }),
      alert({ code: "c", level: "red", risk: 0.5 }),
      alert({ code: "d", level: null, reason: "closed" }),
    ];
    const facts = monthlyFacts({ ...input, alerts }).alerts;
    expect(facts.open.map((a) => a.code)).toEqual(["c", "b", "a"]);
    expect(facts.ended.map((a) => a.code)).toEqual(["d"]);
    expect(facts.levels.map((l) => l.open)).toEqual([2, 0, 0, 1]);
  });

  it("keep groups nobody can place at the end", () => {
    const { sector, region, section } = monthlyFacts(input).groups;
    expect([sector.at(-1)!.name.zh, region.at(-1)!.name.zh, section.at(-1)!.name.zh]).toEqual([
      ...["产业未明", "区划未明", "行业未明"],
    ]);
  });
});
