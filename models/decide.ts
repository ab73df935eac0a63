import { reasonFor } from "./decision-reason.ts";
import type { Month } from "./month.ts";
import { nextState, opened, wanted } from "./next-state.ts";
import type { DecisionThresholds } from "./threshold.ts";

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

const NOTICED: ReadonlySet<DecisionReason> = new Set(["opened", "raised", "downgraded", "closed", "withdrawn"]);

/**
 * What becomes of an alert this month, and why. Up at once; down after downgradeAfter months below its level, closed after
 * closeAfter months without any; a month that was not reported counts towards neither. An alert that is held back goes through
 * the same untold, and opens in the first month that has a visit for it. On a rerun the month is decided afresh from the month
 * before, and the reason says how that differs from what was told: the same data told twice sends nothing.
 */
export function decide(asked: DecisionInput): Decision {
  const { before, told: toldNow } = asRun(asked);
  const settled = wasSettled(asked);
  const input = settled ? { ...asked, found: -1 } : asked;
  const fresh = before === null ? wanted(input) : null;
  const waiting = asked.heldBack ? fresh : null;
  const after = before === null ? toOpen(waiting === null ? fresh : null, input) : nextState(before, input);
  const open = asked.settledLevel === undefined ? toldNow : null; // what a person closed, the reader knows to be over
  const told = isKnownLater(open, after, input) ? after : open;
  const reason = reasonFor(before, told, after, { ...input, settled, waits: waiting !== null });
  return {
    send: NOTICED.has(reason),
    ...{ reason, after, waiting },
    settledLevel: settled ? asked.settledLevel! : null,
    levelBefore: told?.level ?? -1,
    levelAfter: after?.level ?? -1,
    repeat: input.episodesBefore > 0,
    reached: input.reached,
  };
}

/** It begins when it is told, whenever it was found. */
const toOpen = (fresh: AlertState | null, { month }: DecisionInput): AlertState | null =>
  fresh && opened(month, fresh.level);

interface Run {
  readonly before: AlertState | null;
  readonly told: AlertState | null;
}

function asRun({ month, before, told, heldBack = false, waiting = null, settledLevel }: DecisionInput): Run {
  if (before !== null && before.alertOpenedMonth > month) {
    throw new RangeError(`the alert before month ${month} cannot have opened later, got ${before.alertOpenedMonth}`);
  }
  if (before !== null && (heldBack || waiting)) throw new RangeError("an alert that is open cannot be held back");
  if (before !== null && settledLevel !== undefined) throw new RangeError("an alert that is open cannot be settled");
  if (before?.alertOpenedMonth === month) return { before: null, told: told === undefined ? before : told };
  return { before, told: told === undefined ? before : told };
}

/** Whether a person's closing still holds: what was closed is found again, or nobody can tell because nothing was reported. */
export function wasSettled({ settledLevel, found, noData = false }: DecisionInput): boolean {
  if (settledLevel === undefined) return false;
  return found < 0 ? noData : found >= settledLevel;
}

/** Whether a later month told this already: a rise by this level or a more severe one, an end by an end. */
function isKnownLater(told: AlertState | null, after: AlertState | null, { later }: DecisionInput): boolean {
  if (later === undefined) return false;
  if (later === null) return after === null;
  return after !== null && later.level <= after.level && (told === null || after.level < told.level);
}
