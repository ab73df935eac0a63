import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PrintedGroup } from "../../models/printed-group.ts";
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
    expect(known(span(2, 6))).toEqual(["a", "b", "d"]);
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

it("no withheld group and no single enterprise can be reckoned from what is printed, however the groups overlap", () => {
  const enterprise = fc.record({
    town: fc.integer({ min: 0, max: 4 }),
    industry: fc.integer({ min: 0, max: 3 }),
    owned: fc.boolean(),
    persons: fc.integer({ min: 1, max: 400 }),
  });
  fc.assert(
    fc.property(fc.array(enterprise, { minLength: 3, maxLength: 40 }), (all) => {
      const of = (key: string, is: (one: (typeof all)[number]) => boolean) =>
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
      const hidden = new Set(
        withheld(
          groups,
          all.map(({ persons }) => persons),
        ),
      );
      const vector = (rows: readonly number[]) => all.map((_, row) => (rows.includes(row) ? 1 : 0));
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
