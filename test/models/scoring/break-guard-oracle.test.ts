import { expect, test } from "vitest";
import { formatMonth, parseMonth } from "../../../models/month.ts";
import { MOVE, markMoves } from "../../../models/scoring/level-shift.ts";
import { limitsOf } from "../../../models/scoring/limits.ts";
import { medianInPlace } from "../../../models/scoring/median.ts";
import { robustScaleInPlace } from "../../../models/scoring/robust-scale.ts";
import { detector } from "../../../src/profiles/detector.ts";
import { american } from "../forecast/known-series.ts";

/** Headcounts of American Airlines from 2000-02, 2013-01 and 2018-06 and of Federal Express from 2013-06 (US DOT/BTS Form 41 P-1(a)). */
const american2000 = [
  97354, 98296, 98140, 98523, 99167, 99296, 99816, 99779, 100104, 100670, 101219, 101208, 101358, 102208, 102426,
  102318, 102426, 103842, 102842, 97939, 96854, 91411, 91076, 105490, 104232, 103381, 103007, 106378, 106579, 106538,
  107311, 107069, 106968, 103814, 102113, 101614,
];
const american2013 = [
  62962, 62963, 62492, 62496, 62335, 62591, 62474, 62553, 62290, 62659, 62885, 62899, 63126, 63156, 63298, 63362, 63206,
  63291, 63444, 63030, 63238, 63878, 64020, 64119, 64449, 64929, 65737, 66438, 66919, 67332, 102866, 102818, 102807,
  102936, 103427, 103327, 103536, 103402, 103752, 104002, 104484, 104675, 104819, 104900, 105052, 105316, 105503,
  105580,
];
const american2018 = [
  109171, 108945, 108516, 108414, 108327, 107573, 107590, 106799, 106701, 107272, 107531, 107773, 108107, 107818,
  106976, 106981, 107430, 107124, 107381, 107452, 107905, 109108, 108579, 107346, 107252, 107028, 106544, 106170, 90846,
  90374, 101005, 100409, 101442, 101303, 98893, 97665,
];
const express2013 = [
  162297, 161910, 161773, 162186, 162634, 161711, 162690, 162437, 162400, 162787, 163293, 163492, 163391, 163494,
  163794, 164748, 166800, 167688, 168212, 167796, 167731, 167677, 167922, 167843, 168664, 168572, 167959, 168125,
  169693, 170779, 171295, 170283, 170880, 169992, 169864, 224840, 224584, 225117, 224523, 225413, 225004, 226413,
  226402, 225824, 225569, 225871, 226424, 226333,
];

/**
 * R 4.2.2, forecast 8.20: tsoutliers(ts(diff(log(series))))$index, as months. It calls every month that stands out; the
 * guard only those that are nobody's layoff. Hence the known differences: a fall that isn't undone next month
 * (2001-09, 2001-11, 2002-11, 2020-10, 2021-04) is left to the score, and rises under 25 % (2002-01: the merger with TWA,
 * +15.8 %; 2002-05; 2020-12) are no shift either.
 */
const series = [
  { name: "a blip, undone", people: american, from: "2003-07", r: ["2005-07", "2005-08"], excused: "all" },
  { name: "a merger", people: american2013, from: "2013-01", r: ["2015-07"], excused: "all" },
  { name: "a reporting step", people: express2013, from: "2013-06", r: ["2016-05"], excused: "all" },
  {
    name: "layoffs and a smaller merger",
    people: american2000,
    from: "2000-02",
    r: ["2001-09", "2001-11", "2002-01", "2002-05", "2002-11"],
    excused: "none",
  },
  {
    name: "a layoff, partly taken back two months later",
    people: american2018,
    from: "2018-06",
    r: ["2020-10", "2020-12", "2021-04"],
    excused: "none",
  },
] as const;

test.each(series)("$name: the guard excuses $excused of the months that R's tsoutliers calls, and no other", (one) => {
  expect(marked(one.people, one.from).map(({ month }) => month)).toEqual(one.excused === "all" ? one.r : []);
});

test("an upward step is a shift, a jump and its return are the halves of a blip", () => {
  expect(marked(american2013, "2013-01")).toEqual([{ month: "2015-07", move: MOVE.shift }]);
  expect(marked(american, "2003-07").map(({ move }) => move)).toEqual([MOVE.spike, MOVE.undone]);
});

/** The months that the guard takes for something else than an ordinary change, from a history without peers. */
function marked(headcounts: readonly number[], from: string): { month: string; move: number }[] {
  const people = Float64Array.from(headcounts);
  const log = people.map(Math.log);
  const residual = log.map((value, i) => (i === 0 ? Number.NaN : value - log[i - 1]));
  const work = residual.slice(1);
  const drift = medianInPlace(work, 0, work.length);
  const variance = robustScaleInPlace(work, work.length, drift) ** 2;
  const move = new Uint8Array(people.length);
  markMoves({ people, log, residual, move, drift, variance }, 1, people.length, limitsOf(detector));
  return [...move.keys()]
    .filter((i) => move[i] !== MOVE.none && move[i] !== MOVE.ordinary)
    .map((i) => ({ month: formatMonth(parseMonth(from) + i), move: move[i] }));
}
