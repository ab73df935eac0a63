import { expect, test } from "vitest";
import { STATUS } from "../../../models/score.ts";
import { leakP, panelQ } from "../../../models/scoring/panel-q.ts";
import { emptyScores } from "../../../models/scoring/score-columns.ts";
import { calmPeers, panelOf } from "./panels.ts";

/** Ten enterprises of one region and two of another, with these z and no leak. */
function qOf(z: readonly number[]): Float64Array {
  const panel = panelOf(calmPeers(12, 8, 100).map((one, i) => ({ ...one, region: i < 10 ? 0 : 1 })));
  const scores = emptyScores(12);
  scores.status.fill(STATUS.scored);
  scores.leak.fill(0);
  scores.z.set(z);
  return panelQ(panel, scores, 0.5);
}

test("q is Benjamini and Hochberg's within the region, over shocks and leaks together", () => {
  const q = qOf([-4, -3, 0, 0, 0, 0, 0, 0, 0, 0, -3, 0]);
  // R: p.adjust(c(pnorm(-4), pnorm(-3), rep(.5, 8), rep(1, 10)), "BH")[1:2] and p.adjust(c(pnorm(-3), .5, 1, 1), "BH")[1]
  expect(q[0]).toBeCloseTo(20 * 3.167124e-5, 8);
  expect(q[1]).toBeCloseTo((20 / 2) * 1.349898e-3, 7);
  expect(q[10]).toBeCloseTo(4 * 1.349898e-3, 7);
});

test("who was not judged has no q and is not counted", () => {
  const panel = panelOf(calmPeers(3, 8, 100));
  const scores = emptyScores(3);
  scores.status.set([STATUS.scored, STATUS.rebased, STATUS.silent]);
  scores.z.set([-4, -9, Number.NaN]);
  scores.leak.set([0, 9, Number.NaN]);
  const q = panelQ(panel, scores, 0.5);
  expect(q[0]).toBeCloseTo(2 * 3.167124e-5, 8);
  expect([q[1], q[2]]).toEqual([Number.NaN, Number.NaN]);
});

test("a leak's chance falls by e with every standard deviation at k = 0.5", () => {
  expect(leakP(0, 0.5)).toBe(1);
  expect(leakP(5, 0.5)).toBeCloseTo(Math.exp(-6.166), 12);
});
