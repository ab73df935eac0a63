import type { Text } from "./text.ts";

/** Where a number comes from, so that a reader can dispute it. */
export type OriginKind = "statute" | "document" | "practice" | "measured" | "convention";

export interface Origin {
  readonly kind: OriginKind;
  readonly note: Text;
}

/** A number that decides something: value, unit, origin and the first month it applies to ("YYYY-MM"). */
export interface Threshold {
  readonly value: number;
  readonly unit: string;
  readonly origin: Origin;
  readonly validFrom: string;
}

/** The settings of scoring steps 0–5 in the method set. */
export interface DetectorThresholds {
  /** Months of history below which an enterprise is "too short" to be scored. */
  readonly minimumHistory: Threshold;
  /** Months of history the median, spread and trend look at. */
  readonly window: Threshold;
  /** A jump beyond this share is a level shift when it also exceeds breakSpreads. */
  readonly breakShare: Threshold;
  /** …and beyond this many MAD-based spreads. */
  readonly breakSpreads: Threshold;
  /** How much of a one-month spike must be undone next month for it to count as a blip. */
  readonly blipReturn: Threshold;
  /** Two opposite changes in one month are counterparts when their sizes differ by at most this share. */
  readonly counterpartShare: Threshold;
  /** k of n/(n+k): how strongly a small cohort's median leans on its parent's. */
  readonly cohortPrior: Threshold;
  /** Fewest enterprises for a cohort's own median to be used at all. */
  readonly cohortMinimum: Threshold;
  /** Prior weight, in months, of the size band's scale when an enterprise's own is estimated. */
  readonly scalePrior: Threshold;
  /** 1/θ of the count-noise floor var(log n) ≥ 1/n + 1/θ. */
  readonly overdispersion: Threshold;
  /** CUSUM reference value k, in standard deviations. */
  readonly leakReference: Threshold;
  /** CUSUM decision limit h, in standard deviations. */
  readonly leakLimit: Threshold;
  /** z of the lower bound shown to the reader. */
  readonly boundZ: Threshold;
}

/**
 * One reason to give an enterprise a level. All conditions of a rule must hold; the most severe rule that holds wins.
 * A fall is a positive number here: fallPeople 20 means "20 or more fewer than last month".
 */
export interface LevelRule {
  readonly id: string;
  /** Level code of the profile, or null for a rule that is only shown beside the score (a statutory line is not an alert). */
  readonly level: string | null;
  readonly name: Text;
  readonly when: {
    /** z of the month at or below this (negative) value. */
    readonly z?: Threshold;
    readonly fallPeople?: Threshold;
    readonly fallShare?: Threshold;
    /** Fall since three months ago, net of transfers. */
    readonly fall3People?: Threshold;
    readonly fall3Share?: Threshold;
    /** CUSUM statistic at or above this. */
    readonly leak?: Threshold;
    /** Headcount before the fall at or above this. */
    readonly headcount?: Threshold;
    /** Hidden unemployment over this month's headcount at or above this share. */
    readonly hiddenShare?: Threshold;
    /** Months without a report after at least one, counted at this month. */
    readonly silentMonths?: Threshold;
    /** An event of this kind within eventMonths. */
    readonly event?: string;
    readonly eventMonths?: Threshold;
  };
  readonly origin: Origin;
}

/** Rule over a whole county: several enterprises at once. */
export interface CollectiveRule {
  readonly id: string;
  readonly level: string;
  readonly name: Text;
  readonly enterprises: Threshold;
  readonly fallPeople: Threshold;
  readonly fallShare: Threshold;
  readonly origin: Origin;
}

export interface DecisionThresholds {
  /** Months a lower level must last before an open alert is downgraded. */
  readonly downgradeAfter: Threshold;
  /** Months without any level before an open alert closes. */
  readonly closeAfter: Threshold;
}

/** Everything an analyst may tune, as one versioned value. */
export interface ThresholdSet {
  readonly name: string;
  readonly validFrom: string;
  readonly detector: DetectorThresholds;
  readonly rules: readonly LevelRule[];
  readonly collective: readonly CollectiveRule[];
  readonly decision: DecisionThresholds;
}
