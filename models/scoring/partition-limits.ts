import { text } from "../text.ts";
import type { Threshold } from "../threshold.ts";

/** The settings of the confirmation (step 6 of the method set). */
export interface PartitionLimits {
  /** Reported months below which no break is looked for. */
  readonly fewestMonths: Threshold;
  /** Fewest reported months of a stretch. */
  readonly shortestStretch: Threshold;
  /** What a cut must gain, in noise variances × log of the months. */
  readonly penaltyFactor: Threshold;
}

const SINCE = "2008-01";

export const partitionLimits: PartitionLimits = {
  fewestMonths: {
    value: 18,
    unit: "months",
    origin: {
      kind: "convention",
      note: text("方法集第6步：满18个月起确认断点", "method set, step 6: breaks are confirmed from 18 months on"),
    },
    validFrom: SINCE,
  },
  shortestStretch: {
    value: 3,
    unit: "months",
    origin: {
      kind: "convention",
      note: text("方法集第6步：一个水平至少维持3个月", "method set, step 6: a level lasts at least three months"),
    },
    validFrom: SINCE,
  },
  penaltyFactor: {
    value: 2,
    unit: "variances × log months",
    origin: {
      kind: "convention",
      note: text(
        "贝叶斯信息准则：每个断点有位置和幅度两个参数（Yao 1988）",
        "Bayesian information criterion: place and size, two parameters a break (Yao 1988)",
      ),
    },
    validFrom: SINCE,
  },
};
