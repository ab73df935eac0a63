import { expect, test } from "vitest";
import { STATUS } from "../../../models/score.ts";
import { cohortMedians } from "../../../models/scoring/cohort-medians.ts";
import { type Case, calmPeers, detectorWith, panelOf, scoreCases, tree } from "./panels.ts";

const calm = [310, 312, 309, 311, 310, 308, 310, 311];
const loser: Case = { months: [...calm, 310, 5], id: 1 };
const peers = calmPeers(12, 10, 300);

function partnersOf(cases: readonly Case[]): number[] {
  const { row, partner } = cohortMedians(panelOf(cases), tree, detectorWith()).transfers;
  return Array.from(row, (fallen, i) => (fallen === 0 ? partner[i] : -1)).filter((found) => found >= 0);
}

test("a fall with an equal gain in the division and month is a transfer, on both sides", () => {
  const sister: Case = { months: [20, 21, 20, 20, 20, 21, 20, 20, 20, 322], industry: 3, id: 2 };
  const scores = scoreCases([loser, sister, ...peers]);
  expect([...scores.status.subarray(0, 2)]).toEqual([STATUS.rebased, STATUS.rebased]);
  expect(scores.z[0]).toBeLessThan(-9);
  expect([scores.fall3[0], scores.leak[0], scores.breakMonth[0]]).toEqual([0, 0, panelOf([loser]).month]);
});

test("an enterprise that first reports with the people that left is a counterpart", () => {
  const heir: Case = { months: [...Array(9).fill(null), 301], id: 2 };
  const scores = scoreCases([loser, heir, ...peers]);
  expect([scores.status[0], scores.status[1]]).toEqual([STATUS.rebased, STATUS.tooShort]);
});

test.each<[string, Partial<Case>]>([
  ["another division", { industry: 6 }],
  ["another size", { months: [20, 21, 20, 20, 20, 21, 20, 20, 20, 260] }],
  ["another month", { months: [20, 21, 20, 20, 20, 21, 20, 20, 325, 325] }],
  ["a return after a gap", { months: [305, 21, 20, 20, 20, 21, 20, 20, null, 305] }],
])("%s is no counterpart", (_, changed) => {
  const other: Case = { months: [20, 21, 20, 20, 20, 21, 20, 20, 20, 322], id: 2, ...changed };
  expect(partnersOf([loser, other, ...peers])).toEqual([]);
  expect(scoreCases([loser, other, ...peers]).status[0]).toBe(STATUS.scored);
});

test("the month in which all reporting begins brings forth nobody", () => {
  const sister: Case = { months: [20, 21, 20, 20, 20, 21, 20, 20, 20, 322], id: 2 };
  const all = [loser, sister, ...calmPeers(3, 10, 300)];
  const early = all.map((c) => ({ ...c, months: [null, null, ...c.months] }));
  expect(partnersOf(early)).toEqual(partnersOf(all));
  expect(partnersOf(early)).toEqual([1]);
});

test("where such gains are common a match is chance and excuses nothing", () => {
  const rival = (month: number): Case => ({ months: calm.concat(310, 310).map((_, i) => (i < month ? 20 : 322)) });
  expect(partnersOf([loser, rival(9), rival(4), rival(6), ...peers])).toEqual([]);
});

test("falls of under twenty people are never matched", () => {
  const small: Case = { months: [20, 20, 20, 20, 20, 20, 20, 20, 20, 2] };
  const other: Case = { months: [9, 9, 9, 9, 9, 9, 9, 9, 9, 27] };
  expect(partnersOf([small, other, ...peers])).toEqual([]);
});

test("of two counterparts the one in the own region wins, then the nearer in size, and none serves twice", () => {
  const far: Case = { months: [20, 20, 20, 20, 20, 20, 20, 20, 20, 325], region: 2, id: 3 };
  const near: Case = { months: [20, 20, 20, 20, 20, 20, 20, 20, 20, 322], region: 0, id: 4 };
  const nearest: Case = { months: [20, 20, 20, 20, 20, 20, 20, 20, 20, 324], region: 0, id: 5 };
  expect(partnersOf([loser, far, near])).toEqual([2]);
  expect(partnersOf([loser, far, near, nearest])).toEqual([3]);
  const larger: Case = { months: [...calm, 310, 1], id: 9 };
  expect(partnersOf([loser, larger, near])).toEqual([]);
});

test("a transfer of some months ago is neither a fall of three months nor a leak", () => {
  const before: Case = { months: [310, 312, 309, 311, 310, 310, 5, 5, 5, 5], id: 1 };
  const heir: Case = { months: [20, 21, 20, 20, 20, 20, 322, 322, 321, 322], id: 2 };
  const scores = scoreCases([before, heir, ...peers]);
  expect([scores.status[0], scores.fall3[0]]).toEqual([STATUS.scored, 0]);
  expect(scores.leak[0]).toBeLessThan(0.5);
  // a shock of half the limit, less the reference in each of three calm months
  expect(scoreCases([before, ...peers]).leak[0]).toBeCloseTo(1, 1);
});
