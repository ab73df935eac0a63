import { expect, test } from "vitest";
import { tOfZ, zOfT } from "../../../models/scoring/moderated-t.ts";

// scipy.stats: norm.isf(t.sf(t, freedom))
const SCIPY: readonly (readonly [t: number, freedom: number, z: number])[] = [
  [4, 8, 2.8821],
  [4, 19, 3.3647],
  [6, 35, 4.9423],
  [17.8, 17, 7.0351],
];

test.each(SCIPY)("t of %d with %d degrees of freedom is as rare as a normal z of %d", (t, freedom, z) => {
  expect(Math.abs(zOfT(t, freedom) - z)).toBeLessThan(0.025);
  expect(zOfT(-t, freedom)).toBe(-zOfT(t, freedom));
});

test("with many months t and z agree", () => {
  expect(zOfT(-4, 100_000)).toBeCloseTo(-4, 3);
});

test("the t of a z gives that z back", () => {
  for (const z of [-4, -1, 0, 2.5]) expect(zOfT(tOfZ(z, 19), 19)).toBeCloseTo(z, 12);
  // scipy: t.isf(norm.sf(4), 20) = 5.0355
  expect(Math.abs(tOfZ(4, 20) - 5.0355)).toBeLessThan(0.03);
});
