import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adjust, adjustWithin } from "../../../models/scoring/benjamini-hochberg.ts";
import { ADJUSTED, P_VALUES } from "./p-adjust-oracle.ts";

describe("adjusted p-values", () => {
  const adjusted = adjust(Float64Array.from(P_VALUES));

  it.each(ADJUSTED)("are those of R's p.adjust: place %i gives %d", (place, bh) => {
    expect(adjusted[place]! / bh).toBeCloseTo(1, 12);
  });

  it("are alike for equal p-values", () => {
    // By hand, from the largest down: .8 × 5/5 = .8, .04 × 5/4 = .05 for both, .01 × 5/2 = .025 for both.
    expect([...adjust(Float64Array.of(0.04, 0.01, 0.8, 0.01, 0.04))]).toEqual([0.05, 0.025, 0.8, 0.025, 0.05]);
  });

  it("leave a NaN as it is and do not count it", () => {
    // Two tests, not three: .02 × 2/1 and .5 × 2/2.
    expect([...adjust(Float64Array.of(0.02, Number.NaN, 0.5))]).toEqual([0.04, Number.NaN, 0.5]);
    expect(adjust(new Float64Array(0))).toHaveLength(0);
  });

  it("are counted within each group alone, wherever its rows stand", () => {
    const values = fc.array(fc.tuple(fc.integer({ min: -3, max: 3 }), fc.double({ min: 0, max: 1, noNaN: true })));
    fc.assert(
      fc.property(values, (rows) => {
        const together = adjustWithin(
          Int32Array.from(rows, ([g]) => g),
          Float64Array.from(rows, ([, p]) => p),
        );
        for (const group of new Set(rows.map(([g]) => g))) {
          const alone = adjust(Float64Array.from(rows.filter(([g]) => g === group).map(([, p]) => p)));
          expect([...together].filter((_, i) => rows[i]![0] === group)).toEqual([...alone]);
        }
      }),
    );
  });

  it("never lie below the p-value nor above 1, and keep its order", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (p) => {
        const given = p.toSorted((a, b) => a - b);
        const bh = adjust(Float64Array.from(given));
        bh.forEach((value, i) => {
          expect(value).toBeGreaterThanOrEqual(given[i]! * (1 - 1e-12));
          expect(value).toBeLessThanOrEqual(1);
          expect(value).toBeGreaterThanOrEqual(bh[i - 1] ?? 0);
        });
      }),
    );
  });

  it("are refused for what is no p-value, with its place and value", () => {
    expect(() => adjust(Float64Array.of(0.5, 1.5))).toThrow("p-value 1 must be from 0 to 1, got 1.5");
    expect(() => adjustWithin(Int32Array.of(1), Float64Array.of(0.1, 0.2))).toThrow("1 groups for 2 p-values");
  });
});
