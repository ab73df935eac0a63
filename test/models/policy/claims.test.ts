import { describe, expect, it } from "vitest";
import { parseMonth } from "../../../models/month.ts";
import type { Application } from "../../../models/policy/application.ts";
import { assessPolicies } from "../../../models/policy/assess.ts";
import { checkClaims, type StaffMonth } from "../../../models/policy/claim-check.ts";
import { explainClaim } from "../../../models/policy/explain-claim.ts";
import { unclaimed } from "../../../models/policy/unclaimed.ts";
import { allLists, policy, someFacts, wushan } from "./some-facts.ts";

const applied = (on: string, changes: Partial<Application> = {}): Application => ({
  ...{ policy: "one-off-hiring", appliedOn: on, claimedPeople: null, claimedAmount: null },
  ...{ decidedOn: null, grantedAmount: null, outcome: null },
  ...changes,
});

const hiring = policy("one-off-hiring").hiring!;
const staff = (...months: readonly (readonly [string, number, (number | null)?])[]): StaffMonth[] =>
  months.map(([month, headcount, hired = null]) => ({ month: parseMonth(month), headcount, hired }));
const check = (claims: readonly Application[], months: readonly StaffMonth[]) =>
  checkClaims(hiring, claims, months).map(({ claimed, seen }) => [claimed, seen]);

/**
 * Claimed on 2023-11-10, with six months of contributions: they came in May 2023 at the latest, and by the window of twelve
 * months in June 2022 at the earliest.
 */
describe("claims held against headcounts", () => {
  const claim = (people: number) => applied("2023-11-10", { claimedPeople: people });

  it.each([
    ["a rise that covers it", 3, staff(["2022-05", 50], ["2023-05", 53]), []],
    ["a rise one short of it", 4, staff(["2022-05", 50], ["2023-05", 53]), [[4, 3]]],
    ["rises between falls", 5, staff(["2022-05", 50], ["2022-09", 53], ["2023-01", 48], ["2023-05", 50]), []],
    ["new people who replaced leavers, by the form", 5, staff(["2022-05", 50], ["2022-06", 50, 5]), []],
    ["a rise after the window only", 1, staff(["2022-05", 50], ["2023-05", 50], ["2023-06", 60]), [[1, 0]]],
    ["a rise before the window only", 1, staff(["2022-04", 40], ["2022-05", 50], ["2022-06", 50]), [[1, 0]]],
    ["an enterprise first heard of in the window", 5, staff(["2023-02", 8]), []],
    ["nothing reported", 1, [], [[1, null]]],
    ["nothing reported before its end", 1, staff(["2023-08", 20]), [[1, null]]],
  ])("with %s", (_, people, months, found) => {
    expect(check([claim(people)], months)).toEqual(found);
  });

  it("adds up claims whose months meet, so that splitting one does not hide it", () => {
    const months = staff(["2022-05", 50], ["2023-05", 56]);
    expect(check([claim(6)], months)).toEqual([]);
    expect(check([applied("2023-11-01", { claimedPeople: 3 }), claim(4)], months)).toEqual([[7, 6]]);
    expect(check([applied("2023-11-01", { claimedPeople: 3, outcome: "refused" }), claim(4)], months)).toEqual([]);
    // A claim of October 2022 is about people who came by April 2022: another year's.
    expect(
      check(
        [applied("2022-10-01", { claimedPeople: 3, outcome: "granted" }), claim(6)],
        [...staff(["2021-04", 10], ["2022-04", 50]), ...months],
      ),
    ).toEqual([]);
  });

  it("looks neither at claims without people nor at those refused or taken back", () => {
    const months = staff(["2022-05", 50], ["2023-05", 50]);
    const claims = [applied("2023-11-10"), applied("2023-11-11", { claimedPeople: 9, outcome: "withdrawn" })];
    expect(check(claims, months)).toEqual([]);
  });

  it("is put as something to verify, with the numbers", () => {
    const [finding] = checkClaims(hiring, [claim(12)], staff(["2022-05", 50], ["2023-05", 53]));
    expect(explainClaim(finding!)).toEqual({
      zh: "2023年11月10日申领吸纳就业12人，同期（2022年6月至2023年5月）参保人数由50人到53人，可见增员3人，差9人，建议核实",
      en: "12 claimed for as hired on 2023-11-10; in the months concerned (2022-06 to 2023-05) the insured went from 50 to 53, 3 were seen to come, 9 fewer; please verify",
    });
    expect(explainClaim(finding!).zh).not.toMatch(/虚报|冒领|骗取|套取/);
    const [silent] = checkClaims(hiring, [claim(2)], []);
    expect(explainClaim(silent!).zh).toBe(
      "2023年11月10日申领吸纳就业2人，2022年6月至2023年5月没有用工报送可供比对，建议核实",
    );
  });
});

describe("what nobody applied for", () => {
  const DATE = "2023-12-31";
  const own = { "hires-graduates 2023": 2, "trainees 2023": 1, "trainee-months 2023": 3 };
  const all = assessPolicies(wushan, someFacts({ date: DATE, own, ofPlace: allLists(2023) }), DATE);
  const open = (...applications: readonly Application[]) =>
    unclaimed(all, applications, DATE).map(({ policy: { code } }) => code);

  it("is everything it is entitled to, without the bundle that pays the same", () => {
    expect(open()).toEqual(["stability-loan", "social-insurance-subsidy", "one-off-hiring", "internship-subsidy"]);
  });

  it.each([
    ["this year", "2023-01-01", false],
    ["on the day itself", "2023-12-31", false],
    ["last year", "2022-12-31", true],
    ["after the day", "2024-01-01", true],
  ])("leaves out what was applied for %s (%s): still listed %s", (_, on, listed) => {
    expect(open(applied(on)).includes("one-off-hiring")).toBe(listed);
  });

  it("counts an application for the bundle for each of its parts", () => {
    expect(open(applied("2023-09-01", { policy: "fast-subsidy" }))).toEqual(["stability-loan", "internship-subsidy"]);
  });

  it("counts a refused application as one on record", () => {
    expect(open(applied("2023-09-01", { outcome: "refused" }))).not.toContain("one-off-hiring");
  });
});
