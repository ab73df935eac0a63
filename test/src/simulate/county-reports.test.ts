import { describe, expect, test } from "vitest";
import { parseMonth } from "../../../models/month.ts";
import type { Profile } from "../../../models/profile.ts";
import type { HeadcountRecord } from "../../../models/record.ts";
import { simulateCounty } from "../../../src/simulate/county.ts";
import { SMALL_PROFILE } from "./profile.ts";

const MONTHS = 36;
const LAST = parseMonth("2025-12");
const county = (seed: number, enterprises = 3000, profile: Profile = SMALL_PROFILE) =>
  simulateCounty({ enterprises, months: MONTHS, seed, lastMonth: LAST, profile });

const { first, asOf, ...simulated } = county(1);
const all = [...simulated.enterprises()];
const rows = all.flatMap((enterprise) => enterprise.headcounts);

describe("reports", () => {
  const key = (row: HeadcountRecord) => `${row.code} ${row.month}`;
  const grouped = new Map<string, HeadcountRecord[]>();
  for (const row of rows) grouped.set(key(row), [...(grouped.get(key(row)) ?? []), row]);

  test("come by the ninth of the next month, about 3 % a month or two late, and never from the future", () => {
    const day = (row: HeadcountRecord) => Number(row.publishedOn!.slice(8));
    const firstOf = [...grouped.values()].map((vintages) => vintages[0]!);
    const delay = (row: HeadcountRecord) => parseMonth(row.publishedOn!.slice(0, 7)) - row.month - 1;
    expect(firstOf.every((row) => delay(row) > 0 || (delay(row) === 0 && day(row) <= 9))).toBe(true);
    const late = firstOf.filter((row) => delay(row) > 0);
    expect(late.every((row) => delay(row) <= 2)).toBe(true);
    expect(late.length / firstOf.length).toBeGreaterThan(0.02);
    expect(late.length / firstOf.length).toBeLessThan(0.04);
    expect(rows.every((row) => row.publishedOn! <= asOf)).toBe(true);
  });

  test("are revised in about 2 % of the months, by a later row", () => {
    const revised = [...grouped.values()].filter((vintages) =>
      vintages.some((row) => row.publishedOn! > vintages[0]!.publishedOn!),
    );
    expect(revised.length / grouped.size).toBeGreaterThan(0.012);
    expect(revised.length / grouped.size).toBeLessThan(0.03);
  });

  test("contain exact and conflicting doubles, unit jumps and gaps", () => {
    const sameDay = [...grouped.values()].filter(([a, b]) => b && a!.publishedOn === b.publishedOn);
    const exact = sameDay.filter(([a, b]) => a!.headcount === b!.headcount).length;
    expect(exact).toBeGreaterThan(50);
    expect(sameDay.length - exact).toBeGreaterThan(20);
    expect(rows.filter((row) => !Number.isInteger(row.headcount)).length).toBeGreaterThan(10);
    expect(rows.filter((row) => row.headcount >= 20_000).length).toBeGreaterThan(10);
    const lived = all.reduce((sum, { history }) => sum + history.headcount.filter((n) => n > 0).length, 0);
    const share =
      1 - new Set([...grouped.values()].filter(([row]) => row!.headcount > 0).map(([row]) => key(row!))).size / lived;
    expect(share).toBeGreaterThan(0.005);
    expect(share).toBeLessThan(0.04);
  });

  test("give a type and a reason for nearly every fall, and only for falls", () => {
    const fell = rows.filter((row) => row.reductionType !== null);
    expect(fell.every((row) => row.reasons.length > 0)).toBe(true);
    expect(fell.length).toBeGreaterThan(rows.length / 10);
  });
});

test("a made-up profile with other codes and words works as well", () => {
  const other: Profile = {
    ...SMALL_PROFILE,
    codeScheme: "own",
    place: "P",
    title: { zh: "某地", en: "Somewhere" },
    regions: [{ code: "R1", name: { zh: "北区", en: "North" }, parent: "P", kind: "town" }],
    industries: [{ code: "retail", name: { zh: "零售", en: "Retail" }, parent: null, sector: 3 }],
    ownerships: [],
    reductionTypes: [{ id: 7, name: { zh: "甲", en: "A" } }],
    reductionReasons: [],
    eventKinds: [],
  };
  const elsewhere = [...county(3, 300, other).enterprises()];
  expect(elsewhere[0]!.register[0]).toMatchObject({
    code: "SIM00000000",
    region: "R1",
    industry: "retail",
    ownership: null,
  });
  expect(elsewhere.flatMap(({ events }) => events)).toEqual([]);
  expect(elsewhere.some(({ layoffs }) => layoffs.length > 0)).toBe(true);
});

test("a county without enterprises or months is refused", () => {
  expect(() => county(1, 0)).toThrow("enterprises must be a positive integer, got 0");
  expect(() => county(0.5, 1)).toThrow("seed must be an integer, got 0.5");
});
