import type { Month } from "../month.ts";
import { medianInPlace } from "./median.ts";
import { optimalPartition } from "./optimal-partition.ts";
import { type PartitionLimits, partitionLimits } from "./partition-limits.ts";
import { robustScaleInPlace } from "./robust-scale.ts";

/** A stretch of months at one level. */
export interface LevelStretch {
  readonly from: Month;
  /** Last reported month of the stretch. */
  readonly to: Month;
  /** Mean of the reported values, in their unit. */
  readonly level: number;
  readonly reported: number;
}

/** The level changes in `month`, the first reported one of the new stretch; `size` is new less old, in the values' unit. */
export interface LevelBreak {
  readonly month: Month;
  readonly size: number;
}

export type LevelBreaks =
  | { readonly kind: "too-short"; readonly have: number; readonly need: number }
  | { readonly kind: "found"; readonly stretches: readonly LevelStretch[]; readonly breaks: readonly LevelBreak[] };

/**
 * Step 6: when and by how much the level of a history changed. `values` are months ending at `last` (log headcounts,
 * say, so that a size of −0.22 is about 20 % fewer); NaN is a month without a report and is skipped. A cut must pay
 * factor × variance × log n (BIC, two parameters a cut), the variance being that of month-to-month noise, so that the
 * breaks themselves don't raise it, and at least `floor` (values' squared unit: 1/n for log headcounts).
 * Source: Yao, Statistics & Probability Letters 6 (1988).
 */
export function levelBreaks(
  values: Float64Array,
  last: Month,
  floor: number,
  limits: PartitionLimits = partitionLimits,
): LevelBreaks {
  const months = [...values.keys()].filter((i) => !Number.isNaN(values[i]));
  const need = limits.fewestMonths.value;
  if (months.length < need) return { kind: "too-short", have: months.length, need };
  const reported = Float64Array.from(months, (i) => values[i]);
  const variance = Math.max(floor, noiseVariance(reported));
  const penalty = limits.penaltyFactor.value * variance * Math.log(reported.length);
  const starts = optimalPartition(reported, reported.length, limits.shortestStretch.value, penalty);
  const first = last - values.length + 1;
  const stretches = starts.map((start, k) => stretchOf(reported, months, first, start, starts[k + 1] ?? months.length));
  const breaks = stretches.slice(1).map(({ from, level }, k) => ({ month: from, size: level - stretches[k].level }));
  return { kind: "found", stretches, breaks };
}

function stretchOf(values: Float64Array, months: number[], first: Month, start: number, end: number): LevelStretch {
  const sum = values.subarray(start, end).reduce((total, value) => total + value, 0);
  const reported = end - start;
  return { from: first + months[start], to: first + months[end - 1], level: sum / reported, reported };
}

/** Half the squared robust spread of the differences from one report to the next: two reports' noise is in each. */
function noiseVariance(values: Float64Array): number {
  const steps = Float64Array.from({ length: values.length - 1 }, (_, i) => values[i + 1] - values[i]);
  const center = medianInPlace(steps, 0, steps.length);
  return robustScaleInPlace(steps, steps.length, center) ** 2 / 2;
}
