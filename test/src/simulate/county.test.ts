import { describe, expect, test } from "vitest";
import { formatMonth, parseMonth } from "../../../models/month.ts";
import type { Profile } from "../../../models/profile.ts";
import type { HeadcountRecord } from "../../../models/record.ts";
import { simulateCounty } from "../../../src/simulate/county.ts";
import type { SimulatedEnterprise } from "../../../src/simulate/enterprise.ts";
import { SMALL_PROFILE } from "./profile.ts";

const MONTHS = 36;
const LAST = parseMonth("2025-12");
const county = (seed: number, enterprises = 3000, profile: Profile = SMALL_PROFILE) =>
  simulateCounty({ enterprises, months: MONTHS, seed, lastMonth: LAST, profile });

const { first, asOf, ...simulated } = county(1);
const all = [...simulated.enterprises()];
const plantedIn = (enterprises: readonly SimulatedEnterprise[]) =>
  enterprises.flatMap((enterprise) => enterprise.layoffs.map((layoff) => ({ enterprise, layoff })));
const planted = plantedIn(all);

/** The figure that counts in the end: the latest known, the first of two known on one day. */
function finalRow(enterprise: SimulatedEnterprise, month: number): HeadcountRecord | undefined {
  return enterprise.headcounts
    .filter((row) => row.month === month)
    .reduce<HeadcountRecord | undefined>(
      (kept, row) => (kept && kept.publishedOn! >= row.publishedOn! ? kept : row),
      undefined,
    );
}

const existing = (enterprise: SimulatedEnterprise, t: number): boolean => enterprise.history.headcount[t]! > 0;

/** Headcount of the enterprises that were there in both months, month t over t − 1. */
function ratio(t: number, chosen: (enterprise: SimulatedEnterprise) => boolean = () => true): number {
  const both = all.filter((enterprise) => chosen(enterprise) && existing(enterprise, t) && existing(enterprise, t - 1));
  const sum = (at: number) => both.reduce((total, { history }) => total + history.headcount[at]!, 0);
  return sum(t) / sum(t - 1);
}

describe("the simulated county", () => {
  test("is the same for the same seed and another for another seed", () => {
    const told = (seed: number) => JSON.stringify([...county(seed, 200).enterprises()]);
    expect(told(5)).toBe(told(5));
    expect(told(5)).not.toBe(told(6));
  });

  test("begins the same however many enterprises follow", () => {
    const few = [...county(5, 40).enterprises()];
    const more = [...county(5, 400).enterprises()].slice(0, few.length);
    expect(JSON.stringify(more)).toBe(JSON.stringify(few));
  });

  test("is said to be simulated in every name, and no two enterprises share a code", () => {
    const opening = all.map((enterprise) => enterprise.register[0]!);
    expect(opening.every(({ name }) => name!.startsWith("模拟·巫山"))).toBe(true);
    expect(new Set(opening.map(({ code }) => code)).size).toBe(all.length);
  });

  test("holds a few dominant employers: the largest twentieth has about half of the jobs", () => {
    const sizes = all.map(({ history }) => Math.max(0, history.headcount[0]!)).toSorted((a, b) => b - a);
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
    const share = sum(sizes.slice(0, all.length / 20)) / sum(sizes);
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThan(0.7);
    expect(sizes[0]).toBeGreaterThan(1500);
  });

  test("has no layoff-like months in the aggregate: outside the festival and summer it moves by less than 2 %", () => {
    for (let t = 1; t < MONTHS; t++) {
      if ([0, 1, 2, 6, 7, 8].includes(t % 12)) continue;
      expect(Math.abs(ratio(t) - 1)).toBeLessThan(0.02);
    }
  });

  // Festivals: 2024-02-10 (half away at the end of January, a third at the end of February) and 2025-01-29.
  test("shrinks before Spring Festival and is back by the end of 正月, builders more than others", () => {
    const january = parseMonth("2025-01") - first;
    expect(ratio(january)).toBeLessThan(0.985);
    expect(ratio(january + 1)).toBeGreaterThan(1.01);
    const builders = ({ industry }: SimulatedEnterprise) => industry === "47" || industry === "50";
    const schools = ({ industry }: SimulatedEnterprise) => industry === "83";
    expect(ratio(january, builders)).toBeLessThan(0.93);
    expect(Math.abs(ratio(january, schools) - 1)).toBeLessThan(0.03);
    expect(ratio(parseMonth("2024-01") - first)).toBeLessThan(0.99);
  });

  test("does not dip where the profile knows no Spring Festival", () => {
    const calendar = { ...SMALL_PROFILE.calendar, springFestival: false };
    const elsewhere = [...county(1, 3000, { ...SMALL_PROFILE, calendar }).enterprises()];
    const t = parseMonth("2025-01") - first;
    const both = elsewhere.filter((enterprise) => existing(enterprise, t) && existing(enterprise, t - 1));
    const sum = (at: number) => both.reduce((total, { history }) => total + history.headcount[at]!, 0);
    expect(Math.abs(sum(t) / sum(t - 1) - 1)).toBeLessThan(0.015);
  });
});

describe("people", () => {
  test("add up: hired − departed is the change, except where people move with a merger or transfer", () => {
    const wrong = all.flatMap(({ history: { headcount, hired, departed } }) =>
      Array.from({ length: MONTHS - 1 }, (_, i) => i + 1)
        .filter((t) => headcount[t]! >= 0 && headcount[t - 1]! >= 0)
        .map((t) => headcount[t]! - headcount[t - 1]! - hired[t]! + departed[t]!)
        .filter((left) => left !== 0),
    );
    expect(wrong.filter((left) => left < 0).length).toBeGreaterThan(3); // transfers away; a merged enterprise has no row
    const received = wrong.filter((left) => left > 0).length;
    expect(received).toBeGreaterThan(wrong.length - received);
    expect(wrong.length).toBeLessThan(all.length * 0.05);
  });

  test("who leave with a transfer or merger arrive at the neighbour in the same month", () => {
    const unexplained = ({ history: { headcount, hired, departed } }: SimulatedEnterprise, t: number) =>
      headcount[t]! - headcount[t - 1]! - hired[t]! + departed[t]!;
    const links = all.flatMap((enterprise, i) => {
      const link = enterprise.register.find(
        ({ successorKind }) => successorKind === "transfer" || successorKind === "merger",
      );
      return link ? [{ from: enterprise, to: all[i + 1]!, link }] : [];
    });
    expect(new Set(links.map(({ link }) => link.successorKind)).size).toBe(2);
    for (const { from, to, link } of links) {
      const t = parseMonth(link.publishedOn!.slice(0, 7)) - first;
      const merged = link.successorKind === "merger";
      const left = merged ? from.history.headcount[t - 1]! : -unexplained(from, t);
      expect(to.register[0]!.code).toBe(link.successor);
      expect(unexplained(to, t)).toBe(left);
      expect(link.validTo === null).toBe(!merged);
    }
  });

  test("keep working under the new code when an enterprise changes it", () => {
    const renamed = all.filter(({ codeAt }) => codeAt(MONTHS - 1) !== codeAt(0));
    expect(renamed.length).toBeGreaterThan(5);
    for (const { codeAt, register } of renamed) {
      expect(register.map(({ code }) => code)).toEqual([codeAt(0), codeAt(0), codeAt(MONTHS - 1)]);
      expect(register[1]).toMatchObject({ successor: codeAt(MONTHS - 1), successorKind: "code-change" });
    }
  });

  test("are never fewer than 0, and those on dispatch or idle are part of them", () => {
    for (const { headcount, dispatch, hidden } of all.map(({ history }) => history)) {
      for (let t = 0; t < MONTHS; t++) {
        if (headcount[t]! < 0) continue;
        expect(
          dispatch[t]! >= 0 && dispatch[t]! <= headcount[t]! && hidden[t]! >= 0 && hidden[t]! <= headcount[t]!,
        ).toBe(true);
      }
    }
  });
});

describe("planted layoffs", () => {
  test("hit 0.8 to 1.8 % of the enterprises a year, of every kind", () => {
    const hit = new Set(planted.map(({ layoff }) => layoff.code)).size / all.length / 3;
    expect(hit).toBeGreaterThan(0.008);
    expect(hit).toBeLessThan(0.018);
    expect(new Set(planted.map(({ layoff }) => layoff.kind)).size).toBe(4);
  });

  test("are each a net fall of at least that many people in that month", () => {
    for (const { enterprise, layoff } of planted) {
      const t = layoff.month - first;
      const { headcount } = enterprise.history;
      expect(headcount[t - 1]! - headcount[t]!).toBeGreaterThanOrEqual(layoff.people);
    }
  });

  test.each([1, 2, 3, 4, 5, 6])(
    "of seed %i are visible in the rows: both months reported, or closed in the last",
    (seed) => {
      for (const { enterprise, layoff } of plantedIn([...county(seed).enterprises()])) {
        const before = finalRow(enterprise, layoff.month - 1);
        const after = finalRow(enterprise, layoff.month);
        expect(before, layoff.code).toBeDefined();
        if (after) expect(before!.headcount - after.headcount).toBeGreaterThanOrEqual(layoff.people);
        else expect(enterprise.register.at(-1)!.validTo!.slice(0, 7)).toBe(formatMonth(layoff.month));
      }
    },
  );

  test("have an event 0 to 3 months ahead in about 60 % of the enterprises", () => {
    const firsts = new Map(planted.toReversed().map(({ enterprise, layoff }) => [enterprise, layoff]));
    const heard = [...firsts.values()].filter(({ firstEvent }) => firstEvent !== null);
    expect(heard.length / firsts.size).toBeGreaterThan(0.45);
    expect(heard.length / firsts.size).toBeLessThan(0.75);
    for (const { month, firstEvent } of heard) {
      const lead = month - parseMonth(firstEvent!.slice(0, 7));
      expect(lead >= 0 && lead <= 3).toBe(true);
    }
  });

  test("are not announced by every event: some are followed by nothing", () => {
    const quiet = all.filter(({ layoffs, history }) => layoffs.length === 0 && history.endedAt === null);
    expect(quiet.flatMap(({ events }) => events).length).toBeGreaterThan(20);
  });

  test("are preceded by idle people in some, and idle people are sometimes followed by nothing", () => {
    const idle = ({ history }: SimulatedEnterprise, t: number) =>
      existing({ history } as SimulatedEnterprise, t) && history.hidden[t]! / history.headcount[t]! > 0.1;
    const ahead = planted.filter(({ enterprise, layoff }) => idle(enterprise, layoff.month - first - 1));
    expect(ahead.length).toBeGreaterThan(planted.length / 10);
    const large = all.filter(({ history, layoffs }) => layoffs.length === 0 && history.headcount[0]! >= 20);
    expect(
      large.some((enterprise) => Array.from({ length: MONTHS }, (_, t) => t).some((t) => idle(enterprise, t))),
    ).toBe(true);
  });
});
