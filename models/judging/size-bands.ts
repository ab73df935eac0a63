import type { Estimate } from "./bootstrap.ts";
import { brier, brierSkill, inSizeBand, type ReliabilityBin, reliabilityTable } from "./calibration.ts";
import type { JudgingThresholds } from "./thresholds.ts";

/** How well probabilities of enterprises of one size hold. */
export interface SizeBandJudgement {
  /** From so many persons, and under so many; null: no upper limit. */
  readonly from: number;
  readonly below: number | null;
  readonly rows: number;
  readonly events: number;
  /** Mean probability given; null without a row. */
  readonly foretold: number | null;
  readonly brier: number | null;
  readonly skill: number | null;
}

export interface ProbabilityJudgement {
  readonly brier: number | null;
  readonly skill: Estimate | null;
  readonly reliability: readonly ReliabilityBin[];
  readonly bySize: readonly SizeBandJudgement[];
}

interface Sized {
  readonly size: Int32Array;
  readonly outcome: Int8Array;
}

export function probabilityJudgement(
  probability: Float64Array,
  { size, outcome }: Sized,
  skill: Estimate | null,
  { bins, sizeBands }: JudgingThresholds,
): ProbabilityJudgement {
  const foretold = { probability, outcome };
  const limits = sizeBands.map(({ value }) => value);
  return {
    brier: brier(foretold),
    skill,
    reliability: reliabilityTable(foretold, bins.value),
    bySize: limits.map((from, i) => {
      const below = limits[i + 1] ?? null;
      const band = inSizeBand(foretold, size, from, below ?? Number.POSITIVE_INFINITY);
      const [whole] = reliabilityTable(band, 1);
      const { rows, events } = whole ?? { rows: 0, events: 0 };
      return {
        from,
        below,
        rows,
        events,
        foretold: whole?.foretold ?? null,
        brier: brier(band),
        skill: brierSkill(band),
      };
    }),
  };
}
