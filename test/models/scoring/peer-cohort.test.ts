import fc from "fast-check";
import { median } from "simple-statistics";
import { expect, test } from "vitest";
import { cohortMedians } from "../../../models/scoring/cohort-medians.ts";
import { logChange } from "../../../models/scoring/log-change.ts";
import { type Case, detectorWith, panelOf, scoreCases, tree } from "./panels.ts";

/** Enterprises of 100 that all changed to `now` in the last month. */
const moved = (count: number, now: number, where: Partial<Case> = {}): Case[] =>
  Array.from({ length: count }, () => ({ months: [100, 100, 100, 100, 100, 100, 100, now], ...where }));

/** The peers' change in the last month as the first enterprise sees it. */
const firstPeerChange = (cases: readonly Case[], changed = {}) => scoreCases(cases, changed).peerChange[0];

test("a large cohort's median is its own but for the lean on its parents", () => {
  const cases = [...moved(20, 90), ...moved(30, 100, { industry: 6 })];
  // group 111 is all there is of division 11, section A and the region: only the lean on all 50 enterprises remains,
  // once: 20/(20 + 5) of log .9, the rest of their median 0
  expect(firstPeerChange(cases)).toBeCloseTo(0.8 * Math.log(0.9), 12);
});

test("with no lean asked for, the cohort's median is the plain median of its changes", () => {
  const headcounts = fc.array(fc.integer({ min: 60, max: 240 }), { minLength: 5, maxLength: 40 });
  fc.assert(
    fc.property(headcounts, (found) => {
      const cases = found.flatMap((now) => moved(1, now));
      const expected = median(found.map((now) => logChange(100, now)));
      expect(firstPeerChange(cases, { cohortPrior: 0 })).toBeCloseTo(expected, 12);
    }),
  );
});

test("a cohort of too few takes its parent's: group, then division, then section, then all", () => {
  const no = { cohortPrior: 0 };
  const others = moved(40, 100, { industry: 6 });
  expect(firstPeerChange([...moved(4, 50), ...others], no)).toBe(0);
  const section = [...moved(1, 80), ...moved(5, 80, { industry: 4 }), ...others];
  expect(firstPeerChange(section, no)).toBeCloseTo(Math.log(0.8), 12);
  const division = [...moved(1, 80), ...moved(5, 70, { industry: 3 }), ...moved(20, 90, { industry: 4 }), ...others];
  expect(firstPeerChange(division, no)).toBeCloseTo(Math.log(0.7), 12);
});

test("peers of one region are asked before those of all regions", () => {
  const here = moved(6, 80, { region: 1 });
  const there = moved(30, 100, { region: 2 });
  expect(firstPeerChange([...here, ...there], { cohortPrior: 0 })).toBeCloseTo(Math.log(0.8), 12);
});

test("nobody is an own only peer, however few a cohort may hold", () => {
  const scores = scoreCases(moved(1, 50), { cohortMinimum: 1 });
  expect([scores.peers[0], scores.peerChange[0]]).toEqual([0, Number.NaN]);
});

test("the number of peers leaves out the enterprise itself and those who did not report", () => {
  const silent = moved(3, 100).map((c) => ({ ...c, months: [...c.months.slice(0, -1), null] }));
  const scores = scoreCases([...moved(9, 100), ...silent]);
  expect([scores.peers[0], scores.peers[9]]).toEqual([8, 9]);
});

test("the size compared is last month's, so that a collapse does not choose its own peers", () => {
  const panel = panelOf([{ months: [400, 400, 400, 2] }, { months: [400, 400, 400, 390] }]);
  expect([...cohortMedians(panel, tree, detectorWith()).band]).toEqual([3, 3]);
});

test("an unknown industry or region is compared with all of its size", () => {
  const cases = [...moved(1, 100, { industry: -1, region: -1 }), ...moved(20, 90, { industry: 6 })];
  expect(firstPeerChange(cases)).toBeCloseTo(Math.log(0.9), 12);
});
