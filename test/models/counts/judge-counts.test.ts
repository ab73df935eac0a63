import { describe, expect, it } from "vitest";
import { type EarlierCount, judgeCounts } from "../../../models/counts/judge-counts.ts";
import { monthCounts } from "../../../models/counts/month-counts.ts";

const MONTH = 24_311;
const monthsBefore = (months: number, of: (ago: number) => Omit<EarlierCount, "month">[]): EarlierCount[] =>
  Array.from({ length: months }, (_, i) => of(i + 1).map((count) => ({ ...count, month: MONTH - 1 - i }))).flat();
const place = (count: number) => ({ kind: "alarming", dimension: "place" as const, code: "p", count });
const town = (count: number) => ({ kind: "alarming", dimension: "region" as const, code: "t", count });

describe("the counts of a month", () => {
  const items = [
    { kind: "alarming", section: "C", region: "t" },
    { kind: "alarming", section: "C", region: "u" },
    { kind: "event", section: "-", region: "-" },
  ];

  it("add up from sections and from regions, and the place counts what never came", () => {
    const counts = monthCounts("p", ["alarming", "silent", "event"], items);
    const of = (dimension: string, kind: string) =>
      counts.filter((c) => c.dimension === dimension && c.kind === kind).map((c) => [c.code, c.count]);
    expect(of("place", "alarming")).toEqual([["p", 2]]);
    expect(of("place", "silent")).toEqual([["p", 0]]);
    expect(of("section", "alarming")).toEqual([["C", 2]]);
    expect(of("region", "alarming")).toEqual([
      ["t", 1],
      ["u", 1],
    ]);
    expect(of("region", "event")).toEqual([["-", 1]]);
  });

  it("alarm by EARS C2 beyond mean and three standard deviations of the seven months before the last two", () => {
    // The seven are 4, 6, 4, 6, 4, 6, 5: mean 5, standard deviation 1: the bound is 5 + 3.0902.
    const seven = [4, 6, 4, 6, 4, 6, 5];
    const earlier = monthsBefore(9, (ago) => [place(ago <= 2 ? 5 : seven[ago - 3]!)]);
    const alarm = (count: number) => judgeCounts(MONTH, [place(count)], earlier)[0]!.alarm;
    expect(alarm(9)).toMatchObject({ kind: "judged", method: "ears-c2", observed: 9, expected: 5, alarm: true });
    expect(alarm(8)).toMatchObject({ alarm: false, bound: expect.closeTo(8.0902, 4) });
  });

  it("use Farrington once there are three years", () => {
    const earlier = monthsBefore(45, (ago) => [place(10 + (ago % 3))]);
    expect(judgeCounts(MONTH, [place(40)], earlier)[0]!.alarm).toMatchObject({ method: "farrington", alarm: true });
  });

  it("take a group that is missing in a counted month for none, and a month not counted for unknown", () => {
    const earlier = monthsBefore(12, (ago) => (ago === 4 ? [place(9), town(8)] : [place(9)]));
    expect(judgeCounts(MONTH, [town(7)], earlier)[0]!.alarm).toMatchObject({
      ...{ kind: "judged", expected: expect.closeTo(8 / 7, 9) },
    });
    const holed = earlier.filter(({ month }) => month !== MONTH - 5);
    expect(judgeCounts(MONTH, [town(7)], holed)[0]!.alarm).toEqual({ kind: "silent" });
  });

  it("are not judged on a short history", () => {
    expect(
      judgeCounts(
        MONTH,
        [place(50)],
        monthsBefore(3, () => [place(1)]),
      )[0]!.alarm,
    ).toEqual({
      ...{ kind: "too-short", have: 4, need: 8 },
    });
    expect(judgeCounts(MONTH, [place(50)], [])[0]!.alarm).toEqual({ kind: "too-short", have: 1, need: 8 });
  });
});
