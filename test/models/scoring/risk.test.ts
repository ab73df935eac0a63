import { expect, test } from "vitest";
import { RISK_BASE, RISK_TERMS, riskParts, riskScore } from "../../../models/scoring/risk.ts";

test("the parts shown to the reader and the base are the score's log-odds", () => {
  const features = Float64Array.of(1.2, 0.05, 0.4, 4, 0.6, -0.2, Number.NaN);
  const sum = riskParts(features).reduce((total, { part }) => total + part, RISK_BASE);
  expect(riskScore(features)).toBeCloseTo(1 / (1 + Math.exp(-sum)), 12);
});

test("what is not known adds nothing, and no term counts beyond its limits", () => {
  const calm = new Float64Array(RISK_TERMS.length);
  const unknown = new Float64Array(RISK_TERMS.length).fill(Number.NaN);
  const wild = new Float64Array(RISK_TERMS.length).fill(1e9);
  expect(riskScore(unknown)).toBe(riskScore(calm));
  expect(riskParts(wild).map(({ part }) => part)).toEqual(RISK_TERMS.map(({ weight, high }) => weight * high));
});
