import { expect, test } from "vitest";
import { limitsOf } from "../../../models/scoring/limits.ts";
import { countNoise, shockScale, squeezeDrift, squeezeVariance, unitScale } from "../../../models/scoring/shock.ts";
import { detectorWith } from "./panels.ts";

test("count noise is the exchanged share of 1/n, and 1/θ, for both months", () => {
  expect(countNoise(100, 50, 0.04, 0.001)).toBeCloseTo(0.04 * (0.01 + 0.02) + 0.002, 12);
  // everybody counted afresh each month: the method set's var(log n) ≥ 1/n + 1/θ, twice
  expect(countNoise(100, 50, 1, 0.001)).toBeCloseTo(0.01 + 0.02 + 0.002, 12);
});

test("hiring and leaving at random varies as much as count noise says", () => {
  // 4 % of 500 come and as many go: the change has variance 2 × 20 persons, its log 40 / 500² = 0.00016
  expect(countNoise(500, 500, 0.04, 0)).toBeCloseTo(40 / 500 ** 2, 12);
});

test("the scale is the own spread or count noise, whichever is larger", () => {
  expect(shockScale(0.04, 0.01)).toBe(0.2);
  expect(shockScale(0, 0.01)).toBe(0.1);
});

test("an enterprise's variance leans on its size band by months, as limma's squeezeVar", () => {
  // (6 × 0.01 + 12 × 0.04) / 18
  expect(squeezeVariance(0.04, 12, 0.01, 6)).toBeCloseTo(0.03, 12);
  expect(squeezeVariance(0.04, 12, 0.01, 0)).toBe(0.04);
  expect(squeezeVariance(0.04, 12, Number.NaN, 6)).toBe(0.04);
});

/**
 * R 4.2.2, limma 3.54.1: squeezeVar(var, df). Its prior (df.prior, var.prior) is given to our formula, not estimated by
 * it: limma fits both to the logs of the variances, and a small enterprise that stays the same for half a year has a
 * variance of 0, of which there are many (limma then warns "eBayes unreliable" and puts var.prior at almost nothing).
 * Ours are the size band's median variance and a number of months that the threshold set states and officials can read.
 */
const LIMMA = {
  priorMonths: 1.96950086938,
  priorVariance: 0.00101944809832,
  rows: [
    [0.0004, 8, 0.000522373585616],
    [0.0009, 12, 0.000916840482398],
    [0.0025, 35, 0.002421125571378],
    [0.0001, 6, 0.000327222991588],
    [0.0064, 20, 0.005917649412651],
    [0.0016, 35, 0.001569071871457],
    [0.0036, 12, 0.003236178897058],
    [0.0012, 24, 0.001186307125073],
    [0.01, 10, 0.008522310581626],
    [0.0049, 17, 0.004497103245011],
  ],
} as const;

test.each(LIMMA.rows)("a variance of %d over %d months is drawn to limma's %d", (own, months, posterior) => {
  expect(squeezeVariance(own, months, LIMMA.priorVariance, LIMMA.priorMonths) / posterior).toBeCloseTo(1, 9);
});

test("count noise of everybody counted afresh is twice the variance of a log count that R's glm.nb finds", () => {
  // R 4.2.2, MASS 7.3.58.2: n <- c(12,7,9,15,11,30,8,14,10,6,13,21); m <- glm.nb(n ~ 1); mean(n), m$theta, and
  // vcov(m)[1, 1] * length(n): the variance of one month's log count, from the likelihood and not from 1/n + 1/θ.
  const [mean, theta, variance] = [13, 7.52806802202, 0.209759283638];
  expect(countNoise(mean, mean, 1, 1 / theta) / (2 * variance)).toBeCloseTo(1, 9);
});

test("an own drift leans towards none and is believed up to one usual spread of its size", () => {
  expect(squeezeDrift(0.01, 6, 0.0004, 6)).toBeCloseTo(0.005, 12);
  expect(squeezeDrift(0.9, 6, 0.0004, 6)).toBe(0.02);
  expect(squeezeDrift(-0.9, 6, 0.0004, 6)).toBe(-0.02);
});

test("guard and leak measure in the own spread or count noise too", () => {
  const limits = limitsOf(detectorWith({ flowShare: 0.05 }));
  expect(unitScale(0, 10, limits)).toBeCloseTo(0.1, 12);
  expect(unitScale(0.04, 200, limits)).toBe(0.2);
});
