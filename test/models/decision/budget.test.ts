import { expect, it } from "vitest";
import {
  type Candidate,
  isToldAlways,
  personsOfVisit,
  visitsOf,
  withinBudget,
} from "../../../models/decision/budget.ts";
import { loadProfile } from "../../../src/profiles/profiles.ts";

const one = (level: number, atRisk: number, always = false): Candidate => ({ level, atRisk, always });

it("the more severe level goes first, then more people at risk, then the order given", () => {
  const alerts = [one(3, 90), one(2, 5), one(2, 8), one(2, 8)];
  expect(withinBudget(alerts, 1)).toEqual([false, false, true, false]);
  expect(withinBudget(alerts, 2)).toEqual([false, false, true, true]);
  expect(withinBudget(alerts, 3)).toEqual([false, true, true, true]);
});

it("what must be told always is told beyond the budget, and uses it up", () => {
  const alerts = [one(1, 50), one(3, 1, true), one(3, 1, true)];
  expect(withinBudget(alerts, 1)).toEqual([false, true, true]);
  expect(withinBudget(alerts, 3)).toEqual([true, true, true]);
});

it("an unknown risk ranks behind any known one", () => {
  expect(withinBudget([one(2, Number.NaN), one(2, 0.1)], 1)).toEqual([false, true]);
});

it("whoever fell below the size that a risk is foretold for counts by those who left", () => {
  expect([personsOfVisit(8.5, 45), personsOfVisit(0, 45), personsOfVisit(Number.NaN, 45)]).toEqual([8.5, 45, 45]);
  expect([personsOfVisit(0, null), personsOfVisit(Number.NaN, Number.NaN)]).toEqual([0, Number.NaN]);
});

it("a county of 3,000 can visit 30, and a place of ten enterprises one", () => {
  expect([visitsOf(3000, 1), visitsOf(10, 1)]).toEqual([30, 1]);
});

it("red, events and lines of law are always told", () => {
  const { rules } = loadProfile("wushan").thresholds;
  expect(isToldAlways(0, ["red-deep"], rules)).toBe(true);
  expect(isToldAlways(2, ["yellow-wage-arrears"], rules)).toBe(true);
  expect(isToldAlways(2, ["yellow-line", "label-art41-people"], rules)).toBe(false);
});
