import { describe, expect, it } from "vitest";
import { baselineScores } from "../../../models/judging/baselines.ts";
import { plainCusum } from "../../../models/judging/plain-cusum.ts";
import { handPanel } from "../panels.ts";

const YEAR = [100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100];
const ending = (...last: (number | null)[]) => [...YEAR.slice(last.length), ...last];
const histories = [
  ending(90),
  ending(91),
  ending(200, 180),
  ending(null, 90),
  ending(null),
  ending(0, 0),
  [null, ...YEAR.slice(1)],
];
const scores = baselineScores(
  handPanel(
    "2025-01",
    histories.map((history) => ({ history })),
  ),
);
const of = (id: string) => [...scores.find((s) => s.id === id)!.score];

describe("the baselines", () => {
  it("are the rule of 20 people or 10 % on last month's change", () => {
    // 10 of 100, 9 of 100, 20 of 200 fall; then no report last month or this one, nobody there before, no change.
    expect(of("statutory-rule")).toEqual([1, 0, 1, Number.NaN, Number.NaN, Number.NaN, 0]);
  });

  it("are 10 % below the same month a year ago", () => {
    expect(of("year-on-year")).toEqual([1, 0, 0, 1, Number.NaN, 1, Number.NaN]);
  });

  it("are last month's fall as a share", () => {
    expect(of("persistence")).toEqual([0.1, 0.09, 0.1, Number.NaN, Number.NaN, Number.NaN, 0]);
  });

  it("are the spread of the log changes, of neighbouring reports only", () => {
    const [first, , , gap, silent, , calm] = of("volatility");
    // Eleven changes of 0 and one of log .9: sd (÷ n) is |log .9| √(11/144).
    expect(first).toBeCloseTo(Math.abs(Math.log(0.9)) * Math.sqrt(11 / 144), 12);
    expect([gap, silent, calm]).toEqual([0, Number.NaN, 0]);
  });

  it("say nothing where fewer than three changes are known", () => {
    const short = baselineScores(handPanel("2025-01", [{ history: [100, 90, 80] }]));
    expect(short.find((s) => s.id === "volatility")!.score[0]).toBeNaN();
    expect(short.find((s) => s.id === "plain-cusum")!.score[0]).toBeNaN();
  });

  it("have names in both languages and one score an enterprise", () => {
    expect(scores.map((s) => s.id)).toEqual([
      "statutory-rule",
      "year-on-year",
      "persistence",
      "volatility",
      "plain-cusum",
    ]);
    for (const { name, score } of scores)
      expect([name.zh !== "", name.en !== "", score.length]).toEqual([true, true, 7]);
  });
});

describe("the plain CUSUM", () => {
  it("adds up what lies below the mean by more than the reference", () => {
    // Mean 0, spread 1: z are 1, 1, −1, −1; after them 0, 0, .5, 1.
    expect(plainCusum([1, 1, -1, -1], 0.5)).toBe(1);
    expect(plainCusum([-1, -1, 1, 1], 0.5)).toBe(0);
  });

  it("is 0 when nothing ever changed", () => {
    expect(plainCusum([0, 0, 0], 0.5)).toBe(0);
  });
});
