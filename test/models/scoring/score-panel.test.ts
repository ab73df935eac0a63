import { describe, expect, test } from "vitest";
import { GAP } from "../../../models/panel.ts";
import { STATUS } from "../../../models/score.ts";
import { cohortMedians } from "../../../models/scoring/cohort-medians.ts";
import { emptyScores } from "../../../models/scoring/score-columns.ts";
import { scorePanel } from "../../../models/scoring/score-panel.ts";
import { type Case, calmPeers, detectorWith, panelOf, scoreCases, tree } from "./panels.ts";

/** Scores the first of the cases among calm peers of its size. */
function scoreOf(one: Case, changed = {}) {
  const width = one.months.length;
  const scores = scoreCases([{ id: 1, ...one }, ...calmPeers(12, width, 190)], changed);
  return Object.fromEntries(Object.entries(scores).map(([name, column]) => [name, column[0]])) as Record<
    keyof typeof scores,
    number
  >;
}

const calm200 = [200, 202, 199, 201, 200, 203, 200, 198, 201, 200, 202];

describe("alarms", () => {
  test("200 people losing 60 while the peers stay is an alarm", () => {
    const score = scoreOf({ months: [...calm200, 200, 140] });
    expect(score.status).toBe(STATUS.scored);
    // by hand: log(140/200) = -.357 over the count noise sqrt(.04 × 2 / 200) = .02 is t = -17.8, as rare with the 11
    // earlier changes and the 6 months of the prior (17 degrees) as a normal z of -7.1, give or take the drifts
    expect(Math.abs(score.z + 7.1)).toBeLessThan(0.2);
    expect(score.fall3).toBe(60);
    expect(score.headcount).toBeLessThan(score.lower);
    expect(score.expected).toBeGreaterThan(195);
  });

  test("5 people losing one is none", () => {
    const score = scoreOf({ months: [5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 4] });
    expect(score.z).toBeGreaterThan(-2);
    expect(score.leak).toBeLessThan(1.5);
    expect(score.headcount).toBeGreaterThan(score.lower);
  });

  test("a whole cohort falling by a third in July is none", () => {
    const schools = Array.from({ length: 12 }, (_, k) => ({
      months: [...calm200.map((n) => n + k), 200 + k, 134 + k],
    }));
    const scores = scoreCases(schools);
    expect(Math.min(...scores.z)).toBeGreaterThan(-1);
    expect(scores.peerChange[0]).toBeCloseTo(-0.39, 1);
    expect(scores.expected[0]).toBeCloseTo(134, -1);
  });

  test("a few leaving every month is a leak though no month is a shock", () => {
    const months = Array.from({ length: 14 }, (_, i) => Math.round(200 * 0.97 ** Math.max(0, i - 4)));
    const score = scoreOf({ months });
    expect(score.z).toBeGreaterThan(-2);
    expect(score.leak).toBeGreaterThan(5);
    expect(score.slope).toBeLessThan(-0.02);
    expect(score.trendP).toBeLessThan(0.001);
  });

  test("the lower bound is where z is -3", () => {
    const score = scoreOf({ months: [...calm200, 200, 170] });
    const bound = scoreOf({ months: [...calm200, 200, Math.floor(score.lower)] });
    expect(bound.z).toBeLessThanOrEqual(-3);
    expect(scoreOf({ months: [...calm200, 200, Math.ceil(score.lower)] }).z).toBeGreaterThanOrEqual(-3);
  });
});

describe("what cannot be compared", () => {
  test("an enterprise reporting for the first time is too short to judge", () => {
    const score = scoreOf({ months: [...Array(12).fill(null), 300] });
    expect(score.status).toBe(STATUS.tooShort);
    expect([score.headcount, score.previous, score.z, score.leak, score.risk]).toEqual([
      300,
      GAP,
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
  });

  test("history shorter than asked for is a status, not a score", () => {
    const months = [...Array(8).fill(null), 300, 300, 300, 300, 5];
    expect(scoreOf({ months })).toMatchObject({ status: STATUS.tooShort, previous: 300, z: Number.NaN });
    expect(scoreOf({ months }, { minimumHistory: 5 }).status).toBe(STATUS.scored);
  });

  test("a month without a report is silence, not a fall", () => {
    const score = scoreOf({ months: [...calm200, 200, null] });
    expect(score).toMatchObject({ status: STATUS.silent, headcount: GAP, previous: 200, z: Number.NaN });
    expect(score.fall3).toBeNaN();
  });

  test("the first report after a gap is held against the last one before it, which may have moved for longer", () => {
    const fallen = scoreOf({ months: [...calm200, null, 120] });
    expect(fallen).toMatchObject({ status: STATUS.returned, previous: 202 });
    // by hand: log(120/202) = -.521 over two months' count noise sqrt(2 × .04 × 2 / 202) = .0281 is t = -18.5 with the 10
    // earlier changes and the 6 months of the prior: as rare as a normal z of about -7
    expect(Math.abs(fallen.z + 7)).toBeLessThan(0.3);
    expect(fallen.headcount).toBeLessThan(fallen.lower);
    expect(fallen.expected).toBeGreaterThan(195);
    const usual = scoreOf({ months: [...calm200, null, 199] });
    expect(usual.z).toBeGreaterThan(-1);
    const atOnce = scoreOf({ months: [...calm200, 202, 180] });
    const acrossGap = scoreOf({ months: [...calm200, null, null, 180] });
    expect(acrossGap.z).toBeGreaterThan(atOnce.z);
  });

  test("a return after seven months of silence has nothing to be compared with, one after six has", () => {
    const returning = (gap: number) => scoreOf({ months: [...calm200, ...Array(gap).fill(null), 120] });
    expect(returning(6)).toMatchObject({ status: STATUS.returned, previous: 202 });
    expect(returning(6).z).toBeLessThan(-3);
    expect(returning(7)).toMatchObject({ status: STATUS.returned, previous: GAP, z: Number.NaN });
  });

  test("an enterprise known to have closed has lost its last headcount", () => {
    const score = scoreOf({ months: [...calm200, 200, null], closed: true });
    expect(score).toMatchObject({ status: STATUS.exited, previous: 200, fall3: 200, z: Number.NaN });
    const late = scoreOf({ months: [...calm200, 57, null, null], closed: true });
    expect([late.status, late.previous]).toEqual([STATUS.exited, 57]);
  });

  test("hidden unemployment is a share of the month's headcount, or unknown", () => {
    expect(scoreOf({ months: [...calm200, 200, 200], hidden: 50 }).hiddenShare).toBe(0.25);
    expect(scoreOf({ months: [...calm200, 200, 200] }).hiddenShare).toBeNaN();
    expect(scoreOf({ months: [...calm200, 200, 0], hidden: 0 }).hiddenShare).toBeNaN();
  });

  test("a gap within the history costs its two changes and nothing else", () => {
    const score = scoreOf({ months: [200, 202, 199, null, 200, 203, 200, 198, 201, 200, 202, 200, 140] });
    expect(score.status).toBe(STATUS.scored);
    expect(score.z).toBeLessThan(-6);
  });
});

describe("level shifts", () => {
  test("a merger's step up is re-based, and neither a trend nor a later fall", () => {
    const merged = scoreOf({ months: [...calm200, 200, 320] });
    // 200, 202, 200, 320: the step counts from 202 up, so that the two people gained before it remain
    expect([merged.status, merged.fall3, merged.leak]).toEqual([STATUS.rebased, -2, 0]);
    const later = scoreOf({ months: [...calm200.slice(0, 6), 320, 322, 319, 321, 320, 320, 321] });
    expect(later.status).toBe(STATUS.scored);
    expect(later.breakMonth).toBe(panelOf([{ months: [1] }]).month - 6);
    expect(Math.abs(later.slope)).toBeLessThan(0.005);
  });

  test("a spike undone next month is a blip and no fall", () => {
    const score = scoreOf({ months: [...calm200, 300, 201] });
    expect(score.status).toBe(STATUS.rebased);
    expect(score.z).toBeLessThan(-3);
    expect(score.leak).toBeLessThan(1);
    expect(scoreOf({ months: [...calm200, 300, 201, 200] }).fall3).toBe(2);
  });

  test("a fall that goes on below the level before the spike is a fall", () => {
    expect(scoreOf({ months: [...calm200, 300, 130] }).status).toBe(STATUS.scored);
  });

  test("a fall is not excused by its size", () => {
    const score = scoreOf({ months: [...calm200, 200, 6] });
    expect(score.status).toBe(STATUS.scored);
    expect(score.z).toBeLessThan(-10);
  });

  test("a fall to a level held before a rise of many months ago is a fall", () => {
    const months = [100, 101, 99, 100, 180, 181, 180, 179, 180, 181, 180, 180, 101];
    expect(scoreOf({ months }).status).toBe(STATUS.scored);
  });

  test("a named successor excuses the fall, reported or not", () => {
    const fallen = scoreOf({ months: [...calm200, 200, 6], transferred: true });
    expect([fallen.status, fallen.fall3, fallen.leak]).toEqual([STATUS.rebased, 0, 0]);
    const gone = scoreOf({ months: [...calm200, 200, null], transferred: true, closed: true });
    expect([gone.status, gone.previous, gone.z]).toEqual([STATUS.rebased, 200, Number.NaN]);
  });

  test("a successor named months ago still excuses the fall of then", () => {
    const months = [...calm200, 200, 120, 121, 120];
    expect(scoreOf({ months }).fall3).toBe(80);
    const handed = scoreOf({ months, transferredAgo: 2 });
    expect([handed.status, handed.fall3]).toEqual([STATUS.scored, 0]);
    expect(handed.breakMonth).toBe(panelOf([{ months: [1] }]).month - 2);
  });

  test("a month reported a third too high and put right is a blip also where months vary", () => {
    const wobbly = [100, 104, 98, 103, 97, 102, 99, 104, 98, 101, 100];
    expect(scoreOf({ months: [...wobbly, 133, 100] }).status).toBe(STATUS.rebased);
  });

  test("a rise that only regains a recent fall leaves no fall and no trend", () => {
    const months = [...calm200, 200, 120, 121, 199];
    const score = scoreOf({ months });
    expect([score.status, score.fall3]).toEqual([STATUS.rebased, 1]);
    expect(Math.abs(score.slope)).toBeLessThan(0.002);
  });

  test("a rise across a gap is a level shift too", () => {
    const score = scoreOf({ months: [...calm200.slice(0, 6), null, 320, 322, 319, 321, 320, 320] });
    expect(score.breakMonth).toBe(panelOf([{ months: [1] }]).month - 5);
    expect(Math.abs(score.slope)).toBeLessThan(0.005);
  });
});

describe("misuse", () => {
  const panel = panelOf(calmPeers(3, 12, 100));
  const detector = detectorWith();
  const cohorts = cohortMedians(panel, tree, detector);

  test("cohort medians of another panel are refused", () => {
    const other = panelOf(calmPeers(4, 12, 100));
    expect(() => scorePanel(other, cohorts, detector)).toThrow("must come from this panel of 4 × 12, got 3 × 12");
  });

  test("rows outside the panel or its scores are refused", () => {
    expect(() => scorePanel(panel, cohorts, detector, 0, 4)).toThrow("got 0 to 4");
    expect(() => scorePanel(panel, cohorts, detector, 0, 3, emptyScores(2))).toThrow("room for 2 scores");
  });

  test("a set kept before a threshold existed is refused by name", () => {
    const { flowShare: _, ...older } = detectorWith();
    expect(() => cohortMedians(panel, tree, older as ReturnType<typeof detectorWith>)).toThrow(
      "detector threshold flowShare is missing",
    );
  });

  test("a threshold that cannot be worked with is named", () => {
    expect(() => cohortMedians(panel, tree, detectorWith({ window: 1 }))).toThrow(
      "detector threshold window must be a number from 3 up, got 1",
    );
  });
});

test("a headcount of zero, before or now, still gives numbers", () => {
  const now = scoreOf({ months: [...calm200, 200, 0] });
  const before = scoreOf({ months: [...calm200, 0, 200] });
  for (const score of [now, before]) expect(Number.isFinite(score.z)).toBe(true);
  expect(now.z).toBeLessThan(-10);
});
