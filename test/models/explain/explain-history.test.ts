import { describe, expect, it } from "vitest";
import { explainHistory, historyOf } from "../../../models/explain/explain-history.ts";
import { parseMonth } from "../../../models/month.ts";
import { GAP, type Panel } from "../../../models/panel.ts";

const DECEMBER = parseMonth("2025-12");

/** A panel of one enterprise whose months end in December 2025. */
const panelOf = (months: readonly number[]): Panel => ({
  ...{ month: DECEMBER, size: 1, width: months.length, headcount: Int32Array.from(months) },
  enterprise: Int32Array.of(1),
  ...{ dispatch: Int32Array.of(GAP), dispatchBefore: Int32Array.of(GAP), hidden: Int32Array.of(GAP) },
  ...{ firstHeadcount: Int32Array.of(months[0]!), industry: Int32Array.of(-1), region: Int32Array.of(-1) },
  ...{ closed: new Uint8Array(1), transferred: new Uint8Array(1), transferredMonth: Int32Array.of(GAP) },
});
const past = (months: readonly number[]) => historyOf(panelOf(months), 0);

describe("historyOf", () => {
  it("counts the months over which this month's fall is the largest", () => {
    // Eight changes, the first a fall of 30: this month's 20 is the largest of the seven after it. Without it: of all seven.
    expect(past([130, 100, 99, 101, 100, 98, 99, 100, 80]).largestFallIn).toBe(7);
    expect(past([100, 99, 101, 100, 98, 99, 100, 80]).largestFallIn).toBe(7);
  });

  it("does not call a fall the largest of a handful of months, nor a gain, nor a gap", () => {
    expect(past([130, 100, 99, 100, 80]).largestFallIn).toBe(0);
    expect(past([100, 99, 101, 100, 98, 99, 100, 120]).largestFallIn).toBe(0);
    expect(past([100, 99, 101, 100, 98, 99, GAP, 80]).largestFallIn).toBe(0);
  });

  it("dates a lasting fall and says the levels before and since", () => {
    const before = Array.from({ length: 16 }, (_, i) => (i % 2 ? 201 : 199));
    const since = Array.from({ length: 6 }, (_, i) => (i % 2 ? 151 : 149));
    const { lastingFall } = past([...before, ...since]);
    expect(lastingFall!.month).toBe(parseMonth("2025-07"));
    expect(lastingFall!.before).toBeCloseTo(200, 1);
    expect(lastingFall!.after).toBeCloseTo(150, 1);
    expect(explainHistory(past([...before, ...since])).map(({ zh }) => zh)).toEqual([
      "自2025年7月起用工水平由约200人降至约150人",
    ]);
  });

  it("does not date a fall of this month back to the months before it", () => {
    const calm = Array.from({ length: 23 }, (_, i) => (i % 2 ? 57 : 55));
    // As found at the moment of an alert: 56 until November, 53 in it, 18 in December; a stretch of three months begins in October.
    for (const fresh of [[18], [53, 18], [53, 20, 18]]) expect(past([...calm, ...fresh]).lastingFall).toBeNull();
    const { lastingFall } = past([...calm, 20, 18, 19]);
    expect(lastingFall!.month).toBe(parseMonth("2025-10"));
    expect(lastingFall!.after).toBeCloseTo(19, 6);
  });

  it("says the level that a further fall began from", () => {
    const before = Array.from({ length: 16 }, (_, i) => (i % 2 ? 201 : 199));
    const { lastingFall } = past([...before, 149, 151, 150, 150, 150, 110]);
    expect(lastingFall!.month).toBe(parseMonth("2025-07"));
    expect(lastingFall!.after).toBeCloseTo(150, 6);
  });

  it("calls no fall lasting that was regained", () => {
    const high = Array.from({ length: 16 }, (_, i) => (i % 2 ? 201 : 199));
    expect(past([...high, 150, 149, 151, 150, ...high.slice(0, 4)]).lastingFall).toBeNull();
  });

  it("leaves out a fall of years ago, a rise, and a history too short to tell", () => {
    const low = Array.from({ length: 20 }, (_, i) => (i % 2 ? 151 : 149));
    const high = Array.from({ length: 16 }, (_, i) => (i % 2 ? 201 : 199));
    expect(past([...high, ...low]).lastingFall).toBeNull();
    expect(past([...low, ...high.slice(0, 6)]).lastingFall).toBeNull();
    expect(past([200, 200, 200, 150, 150, 150]).lastingFall).toBeNull();
  });
});

describe("explainHistory", () => {
  it("says nothing where nothing is known", () => {
    expect(explainHistory(undefined)).toEqual([]);
    expect(explainHistory({ largestFallIn: 0, lastingFall: null })).toEqual([]);
  });
});
