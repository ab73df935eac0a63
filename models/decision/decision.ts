import type { Month } from "../month.ts";
import type { DecisionThresholds } from "../threshold.ts";

/** An open alert. A level is a place in the profile's levels: 0 is the most severe. */
export interface AlertState {
  readonly alertOpenedMonth: Month;
  readonly level: number;
  /** Months since that level was last reached; months that were not run count, because nothing was seen of them. */
  readonly monthsBelow: number;
  /** Of those, the months since any level at all was reached. */
  readonly monthsClear: number;
}

export type DecisionReason =
  | "opened"
  | "raised"
  | "unchanged"
  | "holding"
  | "downgraded"
  | "closed"
  | "withdrawn"
  | "held-back"
  | "lapsed"
  | "no-data"
  | "settled"
  | "re-armed"
  | "silent";

export interface DecisionInput {
  readonly month: Month;
  /** The alert as the month run before this one left it; null when none was open. */
  readonly before: AlertState | null;
  /** How many months ago that one was; 1 when left out, more when months between were not run. */
  readonly monthsSince?: number;
  /**
   * A rerun on revised data: the alert as an earlier run of this same month left it, when that was the last the reader was
   * told. Absent on the first run. A `before` opened in this very month is understood as such a state.
   */
  readonly told?: AlertState | null;
  /**
   * Months run out of order: the alert as a later month has already told it, null when it told its end. Absent when none
   * did. What the reader knows is not told twice.
   */
  readonly later?: AlertState | null;
  /** Level found this month; -1 when none. */
  readonly found: number;
  /** The subject did not report: nothing found then says nothing, and an open alert stays as it is. */
  readonly noData?: boolean;
  /**
   * A person closed the last alert while this level stood: that level or a milder one opens nothing until a month that was
   * reported and in which nothing was found. Only without an alert before.
   */
  readonly settledLevel?: number;
  /**
   * The alert that an earlier month held back, as it would stand had it been told; null or absent when none was. Only without
   * an alert before.
   */
  readonly waiting?: AlertState | null;
  /** What it lost has come back: nothing waits any more. */
  readonly recovered?: boolean;
  /** What is found or waits has to go on waiting, because the month's visits are spoken for. Only without an alert before. */
  readonly heldBack?: boolean;
  /** Ids of the rules that hold, kept with the decision. */
  readonly reached: readonly string[];
  /** Earlier, closed episodes of the same subject. */
  readonly episodesBefore: number;
  readonly thresholds: DecisionThresholds;
}

export interface Decision {
  readonly send: boolean;
  readonly reason: DecisionReason;
  /** The alert from now on; null when none is open. */
  readonly after: AlertState | null;
  /** The alert that is held back from now on; null when none is. */
  readonly waiting: AlertState | null;
  /** What a person closed and is still found: not to be raised again; null when the subject may alarm afresh. */
  readonly settledLevel: number | null;
  /** Level the reader was last told, and the level from now on; -1 when none. */
  readonly levelBefore: number;
  readonly levelAfter: number;
  /** True when the subject had an earlier episode: a repeat, not a first-time alert. */
  readonly repeat: boolean;
  readonly reached: readonly string[];
}
