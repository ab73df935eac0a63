import { describe, expect, it } from "vitest";
import { checkFreshness } from "../../models/freshness.ts";
import { parseMonth } from "../../models/month.ts";
import { checkPresence } from "../../models/month-checks.ts";
import { presenceIn } from "../../models/presence.ts";
import { checkSilentSources } from "../../models/source-checks.ts";
import { handPanel } from "./panels.ts";

const MARCH = parseMonth("2025-03");
const codes = (findings: readonly { readonly code: string; readonly severity: string }[]) =>
  findings.map(({ code, severity }) => `${severity} ${code}`);

/** 100 people last month, of whom `again` are reported on. */
const panelOf = (again: number) =>
  handPanel("2025-03", [{ history: [again, again + 1] }, { history: [100 - again, null] }]);

describe("a month of which too few report", () => {
  // reliability.md: coverage ≥ 95 % of last month's headcount, freshness warn day 8 and error day 12.
  it.each([
    ["2025-04-07", "warn coverage-low"],
    ["2025-04-08", "warn coverage-late"],
    ["2025-04-11", "warn coverage-late"],
    ["2025-04-12", "error coverage-overdue"],
    ["2025-06-01", "error coverage-overdue"],
  ])("on %s is told as %s", (asOf, told) => {
    const findings = checkPresence(MARCH, presenceIn(panelOf(94)), asOf, String);
    expect(codes(findings)).toContain(told);
    expect(findings.find(({ code }) => code.startsWith("coverage"))!.value).toBe("94.0%");
  });

  it("is enough from 95 % of last month's headcount on", () => {
    const findings = checkPresence(MARCH, presenceIn(panelOf(95)), "2025-04-20", String);
    expect(findings.filter(({ code }) => code.startsWith("coverage"))).toEqual([]);
  });
});

describe("a month of which nothing has come", () => {
  it.each([
    ["2025-02", "2025-04-07", []],
    ["2025-02", "2025-04-08", ["warn month-late"]],
    ["2025-02", "2025-04-12", ["error month-overdue"]],
    ["2025-03", "2025-04-30", []],
    ["2025-01", "2025-04-01", ["error month-overdue"]],
  ])("when %s is the newest, on %s gives %j", (newest, on, told) => {
    expect(codes(checkFreshness(parseMonth(newest), on))).toEqual(told);
  });

  it("names all the months missing", () => {
    expect(checkFreshness(parseMonth("2024-12"), "2025-04-12")[0]).toMatchObject({ value: "2025-01 … 2025-03" });
  });
});

it("a source that went silent is told from day 8 on, and as an error from day 12", () => {
  const told = (asOf: string) => codes(checkSilentSources(MARCH, asOf, ["county"]));
  expect(["2025-04-07", "2025-04-08", "2025-04-12"].map(told)).toEqual([
    [],
    ["warn source-silent"],
    ["error source-silent"],
  ]);
});

it("the same headcount for six months is told from the same size on as in a file: 30 people", () => {
  const still = (people: number) => ({ history: Array<number>(6).fill(people) });
  const findings = checkPresence(MARCH, presenceIn(handPanel("2025-03", [still(29), still(30)])), "2025-04-05", String);
  expect(findings).toMatchObject([{ code: "frozen-six-months", value: "1" }]);
  expect(findings[0]!.message.zh).toContain("1户30人及以上企业连续6个月人数完全相同：1（30）");
  expect(findings[0]!.message.en).toContain("for 6 months: 1 (30).");
});
