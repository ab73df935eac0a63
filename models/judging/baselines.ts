import { standardDeviation } from "simple-statistics";
import { GAP, type Panel } from "../panel.ts";
import { logChange } from "../scoring/log-change.ts";
import { type Text, text } from "../text.ts";
import type { Threshold } from "../threshold.ts";
import { plainCusum } from "./plain-cusum.ts";
import { threshold } from "./thresholds.ts";

/** A simple way to score a month that anybody could use; ours has to beat it. (Not a 建档期: see models/baseline.ts.) */
export interface BaselineScore {
  readonly id: string;
  readonly name: Text;
  /** Higher is worse, one an enterprise of the panel, of its last month; NaN where the month cannot say. */
  readonly score: Float64Array;
}

export interface BaselineThresholds {
  readonly fallPeople: Threshold;
  readonly fallShare: Threshold;
  readonly yearShare: Threshold;
  /** Months of changes that volatility and CUSUM look at, and the fewest they need. */
  readonly window: Threshold;
  readonly fewest: Threshold;
  readonly cusumReference: Threshold;
}

const ARTICLE_41 = text(
  "劳动合同法第41条：20人以上或占职工总数10%以上",
  "labour contract law, article 41: 20 people, or 10 % of the staff",
);
const METHOD = text("方法文件所列对照", "the comparisons named in the method set");

export const BASELINE_THRESHOLDS: BaselineThresholds = {
  fallPeople: threshold(20, "persons", "statute", ARTICLE_41),
  fallShare: threshold(0.1, "share", "statute", ARTICLE_41),
  yearShare: threshold(0.1, "share", "convention", METHOD),
  window: threshold(
    24,
    "months",
    "convention",
    text("与评分窗口相当，避免年代久远的变动", "about the detector's window; no old changes"),
  ),
  fewest: threshold(
    3,
    "months",
    "convention",
    text("少于3个变动无从估计离散", "no spread can be told from fewer than three changes"),
  ),
  cusumReference: threshold(
    0.5,
    "standard deviations",
    "convention",
    text("半个待检偏移，通行值（Page 1954）", "half the shift to find, as is usual (Page 1954)"),
  ),
};

/** The four baselines and a plain CUSUM of the panel's last month. */
export function baselineScores(
  panel: Panel,
  thresholds: BaselineThresholds = BASELINE_THRESHOLDS,
): readonly BaselineScore[] {
  const { fallPeople, fallShare, yearShare, window, fewest, cusumReference } = thresholds;
  const score = (of: (row: number) => number) => Float64Array.from({ length: panel.size }, (_, row) => of(row));
  const ofChanges = (figure: (changes: number[]) => number) => (row: number) => {
    const changes = changesOf(panel, row, window.value);
    return changes.length < fewest.value ? Number.NaN : figure(changes);
  };
  return [
    {
      id: "statutory-rule",
      name: text("上月减20人或10%", "20 people or 10 % last month"),
      score: score((row) =>
        ruleOn(panel, row, (people, share) => people >= fallPeople.value || share >= fallShare.value),
      ),
    },
    {
      id: "year-on-year",
      name: text("同比减10%", "10 % below a year ago"),
      score: score((row) => yesOrNo(fallSince(panel, row, 12).share, yearShare.value)),
    },
    {
      id: "persistence",
      name: text("上月降幅", "last month's fall"),
      score: score((row) => fallSince(panel, row, 1).share),
    },
    { id: "volatility", name: text("历史波动", "volatility"), score: score(ofChanges(standardDeviation)) },
    {
      id: "plain-cusum",
      name: text("普通累计和", "plain CUSUM"),
      score: score(ofChanges((changes) => plainCusum(changes, cusumReference.value))),
    },
  ];
}

function ruleOn(panel: Panel, row: number, holds: (people: number, share: number) => boolean): number {
  const { people, share } = fallSince(panel, row, 1);
  return Number.isNaN(share) ? Number.NaN : Number(holds(people, share));
}

const yesOrNo = (share: number, limit: number): number => (Number.isNaN(share) ? Number.NaN : Number(share >= limit));

/** Persons lost since so many months ago and their share; NaN when either month has no report or there was nobody. */
function fallSince({ headcount, width }: Panel, row: number, back: number): { people: number; share: number } {
  const now = headcount[(row + 1) * width - 1];
  const then = back < width ? headcount[(row + 1) * width - 1 - back] : GAP;
  if (now === GAP || then <= 0) return { people: Number.NaN, share: Number.NaN };
  return { people: then - now, share: (then - now) / then };
}

/** Log changes between neighbouring reported months in the window, oldest first; none when the last month is missing. */
function changesOf({ headcount, width }: Panel, row: number, window: number): number[] {
  const end = (row + 1) * width;
  if (headcount[end - 1] === GAP) return [];
  const changes: number[] = [];
  for (let at = Math.max(row * width + 1, end - window); at < end; at++)
    if (headcount[at] !== GAP && headcount[at - 1] !== GAP) changes.push(logChange(headcount[at - 1], headcount[at]));
  return changes;
}
