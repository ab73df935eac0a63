import type { Named } from "../profile.ts";
import type { Threshold } from "../threshold.ts";
import type { Criticality } from "./step.ts";

/** What a place's desks choose from when they handle a case. */
export interface Casework {
  readonly difficulties: readonly Named[];
  readonly measures: readonly Named[];
  /** Answers to "was this alert useful?". */
  readonly feedback: readonly FeedbackReason[];
  /** Groups that those dismissed are counted by. */
  readonly reemploymentGroups: readonly Named[];
  /** Days from opening to the first contact. */
  readonly contactDays: Readonly<Record<Criticality, Threshold>>;
  /** How urgent a case is that is opened for an alert of a level. */
  readonly criticality: Readonly<Record<string, Criticality>>;
}

export interface FeedbackReason extends Named {
  readonly useful: boolean;
}
