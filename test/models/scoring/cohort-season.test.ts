import fc from "fast-check";
import { median } from "simple-statistics";
import { expect, test } from "vitest";
import { type Month, parseMonth } from "../../../models/month.ts";
import { cohortMedians } from "../../../models/scoring/cohort-medians.ts";
import { limitsOf } from "../../../models/scoring/limits.ts";
import { logChange } from "../../../models/scoring/log-change.ts";
import { yearAgoColumns } from "../../../models/scoring/year-ago.ts";
import { sizeBand } from "../../../models/size-band.ts";
import { type Case, detectorWith, panelOf, tree } from "./panels.ts";

const WIDTH = 30;
const DECEMBER = parseMonth("2024-12");

/** So many enterprises of 100 that fall to `to` in the month of a column and are 100 again in the next. */
const falling = (count: number, falls: Readonly<Record<number, number>>, industry = 3): Case[] =>
  Array.from({ length: count }, () => ({
    months: Array.from({ length: WIDTH }, (_, column) => falls[column] ?? 100),
    industry,
  }));

/** The change expected of the first enterprise in the last month, among twenty of another group that never move. */
function expectedOf(few: readonly Case[], changed = {}, month: Month = DECEMBER, springFestival = false): number {
  const panel = panelOf([...few, ...falling(20, {}, 2)], month);
  const found = cohortMedians(panel, { ...tree, springFestival }, detectorWith(changed));
  return found.change[found.cohort[0] * WIDTH + WIDTH - 1];
}

const [THEN, BEFORE] = [WIDTH - 13, WIDTH - 25];

test("a trade too small to be asked is expected to do what it did beside its division in both years before", () => {
  // Three of 112 fell by 20 % in December 2022 and 10 % in December 2023, while division 11 stood still. The smaller
  // counts, for three reports of two years: 6/(6 + 8) of log .9. It is all there is in its size band and region.
  const few = falling(3, { [BEFORE]: 80, [THEN]: 90 });
  expect(expectedOf(few)).toBeCloseTo((6 / 14) * Math.log(0.9), 12);
  expect(expectedOf(few, { seasonPrior: 0 })).toBeCloseTo(Math.log(0.9), 12);
});

test("a trade large enough to be asked leans on its season by what its own median leaves", () => {
  // Six of 112 stand still this time: 5/(6 + 5) of the season, which is 12/(12 + 8) of log .9.
  const few = falling(6, { [BEFORE]: 90, [THEN]: 90 });
  expect(expectedOf(few)).toBeCloseTo((5 / 11) * (12 / 20) * Math.log(0.9), 12);
});

test.each([
  ["fell once", 3, { [THEN]: 80 }],
  ["fell and then rose", 3, { [BEFORE]: 80, [THEN]: 125 }],
  ["is two enterprises", 2, { [BEFORE]: 80, [THEN]: 80 }],
  ["fell in another month", 3, { [BEFORE - 3]: 80, [THEN - 3]: 80 }],
])("a trade that %s has no season", (_, count, falls) => {
  expect(expectedOf(falling(count, falls))).toBeCloseTo(0, 12);
});

test("one of three that falls each year is not a season of the three", () => {
  expect(expectedOf([...falling(1, { [BEFORE]: 50, [THEN]: 50 }), ...falling(2, {})])).toBeCloseTo(0, 12);
});

test("years are matched by Spring Festival where it moves headcounts", () => {
  // New Year's days 2023-01-22, 2024-02-10, 2025-01-29: January 2025 is as February 2024 and January 2023.
  const [january, february2024, january2023] = [parseMonth("2025-01"), WIDTH - 12, WIDTH - 25];
  const few = falling(3, { [january2023]: 90, [february2024]: 90 });
  expect(expectedOf(few, {}, january, true)).toBeCloseTo((6 / 14) * Math.log(0.9), 12);
  expect(expectedOf(few, {}, january, false)).toBeCloseTo(0, 12);
});

test("a set kept before seasons were pooled pools none", () => {
  const { seasonPrior: _, ...older } = detectorWith();
  const panel = panelOf([...falling(3, { [BEFORE]: 80, [THEN]: 80 }), ...falling(20, {}, 2)]);
  const found = cohortMedians(panel, tree, older);
  expect(found.change.every((change) => change === 0)).toBe(true);
});

test("peers' changes are those of an independent reckoning, group by group", () => {
  const steps = fc.array(fc.constantFrom(1, 1, 1, 0.9, 1.1, 0.7), { minLength: WIDTH, maxLength: WIDTH });
  const enterprise = fc
    .record({
      ...{ start: fc.integer({ min: 8, max: 300 }), steps, gap: fc.nat({ max: 2 * WIDTH }) },
      ...{ industry: fc.integer({ min: -1, max: 6 }), region: fc.integer({ min: -1, max: 1 }) },
    })
    .map(({ start, steps: by, gap, industry, region }): Case => {
      let level = start;
      const months = by.map((step, at) => {
        level *= step;
        return at === gap ? null : Math.round(level);
      });
      return { months, industry, region };
    });
  const few = { cohortMinimum: 3, cohortPrior: 4, seasonPrior: 3 };
  fc.assert(
    fc.property(fc.array(enterprise, { minLength: 6, maxLength: 40 }), (cases) => {
      const { change, cohort } = cohortMedians(panelOf(cases), tree, detectorWith(few));
      const reckoned = reckonedBy(cases, limitsOf(detectorWith(few)));
      cases.forEach((_, row) => {
        const found = change.subarray(cohort[row] * WIDTH, (cohort[row] + 1) * WIDTH);
        for (const month of [WIDTH - 1, WIDTH - 4, 3]) expect(found[month]).toBeCloseTo(reckoned(row, month), 12);
      });
    }),
    { numRuns: 60 },
  );
});

/** What is expected of a row's peers in a month, reckoned from lists of members, the plain way. */
function reckonedBy(cases: readonly Case[], limits: ReturnType<typeof limitsOf>) {
  const yearAgo = yearAgoColumns(DECEMBER, WIDTH, false);
  const changes = (members: readonly Case[], month: number): number[] =>
    members.flatMap(({ months }) => {
      const [before, now] = [months[month - 1] ?? null, months[month] ?? null];
      return before === null || now === null ? [] : [logChange(before, now)];
    });
  const season = (group: readonly Case[], around: readonly Case[], month: number): number => {
    const years = [yearAgo[month], yearAgo[yearAgo[month]] ?? -1].filter((then) => then > 0);
    const beside = years.flatMap((then) => {
      const [own, all] = [changes(group, then), changes(around, then)];
      return own.length < 3 || own.length === all.length ? [] : [{ n: own.length, by: median(own) - median(all) }];
    });
    const n = beside.reduce((sum, year) => sum + year.n, 0);
    const sizes = beside.map(({ by }) => Math.abs(by));
    const sign = Math.sign(beside[0]?.by ?? 0);
    if (beside.length < 2 || beside.some(({ by }) => Math.sign(by) !== sign)) return 0;
    return (sign * Math.min(...sizes) * n) / (n + limits.seasonPrior);
  };
  return (row: number, month: number): number =>
    groupsAround(cases, row, limits.largeFrom).reduce((above, group, level, groups) => {
      const found = changes(group, month);
      const around = groups[level - 1];
      const leaned = around === undefined ? 0 : above + season(group, around, month);
      const asked = found.length >= limits.cohortMinimum && found.length !== (around && changes(around, month).length);
      const weight = around === undefined ? 1 : found.length / (found.length + limits.cohortPrior);
      return asked ? weight * median(found) + (1 - weight) * leaned : leaned;
    }, 0);
}

/** The nested groups of a row: everybody, its half, its industries from the section down, its size band, its region. */
function groupsAround(cases: readonly Case[], row: number, largeFrom: number): (readonly Case[])[] {
  const bandOf = ({ months }: Case): number => {
    const known = months.slice(0, -1).findLast((people) => people !== null);
    return sizeBand(tree.sizeBands, known ?? months.at(-1) ?? 0);
  };
  const isLarge = (one: Case): boolean => tree.sizeBands[bandOf(one)] >= largeFrom;
  const path = (industry: number): number[] => (industry < 0 ? [] : [...path(tree.industryParent[industry]), industry]);
  const own = cases[row];
  const half = cases.filter((one) => isLarge(one) === isLarge(own));
  const trades = path(own.industry ?? -1).map((above) =>
    half.filter((one) => path(one.industry ?? -1).includes(above)),
  );
  const band = half.filter((one) => one.industry === own.industry && bandOf(one) === bandOf(own));
  const region = (own.region ?? -1) < 0 ? [] : [band.filter((one) => one.region === own.region)];
  return [cases, half, ...trades, band, ...region];
}
