import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PrintedGroup } from "../../models/groups/printed-group.ts";
import { withheldGroups } from "../../models/withheld.ts";
import { WITHHELD_LIMITS } from "../../models/withheld-limits.ts";
import { rank } from "./rank.ts";

type Rows = Omit<PrintedGroup, "base" | "current">;
const group = (key: string, rows: readonly number[]): Rows => ({ key, rows });
const whole = (size: number): Rows => ({
  ...{ key: "", always: true },
  rows: Array.from({ length: size }, (_, i) => i),
});
const withheld = (groups: readonly Rows[], current: readonly number[], base = current) =>
  withheldFrom(groups, current, base, new Set(), []);
const withheldFrom = (
  groups: readonly Rows[],
  current: readonly number[],
  base: readonly number[],
  named: ReadonlySet<number>,
  readers: readonly ReadonlySet<number>[],
) =>
  [
    ...withheldGroups(
      groups.map((one) => ({ ...one, base, current })),
      WITHHELD_LIMITS,
      named,
      readers,
    ),
  ].toSorted();

const span = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
const tens = (count: number) => Array.from({ length: count }, () => 10);

describe("a group of enterprises", () => {
  // The rest is large, and two more towns are there to hide one behind.
  const towns = (rows: readonly number[]) => [
    whole(30),
    group("town", rows),
    group("b", span(10, 20)),
    group("c", span(20, 30)),
  ];

  it.each([
    ["nobody", [], tens(30), false],
    ["one", [0], tens(30), true],
    ["two", [0, 1], tens(30), true],
    ["three", [0, 1, 2], tens(30), false],
    ["one with 85 in a hundred persons", [0, 1, 2], [85, 10, 5, ...tens(27)], false],
    ["one with 86 in a hundred", [0, 1, 2], [86, 10, 4, ...tens(27)], true],
  ])("of %s is told of or not", (_what, rows, persons, hidden) => {
    expect(withheld(towns(rows), persons).includes("town")).toBe(hidden);
  });

  it("is withheld when it told too much at the beginning only", () => {
    expect(withheld(towns([0, 1, 2]), tens(30), [90, 5, 5, ...tens(27)])).toContain("town");
  });
});

describe("what would give a withheld group away", () => {
  it("is withheld too: the smallest other part of the whole", () => {
    const parts = [group("a", [0, 1]), group("b", span(2, 6)), group("c", span(6, 20))];
    expect(withheld([whole(20), ...parts], tens(20))).toEqual(["a", "b"]);
  });

  it("is withheld in every table: a department that is the same as an industry", () => {
    const industries = [group("A", [0, 1]), group("B", span(2, 6)), group("C", span(6, 20))];
    const department = group("farming", [0, 1]);
    expect(withheld([whole(20), ...industries, department], tens(20))).toEqual(["A", "B", "farming"]);
  });

  it("is withheld where two printed groups differ by one enterprise", () => {
    const groups = [
      whole(20),
      group("industry", span(0, 9)),
      group("department", span(0, 10)),
      group("x", span(10, 20)),
    ];
    expect(withheld(groups, tens(20)).length).toBeGreaterThan(0);
  });

  const parts = [group("a", [0, 1]), group("b", span(2, 6)), group("c", span(6, 20)), group("d", span(20, 30))];

  it("is another part where a reader knows the enterprises of the one behind which it would hide", () => {
    const known = (reader: readonly number[]) =>
      withheldFrom([whole(30), ...parts], tens(30), tens(30), new Set(), [new Set(reader)]);
    expect(known([])).toEqual(["a", "b"]);
    expect(known(span(2, 6))).toEqual(["a", "d"]); // whole - b - c leaves the 2 of a among the 12 of a and d
  });

  it("is told to a reader who still cannot tell few others apart: a total of many is no secret", () => {
    // The reader knows a, so that whole - a - b is c to it: ten others, of whom it tells no one apart.
    const parts = [group("a", [0, 1]), group("b", span(2, 20)), group("c", span(20, 30))];
    const known = (reader: readonly number[]) =>
      withheldFrom([whole(30), ...parts], tens(30), tens(30), new Set(), [new Set(reader)]);
    expect(known([0, 1])).toEqual(["a", "c"]);
  });

  it("is what is left of a group when all but two of its enterprises are named beside the tables", () => {
    const naming = (...rows: number[]) => withheldFrom([whole(30), ...parts], tens(30), tens(30), new Set(rows), []);
    expect(naming(0, 1)).toEqual([]);
    expect(naming(0, 1, 2, 3)).toEqual(["b", "d"]);
  });

  it("needs nothing where nothing is small", () => {
    expect(withheld([whole(12), group("a", span(0, 5)), group("b", span(5, 12))], tens(12))).toEqual([]);
  });
});

/** Enterprises in towns, industries and departments that overlap. */
const ENTERPRISES = fc.array(
  fc.record({
    town: fc.integer({ min: 0, max: 4 }),
    industry: fc.integer({ min: 0, max: 3 }),
    owned: fc.boolean(),
    persons: fc.integer({ min: 1, max: 400 }),
  }),
  { minLength: 3, maxLength: 40 },
);

type Enterprises = typeof ENTERPRISES extends fc.Arbitrary<infer All> ? All : never;

function tablesOf(all: Enterprises) {
  const of = (key: string, is: (one: Enterprises[number]) => boolean) =>
    group(
      key,
      all.flatMap((one, row) => (is(one) ? [row] : [])),
    );
  const groups = [
    whole(all.length),
    ...[0, 1, 2, 3, 4].map((town) => of(`town ${town}`, (one) => one.town === town)),
    ...[0, 1, 2, 3].map((industry) => of(`industry ${industry}`, (one) => one.industry === industry)),
    of("department 0", ({ industry, owned }) => industry === 0 || owned),
    of("department 1", ({ industry, owned }) => industry === 1 && !owned),
  ];
  const persons = all.map((one) => one.persons);
  const vector = (rows: readonly number[]) => all.map((_, row) => (rows.includes(row) ? 1 : 0));
  return { groups, persons, vector, hidden: new Set(withheld(groups, persons)) };
}

it("no withheld group and no single enterprise can be reckoned from what is printed, however the groups overlap", () => {
  fc.assert(
    fc.property(ENTERPRISES, (all) => {
      const { groups, vector, hidden } = tablesOf(all);
      const printed = groups.filter(({ key }) => !hidden.has(key)).map(({ rows }) => vector(rows));
      const known = rank(printed);
      // A group of everybody is the whole, which is printed whatever it tells.
      for (const { key, rows } of groups)
        if (hidden.has(key) && rows.length < all.length) expect(rank([...printed, vector(rows)]), key).toBe(known + 1);
      for (const row of all.keys()) expect(rank([...printed, vector([row])])).toBe(known + 1);
    }),
    { numRuns: 300 },
  );
});

it("withholds nothing needlessly: any group that is not itself too small would give something away", () => {
  // Fewer than three, or one with more than 85 in a hundred persons.
  const tooSmall = (rows: readonly number[], persons: readonly number[]) => {
    const those = rows.map((row) => persons[row]!);
    const largest = Math.max(...those);
    return those.length > 0 && (those.length < 3 || largest > 0.85 * those.reduce((sum, one) => sum + one, 0));
  };
  fc.assert(
    fc.property(ENTERPRISES, (all) => {
      const { groups, persons, vector, hidden } = tablesOf(all);
      const standsIn = (row: number) => groups.map(({ rows }) => rows.includes(row)).join();
      const alike = [...all.keys()].map((row) => [...all.keys()].filter((other) => standsIn(other) === standsIn(row)));
      for (const { key, rows } of groups.filter((one) => hidden.has(one.key) && !tooSmall(one.rows, persons))) {
        const printed = groups.filter((one) => !hidden.has(one.key) || one.key === key).map((one) => vector(one.rows));
        const known = rank(printed);
        const secret = [
          ...groups.filter((one) => hidden.has(one.key) && one.key !== key).map((one) => one.rows),
          ...alike.filter((those) => tooSmall(those, persons)),
        ];
        const found = secret.some((those) => rank([...printed, vector(those)]) === known);
        expect(found || rows.length === 0, key).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
