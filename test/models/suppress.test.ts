import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CellSum, type SmallCell, suppress } from "../../models/suppress.ts";

const LIMITS = { fewest: 3, mostShare: 0.85 };
const cell = (id: string, enterprises: number, size: number, largestShare: number | null = 0.2): SmallCell => ({
  ...{ id, enterprises, size, largestShare },
});
const names = (result: ReadonlyMap<string, string>, kind: string) =>
  [...result].filter(([, k]) => k === kind).map(([id]) => id);

describe("what tells too much of one enterprise is withheld", () => {
  const flat: CellSum[] = [{ total: "all", parts: ["a", "b", "c", "d"] }];

  it.each([
    [2, 0.5, true],
    [3, 0.5, false],
    [3, 0.85, false],
    [3, 0.8501, true],
    [0, null, false],
  ])("%i enterprises, the largest with %s: %s", (enterprises, share, withheld) => {
    const cells = [
      cell("all", 40, 900),
      cell("a", enterprises, 30, share),
      cell("b", 9, 200),
      cell("c", 9, 300),
      cell("d", 9, 370),
    ];
    expect(suppress(cells, flat, LIMITS).has("a")).toBe(withheld);
  });

  it("takes the smallest neighbour with it, because total minus the rest would tell it", () => {
    const cells = [cell("all", 40, 900), cell("a", 2, 30), cell("b", 9, 300), cell("c", 9, 200), cell("d", 9, 370)];
    const result = suppress(cells, flat, LIMITS);
    expect([names(result, "primary"), names(result, "complementary")]).toEqual([["a"], ["c"]]);
  });

  it("needs no third when two are withheld anyway", () => {
    const cells = [cell("all", 40, 900), cell("a", 2, 30), cell("b", 1, 300), cell("c", 9, 200), cell("d", 9, 370)];
    expect(names(suppress(cells, flat, LIMITS), "complementary")).toEqual([]);
  });

  it("hides in both directions of a table of industries by regions", () => {
    const ids = ["11", "12", "21", "22"];
    const cells = [
      ...ids.map((id) => cell(id, id === "11" ? 1 : 8, 100)),
      ...["1.", "2.", ".1", ".2"].map((id) => cell(id, 16, 200)),
      cell("..", 32, 400),
    ];
    const sums = [
      { total: "1.", parts: ["11", "12"] },
      { total: "2.", parts: ["21", "22"] },
      { total: ".1", parts: ["11", "21"] },
      { total: ".2", parts: ["12", "22"] },
      { total: "..", parts: ["1.", "2."] },
    ];
    expect([...suppress(cells, sums, LIMITS).keys()].toSorted()).toEqual(ids);
  });

  it("names a cell that a sum speaks of and nobody gave", () => {
    expect(() => suppress([cell("all", 4, 9)], [{ total: "all", parts: ["x"] }], LIMITS)).toThrow("the cell x");
  });
});

/** A county by sections and divisions beside the same county by regions: the reader knows every sum. */
const county = fc
  .array(
    fc.array(
      fc.record({ enterprises: fc.integer({ min: 0, max: 6 }), share: fc.double({ min: 0.1, max: 1, noNaN: true }) }),
      { minLength: 1, maxLength: 4 },
    ),
    { minLength: 2, maxLength: 4 },
  )
  .map((sections) => {
    const cells: SmallCell[] = [];
    const sums: CellSum[] = [];
    const tops = sections.map((divisions, s) => {
      const parts = divisions.map(({ enterprises, share }, d) => {
        cells.push(cell(`${s}.${d}`, enterprises, enterprises * 10 + d, enterprises === 0 ? null : share));
        return `${s}.${d}`;
      });
      const enterprises = divisions.reduce((sum, one) => sum + one.enterprises, 0);
      cells.push(cell(`${s}`, enterprises, enterprises * 10 + s));
      sums.push({ total: `${s}`, parts });
      return `${s}`;
    });
    cells.push(cell("all", 100, 5000), cell("other", 40, 900));
    sums.push({ total: "all", parts: [...tops, "other"] });
    return { cells, sums };
  });

/** An attacker with his own way: he adds any amount to a withheld cell and looks whether the others can make up for it. */
function canDiffer(id: string, withheld: readonly string[], sums: readonly CellSum[]): boolean {
  // Solve for a change of the withheld cells that keeps every sum and moves this one by 1: least squares by gradient descent.
  const x = withheld.map((other) => (other === id ? 1 : 0));
  const rows = sums.map(({ total, parts }) =>
    withheld.map((other) => (other === total ? 1 : 0) - (parts.includes(other) ? 1 : 0)),
  );
  for (let turn = 0; turn < 4000; turn++) {
    const off = rows.map((row) => row.reduce((sum, c, i) => sum + c * x[i]!, 0));
    withheld.forEach((other, i) => {
      if (other !== id) x[i]! -= 0.08 * rows.reduce((sum, row, r) => sum + row[i]! * off[r]!, 0);
    });
  }
  return rows.every((row) => Math.abs(row.reduce((sum, c, i) => sum + c * x[i]!, 0)) < 1e-3);
}

it("no withheld cell follows from the published ones", () => {
  fc.assert(
    fc.property(county, ({ cells, sums }) => {
      const withheld = [...suppress(cells, sums, LIMITS).keys()];
      for (const id of withheld) expect(canDiffer(id, withheld, sums), `${id} of ${withheld.join(" ")}`).toBe(true);
    }),
    { numRuns: 60 },
  );
});

it("the attacker finds what primary suppression alone gives away", () => {
  expect(canDiffer("a", ["a"], [{ total: "all", parts: ["a", "b"] }])).toBe(false);
});
