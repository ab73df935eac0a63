import fc from "fast-check";
import { wilcoxonRankSum } from "simple-statistics";
import { describe, expect, it } from "vitest";
import { averagePrecision, lift, rocAuc } from "../../../models/judging/average-precision.ts";
import {
  bestThreshold,
  confusionAt,
  fBeta,
  precisionOf,
  precisionRecallCurve,
  recallOf,
} from "../../../models/judging/precision-recall.ts";
import { baseRate, rankRows } from "../../../models/judging/ranking.ts";

/** 24 rows with many equal scores; every expected figure of them is scikit-learn 1.9.1's. */
const SCORE = [5, 3, 4, 4, 10, 6, 7, 3, 7, 1, 1, 9, 0, 10, 8, 8, 0, 2, 8, 4, 6, 1, 2, 5].map((s) => s / 10);
const OUTCOME = [0, 0, 1, 0, 1, 1, 0, 0, 1, 0, 0, 1, 0, 1, 0, 1, 0, 0, 1, 0, 0, 0, 1, 1];
const WEIGHT = Float64Array.of(2, 3, 1, 1, 2, 0, 3, 2, 0, 3, 3, 3, 1, 0, 1, 1, 3, 3, 1, 0, 0, 1, 2, 1);

const rank = (score: readonly number[], outcome: readonly number[]) =>
  rankRows(Float64Array.from(score), Int8Array.from(outcome));
const ranking = rank(SCORE, OUTCOME);

describe("average precision and ROC AUC", () => {
  it("are scikit-learn's, equal scores being one threshold", () => {
    expect(averagePrecision(ranking)).toBeCloseTo(0.7909649122807016, 12);
    expect(rocAuc(ranking)).toBeCloseTo(0.8428571428571429, 12);
    expect(baseRate(ranking)).toBeCloseTo(0.4166666666666667, 12);
    expect(lift(ranking)).toBeCloseTo(0.7909649122807016 / 0.4166666666666667, 12);
  });

  it("are scikit-learn's with sample weights", () => {
    expect(averagePrecision(ranking, WEIGHT)).toBeCloseTo(0.7936438561438561, 12);
    expect(rocAuc(ranking, WEIGHT)).toBeCloseTo(0.8618881118881119, 12);
  });

  it("is, as AUC, what simple-statistics' rank sum of the events makes it (Mann and Whitney)", () => {
    const scores = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(scores, scores, (events, others) => {
        const own = rocAuc(rank([...events, ...others], [...events.map(() => 1), ...others.map(() => 0)]));
        const u = wilcoxonRankSum(events, others) - (events.length * (events.length + 1)) / 2;
        expect(own).toBeCloseTo(u / (events.length * others.length), 9);
      }),
    );
  });

  it("do not depend on the order of the rows", () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.boolean()), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(rows, fc.integer(), (given, seed) => {
        const turned = given.map((row, i) => [row, (i * 7919 + seed) % 101] as const).sort((a, b) => a[1] - b[1]);
        const of = (list: readonly (readonly [number, boolean])[]) =>
          rank(
            list.map(([s]) => s),
            list.map(([, y]) => Number(y)),
          );
        const [one, other] = [of(given), of(turned.map(([row]) => row))];
        expect(averagePrecision(one)).toBe(averagePrecision(other));
        expect(rocAuc(one)).toBe(rocAuc(other));
      }),
    );
  });

  it("are the base rate and one half for a score that says the same of all", () => {
    const blind = rank([1, 1, 1, 1], [0, 1, 0, 0]);
    expect([averagePrecision(blind), lift(blind), rocAuc(blind)]).toEqual([0.25, 1, 0.5]);
  });

  it("leave out unknown outcomes, and rank rows without a score last", () => {
    // By hand: ranks are event, other, then the two unscored together: AP = ½ · 1 + ½ · 2/4.
    const some = rank([0.9, 0.1, Number.NaN, Number.NaN, 0.5], [1, 0, 1, 0, -1]);
    expect(averagePrecision(some)).toBe(0.75);
    expect(baseRate(some)).toBe(0.5);
  });

  it("are null without an event, AUC also without anything else", () => {
    const calm = rank([0.1, 0.2], [0, 0]);
    expect([averagePrecision(calm), lift(calm), rocAuc(calm)]).toEqual([null, null, null]);
    expect(rocAuc(rank([0.1], [1]))).toBeNull();
    expect(baseRate(rank([], []))).toBeNull();
  });
});

describe("thresholds", () => {
  it("give scikit-learn's precision_recall_curve", () => {
    expect(
      precisionRecallCurve(ranking).map(({ threshold, precision, recall }) => [threshold, precision, recall]),
    ).toEqual([
      [1, 1, 0.2],
      [0.9, 1, 0.3],
      [0.8, 0.8333333333333334, 0.5],
      [0.7, 0.75, 0.6],
      [0.6, 0.7, 0.7],
      [0.5, 0.6666666666666666, 0.8],
      [0.4, 0.6, 0.9],
      [0.3, 0.5294117647058824, 0.9],
      [0.2, 0.5263157894736842, 1],
      [0.1, 0.45454545454545453, 1],
      [0, 0.4166666666666667, 1],
    ]);
  });

  it.each([
    [0.3, { hits: 9, falseAlarms: 8, misses: 1, quiet: 6 }, 0.5769230769230769, 0.7894736842105263],
    [0.5, { hits: 8, falseAlarms: 4, misses: 2, quiet: 10 }, 0.6896551724137931, 0.7692307692307693],
    [0.75, { hits: 5, falseAlarms: 1, misses: 5, quiet: 13 }, 0.7352941176470589, 0.5434782608695652],
    [1.5, { hits: 0, falseAlarms: 0, misses: 10, quiet: 14 }, 0, 0],
  ])("at %d give scikit-learn's confusion and F0.5 and F2", (threshold, confusion, half, double) => {
    const found = confusionAt(ranking, threshold);
    expect(found).toEqual(confusion);
    const f = (beta: number) => fBeta(precisionOf(found) ?? 0, recallOf(found)!, beta);
    expect([f(0.5), f(2)]).toEqual([expect.closeTo(half, 12), expect.closeTo(double, 12)]);
  });

  it("are best at .8 for F0.5 and at .2 for F2", () => {
    expect(bestThreshold(ranking, 0.5)).toBe(0.8);
    expect(bestThreshold(ranking, 2)).toBe(0.2);
  });

  it("never alert a row without a score", () => {
    const some = rank([Number.NaN, 0.5], [1, 0]);
    expect(confusionAt(some, Number.NEGATIVE_INFINITY)).toEqual({ hits: 0, falseAlarms: 1, misses: 1, quiet: 0 });
    expect(bestThreshold(some, 2)).toBeNull();
  });

  it("have no precision without an alert and no recall without an event", () => {
    expect(precisionOf({ hits: 0, falseAlarms: 0, misses: 1, quiet: 1 })).toBeNull();
    expect(recallOf({ hits: 0, falseAlarms: 1, misses: 0, quiet: 1 })).toBeNull();
  });
});
