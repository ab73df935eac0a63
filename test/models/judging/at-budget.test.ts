import { describe, expect, it } from "vitest";
import { atBudget, rankWithinMonths } from "../../../models/judging/at-budget.ts";

/** Two months; in the second two enterprises tie for the second place. */
const MONTH = Int32Array.of(1, 1, 1, 1, 2, 2, 2, 2);
const SCORE = Float64Array.of(0.9, 0.2, 0.5, 0.1, 0.8, 0.3, 0.3, Number.NaN);
const OUTCOME = Int8Array.of(0, 1, 1, 0, 1, 1, 0, 1);
const ranking = rankWithinMonths(MONTH, SCORE, OUTCOME);
const visits = (count: number) => () => count;

describe("a number of visits a month", () => {
  it("goes to the highest scores of each month, equal ones sharing what is left", () => {
    // Month 1: .9 (no) and .5 (yes); month 2: .8 (yes) and half of a tie with one event in two: 1 + 1 + ½ of 4 visits.
    expect(atBudget(ranking, visits(2))).toEqual({ precision: 2.5 / 4, recall: 2.5 / 5 });
  });

  it("may be a share of the month's enterprises", () => {
    // A quarter of four is the first of each month: no and yes.
    expect(atBudget(ranking, (rows) => rows / 4)).toEqual({ precision: 1 / 2, recall: 1 / 5 });
  });

  it("is not used up on enterprises without a score", () => {
    // All seven scored ones hold four of the five events.
    expect(atBudget(ranking, visits(10))).toEqual({ precision: 4 / 7, recall: 4 / 5 });
  });

  it("counts an enterprise as often as it was drawn", () => {
    // Month 1 now is .9, .5, .5: two visits are one without and one with the event. Month 2 was not drawn.
    const weight = Float64Array.of(1, 0, 2, 1, 0, 0, 0, 0);
    expect(atBudget(ranking, visits(2), weight)).toEqual({ precision: 1 / 2, recall: 1 / 2 });
  });

  it("gives no figure without a visit, an event or a row", () => {
    expect(atBudget(ranking, visits(0)).precision).toBeNull();
    const calm = rankWithinMonths(Int32Array.of(1), Float64Array.of(0.5), Int8Array.of(0));
    expect(atBudget(calm, visits(1))).toEqual({ precision: 0, recall: null });
    const unknown = rankWithinMonths(Int32Array.of(1), Float64Array.of(0.5), Int8Array.of(-1));
    expect(atBudget(unknown, visits(1))).toEqual({ precision: null, recall: null });
  });
});
