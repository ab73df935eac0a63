import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseMonth } from "../../../models/month.ts";
import { checkClaims, type StaffMonth } from "../../../models/policy/claim-check.ts";
import { loadProfile } from "../../../src/profiles/profiles.ts";
import { simulateCounty } from "../../../src/simulate/county.ts";
import type { SimulatedEnterprise } from "../../../src/simulate/enterprise.ts";
import { type WrittenFile, writeCounty } from "../../../src/simulate/write.ts";
import { SMALL_PROFILE } from "./profile.ts";

const wushan = loadProfile("wushan");
const simulation = { enterprises: 1500, months: 36, seed: 3, lastMonth: parseMonth("2025-12"), profile: wushan };
const county = simulateCounty(simulation);
const all = [...county.enterprises()];
const facts = all.flatMap(({ support }) => support.facts);
const applications = all.flatMap(({ support }) => support.applications);
const falseClaims = all.flatMap(({ support }) => support.falseClaims);

/** What became of an enterprise, month by month, as if every form had been filled in. */
const staffOf = ({ history }: SimulatedEnterprise): StaffMonth[] =>
  [...history.headcount].flatMap((headcount, t) =>
    headcount < 0 ? [] : [{ month: county.first + t, headcount, hired: history.hired[t]! }],
  );

describe("the support of a simulated county", () => {
  test("leaves what happens to the enterprises as it is", () => {
    const without = simulateCounty({ ...simulation, profile: { ...wushan, facts: [], policies: [] } });
    for (const [i, enterprise] of [...without.enterprises()].slice(0, 200).entries()) {
      const { support, codeAt, ...same } = all[i]!;
      const { support: none, codeAt: _, ...rest } = enterprise;
      expect(rest).toEqual(same);
      expect(none).toEqual({ facts: [], applications: [], falseClaims: [] });
    }
  });

  test("is the same for the same seed", () => {
    const again = [...simulateCounty(simulation).enterprises()].map(({ support }) => support);
    expect(again).toEqual(all.map(({ support }) => support));
  });

  test("gives each enterprise its premiums and months for every whole year it lived to the end of", () => {
    const premiums = facts.filter(({ fact }) => fact === "premiums-paid");
    const lived = all.flatMap(({ history }) => [11, 23, 35].filter((t) => history.headcount[t]! > 0));
    expect(premiums.length).toBe(lived.length);
    expect(premiums.every(({ value }) => value > 0 && Number(value.toFixed(2)) === value)).toBe(true);
  });

  test("says nothing that contradicts itself", () => {
    const kinds = new Map(wushan.facts.map((kind) => [kind.code, kind]));
    for (const { fact, value } of facts)
      if (kinds.get(fact)!.unit !== "yuan") expect(Number.isInteger(value)).toBe(true);
    const of = (enterprise: SimulatedEnterprise, fact: string, year: string) =>
      enterprise.support.facts.find((one) => one.fact === fact && one.period === year)?.value ?? 0;
    for (const enterprise of all)
      for (const year of ["2023", "2024", "2025"]) {
        const [trainees, completed, kept] = ["trainees", "trainees-completed", "trainees-kept"].map((fact) =>
          of(enterprise, fact, year),
        ) as [number, number, number];
        expect(kept).toBeLessThanOrEqual(completed);
        expect(completed).toBeLessThanOrEqual(trainees);
        expect(of(enterprise, "new-claimants", year)).toBeLessThanOrEqual(of(enterprise, "claimants", year));
        expect(of(enterprise, "months-paid-in-full", year)).toBeLessThanOrEqual(12);
      }
  });

  test("claims falsely a few times, always for more than came, and honestly for no more than came", () => {
    expect(falseClaims.length).toBeGreaterThan(3);
    expect(falseClaims.length).toBeLessThan(applications.length / 50);
    const policies = new Map(wushan.policies.map((policy) => [policy.code, policy]));
    for (const enterprise of all)
      for (const application of enterprise.support.applications) {
        const { hiring } = policies.get(application.policy)!;
        if (!hiring || application.claimedPeople === null) continue;
        const planted = enterprise.support.falseClaims.some(({ appliedOn }) => appliedOn === application.appliedOn);
        const found = checkClaims(hiring, [{ ...application, outcome: null }], staffOf(enterprise));
        expect(found.length, application.code).toBe(planted ? 1 : 0);
      }
  });
});

describe("the written support", () => {
  let dir: string;
  let files: WrittenFile[];
  const rowsOf = async (name: string): Promise<Record<string, string>[]> =>
    parse(await readFile(join(dir, name), "utf8"), { bom: true, columns: true });
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), "wengang-support-"));
    files = await writeCounty(county, dir);
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  test("is three more files with the agreed headers, the last of them the list of false claims", async () => {
    expect(files.map(({ name }) => name)).toEqual([
      ...["register.csv", "headcount.csv", "industry.csv", "events.csv", "facts.csv", "applications.csv"],
      ...["truth.csv", "truth-claims.csv"],
    ]);
    const headers = {
      "facts.csv": "统一社会信用代码,事项,所属期间,数值,报送日期,模拟数据",
      "applications.csv":
        "统一社会信用代码,政策,申请日期,申领人数,申领金额(元),办结日期,核发金额(元),办理结果,报送日期,模拟数据",
      "truth-claims.csv": "统一社会信用代码,政策,申请日期,虚报人数,实有人数",
    };
    for (const [name, header] of Object.entries(headers))
      expect((await readFile(join(dir, name), "utf8")).split("\r\n")[0]).toBe(`\uFEFF${header}`);
    const listed = (await rowsOf("truth-claims.csv")).map((row) => [row.统一社会信用代码, row.申请日期, row.虚报人数]);
    expect(listed).toEqual(
      falseClaims.map(({ code, appliedOn, claimed, seen }) => [code, appliedOn, String(claimed - seen)]),
    );
  });

  test("tells of every list and whole year how many are on it, in the place's own lines", async () => {
    const rows = await rowsOf("facts.csv");
    const place = rows.filter((row) => row.统一社会信用代码 === "500237");
    const rosters = wushan.facts.filter(({ roster }) => roster);
    expect(place.length).toBe(3 * (rosters.length + 1)); // three years, and how long the fund could pay
    for (const { name } of rosters)
      for (const year of ["2023", "2024", "2025"]) {
        const same = rows.filter((row) => row.事项 === name.zh && row.所属期间 === year);
        expect(Number(same.find((row) => row.统一社会信用代码 === "500237")!.数值)).toBe(same.length - 1);
      }
  });

  test("is not written where the profile asks for nothing", async () => {
    const bare = await writeCounty(
      simulateCounty({ ...simulation, enterprises: 40, profile: SMALL_PROFILE }),
      join(dir, "bare"),
    );
    expect(bare.map(({ name }) => name)).toEqual([
      ...["register.csv", "headcount.csv", "industry.csv", "events.csv", "truth.csv"],
    ]);
  });
});
