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

/** R 4.2.2, limma 3.54.1: zscoreT(t, df, approx = TRUE, method = "wallace"). */
test.each([
  [4, 8, 2.87611186504],
  [-4, 19, -3.36298417759],
  [6, 35, 4.94043856355],
  [-17.8, 17, -7.01216870525],
  [-2.5, 10, -2.15032963048],
])("t of %d with %d degrees of freedom is limma's z by the same formula", (t, freedom, z) => {
  expect(zOfT(t, freedom)).toBeCloseTo(z, 10);
});

/**
 * R 4.2.2, limma 3.54.1: f <- eBayes(lmFit(rows)) of five rows of eight months, 7 residual degrees of freedom each;
 * moderated t (f$t) and qnorm(f$p.value / 2), whose degrees are f$df.total = 7 + f$df.prior. As in our score the prior's
 * months are added to the own ones.
 */
test.each([
  [-9.686167944975, -4.319492018239],
  [-1.310440234053, -1.204533126262],
  [-0.326597822077, -0.31493278069],
])("a moderated t of %d is as rare as limma says with the own and the prior's degrees", (t, z) => {
  const own = zOfT(t, 7 + 0.574619407855);
  expect(Math.abs(own / z - 1)).toBeLessThan(0.01); // 7 degrees alone would be 3 % off for the first
});

test("with many months t and z agree", () => {
  expect(zOfT(-4, 100_000)).toBeCloseTo(-4, 3);
});

test("the t of a z gives that z back", () => {
  for (const z of [-4, -1, 0, 2.5]) expect(zOfT(tOfZ(z, 19), 19)).toBeCloseTo(z, 12);
  // scipy: t.isf(norm.sf(4), 20) = 5.0355
  expect(Math.abs(tOfZ(4, 20) - 5.0355)).toBeLessThan(0.03);
});
