import { EARS_LAG, earsBound } from "../counts/ears.ts";
import { farringtonBound } from "../counts/farrington.ts";
import type { BaselineScore } from "../judging/baselines.ts";
import { threshold } from "../judging/thresholds.ts";
import { GAP, type Panel } from "../panel.ts";
import { text } from "../text.ts";

const LEAST_SPREAD = threshold(
  1,
  "persons",
  "convention",
  text("七个月毫无减员时离散度为零；以一人计", "seven months without a loss have no spread: one person stands for it"),
);
const YEARS = threshold(
  2,
  "years",
  "convention",
  text("三年序列只容两年可比", "a history of three years leaves two to compare with"),
);
const PROBABILITY = threshold(
  0.99,
  "probability",
  "convention",
  text("监测惯例 α＝0.01", "alpha = 0.01, as in surveillance"),
);

/**
 * Methods made for counts, on each enterprise's monthly net losses in persons: EARS C1 in standard deviations of the seven
 * months before, and Farrington's excess over the largest usual loss. Higher is worse; NaN without enough months.
 * @param rows of the panel, in the order of the scores
 */
export function countScores(panel: Panel, rows: ArrayLike<number>): readonly BaselineScore[] {
  const score = (of: (losses: Float64Array) => number) => {
    const losses = new Float64Array(panel.width - 1);
    return Float64Array.from({ length: rows.length }, (_, i) => of(readLosses(losses, panel, rows[i]!)));
  };
  return [
    { id: "ears-c1", name: text("EARS C1（净减人数）", "EARS C1 on net losses"), score: score(earsScore) },
    {
      id: "farrington",
      name: text("Farrington（净减人数）", "Farrington on net losses"),
      score: score(farringtonScore),
    },
  ];
}

/** Persons lost in each month, 0 in a month of gains; NaN where either month has no report. */
function readLosses(losses: Float64Array, { headcount, width }: Panel, row: number): Float64Array {
  for (let t = 1; t < width; t++) {
    const [before, now] = [headcount[row * width + t - 1]!, headcount[row * width + t]!];
    losses[t - 1] = before === GAP || now === GAP ? Number.NaN : Math.max(0, before - now);
  }
  return losses;
}

function earsScore(losses: Float64Array): number {
  const at = losses.length - 1;
  const one = earsBound(losses, at, EARS_LAG.c1, 1, LEAST_SPREAD.value);
  return one === null ? Number.NaN : (losses[at]! - one.expected) / (one.bound - one.expected);
}

/** As R's surveillance scores an excess: (count − expected) / (bound − expected). Nobody lost is never an excess. */
function farringtonScore(losses: Float64Array): number {
  const at = losses.length - 1;
  if (Number.isNaN(losses[at])) return Number.NaN;
  if (losses[at] === 0) return 0;
  const from = losses.findIndex((lost) => !Number.isNaN(lost));
  const usual = farringtonBound(losses.subarray(from), at - from, YEARS.value, PROBABILITY.value);
  if (usual === null) return Number.NaN;
  return Math.max(0, (losses[at]! - usual.expected) / Math.max(LEAST_SPREAD.value, usual.bound - usual.expected));
}
