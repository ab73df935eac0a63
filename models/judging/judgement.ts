import type { Month } from "../month.ts";
import type { Text } from "../text.ts";
import type { Estimate } from "./bootstrap.ts";
import type { Burden } from "./burden.ts";
import type { AlertHistory, MonthRows } from "./episodes.ts";
import type { LeadSummary } from "./lead-summary.ts";
import type { Intervention, TruthEvent } from "./lead-time.ts";
import type { ProbabilityJudgement } from "./size-bands.ts";

/** Enterprise-months to judge on. */
export interface JudgedRows extends MonthRows {
  /** Persons in the month. */
  readonly size: Int32Array;
  /** 1 the event came, 0 it did not, -1 not known. */
  readonly outcome: Int8Array;
}

/** One way to score them. */
export interface JudgedScore {
  readonly id: string;
  readonly name: Text;
  /** Higher is worse; NaN where it cannot say. */
  readonly score: Float64Array;
  /** Whether the score claims to be a probability, and is judged as one. */
  readonly probability: boolean;
  /** Thresholds settled beforehand on other data; without them they are chosen here, which flatters. */
  readonly limits?: { readonly red: number; readonly orange: number };
  /** The alerts that were really raised; without them those that the thresholds would have raised. */
  readonly history?: AlertHistory;
}

export interface AtThreshold {
  readonly beta: number;
  readonly threshold: number;
  /** Chosen on these very rows: a figure too good to be repeated. */
  readonly chosenHere: boolean;
  readonly alerted: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f: number | null;
}

/** Everything said about one score. */
export interface ScoreJudgement {
  readonly id: string;
  readonly name: Text;
  /** Rows with a known outcome that the score could say something of. */
  readonly scored: number;
  readonly averagePrecision: Estimate | null;
  readonly lift: number | null;
  readonly rocAuc: number | null;
  /** The first score's average precision minus this one's, on the same draws; null for the first itself. */
  readonly behind: Estimate | null;
  readonly red: AtThreshold | null;
  readonly orange: AtThreshold | null;
  readonly visits: { readonly precision: Estimate | null; readonly recall: Estimate | null };
  readonly top: { readonly precision: Estimate | null; readonly recall: Estimate | null };
  /** null for a score that is not a probability. */
  readonly calibration: ProbabilityJudgement | null;
  /** null without thresholds and without alerts. */
  readonly lead: LeadSummary | null;
  readonly burden: Burden | null;
  /** At the orange threshold. */
  readonly usefulness: number | null;
}

/** What the alerts of every score are held against. */
export interface Happened {
  readonly events: readonly TruthEvent[];
  readonly interventions: readonly Intervention[];
  /** Last month whose events are known. */
  readonly observedTo: Month;
}
