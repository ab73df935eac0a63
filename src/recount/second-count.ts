import type { Comparison } from "../../models/baseline.ts";
import type { Disagreement } from "../../models/cross-foot.ts";
import type { LargestEmployers } from "../../models/dominant.ts";
import type { Dimension, Figure } from "../../models/figure.ts";
import type { TrendPoint } from "../../models/trend.ts";
import { bandCells, type Counting, tradeCells } from "./cells.ts";
import { followsAgain } from "./compare.ts";
import { figuresAgain, marksAgainst } from "./figures-again.ts";
import { largestOf, sharesOfLargest } from "./largest.ts";
import { trendAgain } from "./trend-again.ts";

/** Without membership size classes and departments are not counted. */
export interface SecondCountInput extends Counting {
  readonly comparisons: readonly Comparison[];
}

/** What was counted of one scope; its key is "" for the whole place. What is left out is not counted again. */
export interface CountedScope {
  readonly key: string;
  readonly figures: readonly Figure[];
  readonly withoutDominant?: readonly Figure[];
  readonly dominant?: LargestEmployers;
  readonly trend?: readonly TrendPoint[];
}

const DIMENSIONS: readonly Dimension[] = ["place", "sector", "section", "division", "region", "department", "size"];
const OF_THE_REGISTER: readonly Dimension[] = ["department", "size"];
/** Size bands are counted from cells of their own, because every comparison has other ones. */
const BANDS: readonly Dimension[] = ["sizeBand"];

/**
 * Counts every number of every figure a second time, from the enterprises' rows, with danfo: of the whole place and of each
 * part, against each comparison, with and without the largest employers, and the months of the trend. Names every cell where
 * the two differ. Shares no code with jobFlows and trend. Empty: the two counts agree.
 */
export async function secondCount(input: SecondCountInput, counted: readonly CountedScope[]): Promise<Disagreement[]> {
  const { panel, membership, comparisons } = input;
  const dimensions = DIMENSIONS.filter((one) => membership || !OF_THE_REGISTER.includes(one));
  const eachMarks = comparisons.map((one) => marksAgainst(panel, [one]));
  const marks = Float64Array.from({ length: panel.size }, (_, r) => eachMarks.reduce((sum, each) => sum + each[r]!, 0));
  const lists = [
    { list: tradeCells(input), dimensions, comparisons, marks },
    ...comparisons.map((one, c) => ({
      ...{ list: bandCells(input, one), dimensions: BANDS, comparisons: [one], marks: eachMarks[c]! },
    })),
  ];
  const largest = largestOf(input);
  const found: Disagreement[] = [];
  for (const cells of lists) found.push(...(await figuresAgain(input, cells, largest, counted)));
  for (const { key, figures, withoutDominant = [] } of counted) {
    found.push(...followsAgain(figures, { scope: key, kind: "" }));
    found.push(...followsAgain(withoutDominant, { scope: key, kind: WITHOUT }));
  }
  return [...found, ...sharesOfLargest(input, largest, counted), ...(await trendAgain(input, counted))];
}

export const WITHOUT = "without-dominant/";
