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
  /** Smallest move, in persons, for which a counterpart is looked for. */
  readonly counterpartPeople: Threshold;
  /** A counterpart counts only where moves of its size come by less often than this many times a month in the division. */
  readonly counterpartChance: Threshold;
  /** k of n/(n+k): how strongly a small cohort's median leans on its parent's. */
  readonly cohortPrior: Threshold;
  /** Fewest enterprises for a cohort's own median to be used at all. */
  readonly cohortMinimum: Threshold;
  /** k of n/(n+k): how much a cohort's own season of earlier years is doubted; absent in older sets: not believed at all. */
  readonly seasonPrior?: Threshold;
  /** From this many people on enterprises are compared among the large ones only, below it among the small ones. */
  readonly largeFrom: Threshold;
  /** Prior weight, in months, of the size band's scale when an enterprise's own is estimated. */
  readonly scalePrior: Threshold;
  /** Share of the staff that an ordinary month exchanges: the part of a headcount that is counted afresh each month. */
  readonly flowShare: Threshold;
  /** 1/θ of the count-noise floor: what even the largest enterprise varies by. */
  readonly overdispersion: Threshold;
  /** Reported months from which an enterprise's own season of a year ago is expected again; below, its peers' only. */
  readonly ownSeasonFrom: Threshold;
  /** How much of last year's seasonal fall must have been made good before this one's for it to be a season. */
  readonly seasonReturn: Threshold;
  /** Reported months from which that season is a robust decomposition's. */
  readonly stlFrom: Threshold;
  /** Longest stretch, in months, that the trend looks at. */
  readonly trendMonths: Threshold;
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
    /** Fall since a year ago, net of transfers. */
    readonly fall12People?: Threshold;
    readonly fall12Share?: Threshold;
    /** CUSUM statistic at or above this. */
    readonly leak?: Threshold;
    /** Headcount before the fall at or above this. */
    readonly headcount?: Threshold;
    /** Headcount before the fall below this: size bands are rules with both. */
    readonly headcountBelow?: Threshold;
    /** Probability of a large reduction (before outcomes exist: score) at or above this. */
    readonly risk?: Threshold;
    /** That probability over the trained model's line for red or orange at this size: 1 is on the line. */
    readonly overRed?: Threshold;
    readonly overOrange?: Threshold;
    /** Expected share of false ones among all that would be called with it, in its region this month: at or below this. */
    readonly q?: Threshold;
    /** Hidden unemployment over this month's headcount at or above this share. */
    readonly hiddenShare?: Threshold;
    /** Months without a report after at least one, counted at this month. */
    readonly silentMonths?: Threshold;
    /** An event of this kind within eventMonths. */
    readonly event?: string;
    readonly eventMonths?: Threshold;
    /** Persons that such events name together within eventDays, or a share of the headcount before. */
    readonly eventPeople?: Threshold;
    readonly eventShare?: Threshold;
    readonly eventDays?: Threshold;
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
  /** Fewest persons before the fall for an enterprise to be counted; left out: however few. */
  readonly headcount?: Threshold;
  /** There must be more of them than is usual at this place, by the months before. */
  readonly beyondUsual?: true;
  readonly origin: Origin;
}

export interface DecisionThresholds {
  /** Months a lower level must last before an open alert is downgraded. */
  readonly downgradeAfter: Threshold;
  /** Months without any level before an open alert closes. */
  readonly closeAfter: Threshold;
  /** Months of silence after which an enterprise counts as gone: no rule on silence holds any more. Left out: never. */
  readonly silentUntil?: Threshold;
  /** New alerts a month per 100 reporting enterprises: what the desks can visit. Left out: no limit. */
  readonly budget?: Threshold;
}

/** Everything an analyst may tune, as one versioned value. */
export interface ThresholdSet {
  readonly name: string;
  readonly validFrom: string;
  readonly detector: DetectorThresholds;
  readonly rules: readonly LevelRule[];
  readonly collective: readonly CollectiveRule[];
  readonly decision: DecisionThresholds;
  /** By section of the industry: how many times its limits are those of the level rules. Left out: 1. */
  readonly industries?: Readonly<Record<string, Threshold>>;
  /** The same by size band, by the persons before the fall; named by its lower end. An enterprise's times are the product of both. */
  readonly sizes?: Readonly<Record<string, Threshold>>;
}
