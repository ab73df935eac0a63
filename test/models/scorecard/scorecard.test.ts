import { describe, expect, it } from "vitest";
import type { AlertEpisode } from "../../../models/judging/episodes.ts";
import { JUDGING } from "../../../models/judging/thresholds.ts";
import { BANDS } from "../../../models/scorecard/bands.ts";
import { type ScorecardInput, scorecardOf } from "../../../models/scorecard/scorecard.ts";

const alert = (enterprise: number, openedMonth: number, level: number): AlertEpisode => ({
  ...{ enterprise, openedMonth, closedMonth: openedMonth + 2, level },
});
const event = (enterprise: number, month: number) => ({ enterprise, month, people: 30 });

/** Months 100 … 111. Red: one hit, one false. Orange: one after which help was given, one pending. */
const input: ScorecardInput = {
  ...{ from: 100, to: 111, event: "large-reduction", levels: ["red", "orange"], enterpriseMonths: 1200 },
  history: { episodes: [alert(1, 101, 0), alert(2, 102, 0), alert(3, 103, 1), alert(4, 110, 1)], changes: [] },
  events: [event(1, 103), event(9, 105)],
  interventions: [{ enterprise: 3, month: 104 }],
  ...{ risk: null, audit: { looked: 20, found: 1 }, answers: [], thresholds: JUDGING, bands: BANDS },
};

describe("a scorecard", () => {
  it("judges each level, help given on neither side, and says what that leaves open", () => {
    const [red, orange] = scorecardOf(input).levels;
    expect(red).toMatchObject({ alerts: 2, precision: 0.5, ifHelped: 0.5, ifNot: 0.5 });
    expect(orange).toMatchObject({ alerts: 2, precision: null, interval: null, ifHelped: 1, ifNot: 0 });
    expect(orange!.verdicts).toMatchObject({ intervened: 1, pending: 1, false: 0, hit: 0 });
  });

  it("counts the events nobody warned of, the burden, and what the audit found", () => {
    const { all, burden, audit } = scorecardOf(input);
    expect(all).toMatchObject({ events: 2, warned: 1, missed: 1, recall: 0.5, medianLeadWarned: 2 });
    expect(burden.perHundred).toBeCloseTo(4 / 12, 12); // four alerts in 1,200 enterprise-months
    // R: prop.test(1, 20, correct = FALSE)$conf.int is 0.008881 … 0.236132
    expect(audit.interval!.low).toBeCloseTo(0.008881, 5);
    expect(audit.interval!.high).toBeCloseTo(0.236132, 5);
  });

  it("lets an alert that opened before the year warn of an event in it, and judges only those of the year", () => {
    const early = { ...input, history: { episodes: [alert(9, 99, 0)], changes: [] }, events: [event(9, 101)] };
    expect(scorecardOf(early)).toMatchObject({ all: { alerts: 0, warned: 1 }, levels: [{ alerts: 0 }, { alerts: 0 }] });
  });
});

describe("outside its band", () => {
  const outside = (rest: Partial<ScorecardInput>) =>
    scorecardOf({ ...input, ...rest }).outside.map(({ code, level }) => [code, level]);
  const reds = (hits: number, others: number) => ({
    history: { episodes: Array.from({ length: hits + others }, (_, i) => alert(i + 1, 101, 0)), changes: [] },
    events: Array.from({ length: hits }, (_, i) => event(i + 1, 103)),
    interventions: [],
  });

  // Wilson's 95 % interval of 3 in 40 ends at 0.199, of 6 in 40 at 0.291, of 7 in 40 at 0.320; the floor is 0.30.
  it.each<[number, number, unknown[]]>([
    [3, 37, [["precision", "red"]]],
    [6, 34, [["precision", "red"]]],
    [7, 33, []],
    [0, 9, []], // fewer than ten say nothing
    [0, 10, [["precision", "red"]]], // 0 in 10 ends at 0.278
  ])("precision of %i hits and %i false alarms", (hits, others, expected) => {
    expect(outside(reds(hits, others))).toEqual(expected);
  });

  const risk = (probability: number, events: number, isProbability = true) => {
    const rows = 1024; // with sixty-fourths of it no sum is off by a rounding
    const index = Int32Array.from({ length: rows }, (_, i) => i);
    return {
      rows: {
        ...{ enterprise: index, month: new Int32Array(rows).fill(105), size: new Int32Array(rows).fill(50) },
        outcome: Int8Array.from(index, (i) => (i < events ? 1 : 0)),
      },
      ...{ risk: new Float64Array(rows).fill(probability), isProbability },
    };
  };

  it.each<[string, number, number, boolean]>([
    ["twice as many as expected still is inside", 1 / 64, 32, false],
    ["more than twice as many", 1 / 64, 33, true],
    ["half as many still is inside", 1 / 32, 16, false],
    ["less than half as many", 1 / 32, 15, true],
    ["three times as many, but too few to say anything", 1 / 512, 6, false],
  ])("calibration: %s", (_says, probability, events, isOutside) => {
    const codes = outside({ risk: risk(probability, events) }).map(([code]) => code);
    expect(codes.includes("calibration")).toBe(isOutside);
  });

  it("a probability worse than always saying the base rate; a score claims nothing", () => {
    expect(outside({ risk: risk(0.4, 20) })).toContainEqual(["skill", null]);
    expect(outside({ risk: risk(0.4, 20, false) })).toEqual([]);
  });
});
