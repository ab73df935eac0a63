import { describe, expect, it } from "vitest";
import { groupCourse } from "../../../models/groups/group-course.ts";

const nobodyAway = new Float64Array(60);
const falling = [100, 99, 99.5, 98, 97.2, 97.5, 96.1, 95, 95.2, 94, 93.5, 93];

describe("the course of a group", () => {
  it("has the Theil–Sen slope and Mann–Kendall p of its last twelve months", () => {
    // SciPy 1.17.1: expm1(theilslopes(log(y)).slope); R 4: cor.test(1:12, y, method = "kendall", exact = FALSE, continuity = TRUE)
    const { trend } = groupCourse(Float64Array.from([80, ...falling]), nobodyAway);
    expect(trend).toMatchObject({ kind: "judged", months: 12, direction: "falling", adjusted: false });
    if (trend.kind !== "judged") return;
    expect(trend.slope).toBeCloseTo(-0.006682737899427125, 12);
    expect(trend.p).toBeCloseTo(5.214911582429593e-5, 9);
  });

  it("is not judged under twelve months, and says how many there are", () => {
    const chain = Float64Array.from([Number.NaN, ...falling.slice(1)]);
    expect(groupCourse(chain, nobodyAway).trend).toEqual({ kind: "too-short", have: 11, need: 12 });
  });

  const steady = Array.from({ length: 30 }, (_, i) => 1000 + ((i * 7) % 5));

  it.each([
    [900, "below"],
    [1002, "within"],
    [1100, "above"],
  ])("calls a month of %i after a steady 1000 %s its limits", (observed, verdict) => {
    const { path } = groupCourse(Float64Array.from([...steady, observed]), nobodyAway);
    expect(path).toMatchObject({ kind: "judged", observed, verdict });
  });

  it("does not call a Spring Festival unusual that comes in another month than last year", () => {
    // People are away at the end of months 5 and 16, 10 % of them; the next festival is a month later than a year on.
    const away = Float64Array.from({ length: 31 }, (_, i) => (i === 5 || i === 16 || i === 30 ? 1 : 0));
    const chain = Float64Array.from({ length: 31 }, (_, i) => (1000 + ((i * 7) % 5)) * (away[i] === 1 ? 0.9 : 1));
    expect(groupCourse(chain, away).path).toMatchObject({ verdict: "within" });
    expect(groupCourse(chain, nobodyAway).path).toMatchObject({ verdict: "below" });
  });

  it("has nothing to expect from under 24 months, nor from none", () => {
    expect(groupCourse(Float64Array.from(steady.slice(0, 24)), nobodyAway).path).toEqual({
      ...{ kind: "too-short", have: 23, need: 24 },
    });
    expect(groupCourse(Float64Array.of(Number.NaN, 5), nobodyAway).path).toEqual({ kind: "silent" });
  });
});
