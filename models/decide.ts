import type { Month } from "./month.ts";
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
  /** What was found has to wait, because the month's visits are spoken for: nothing opens. Only without an alert before. */
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
 * closeAfter months without any; a month that was not reported counts towards neither. On a rerun the month is decided afresh from the month before, and the reason says how
 * that differs from what was told: the same data told twice sends nothing.
 */
export function decide(asked: DecisionInput): Decision {
  const { before, told: toldNow } = asRun(asked);
  const settled = isSettled(asked);
  const input = asked.heldBack || settled ? { ...asked, found: -1 } : asked;
  const after = next(before, input);
  const open = asked.settledLevel === undefined ? toldNow : null; // what a person closed, the reader knows to be over
  const told = isKnownLater(open, after, input) ? after : open;
  const reason = reasonFor(before, told, after, { ...input, settled });
  return {
    send: NOTICED.has(reason),
    reason,
    after,
    settledLevel: settled ? asked.settledLevel! : null,
    levelBefore: told?.level ?? -1,
    levelAfter: after?.level ?? -1,
    repeat: input.episodesBefore > 0,
    reached: input.reached,
  };
}

interface Run {
  readonly before: AlertState | null;
  readonly told: AlertState | null;
}

function asRun({ month, before, told, heldBack = false, settledLevel }: DecisionInput): Run {
  if (before !== null && before.alertOpenedMonth > month) {
    throw new RangeError(`the alert before month ${month} cannot have opened later, got ${before.alertOpenedMonth}`);
  }
  if (before !== null && heldBack) throw new RangeError("an alert that is open cannot be held back");
  if (before !== null && settledLevel !== undefined) throw new RangeError("an alert that is open cannot be settled");
  if (before?.alertOpenedMonth === month) return { before: null, told: told === undefined ? before : told };
  return { before, told: told === undefined ? before : told };
}

/** Whether a person's closing still holds: what was closed is found again, or nobody can tell because nothing was reported. */
function isSettled({ settledLevel, found, noData = false }: DecisionInput): boolean {
  if (settledLevel === undefined) return false;
  return found < 0 ? noData : found >= settledLevel;
}

/** Whether a later month told this already: a rise by this level or a more severe one, an end by an end. */
function isKnownLater(told: AlertState | null, after: AlertState | null, { later }: DecisionInput): boolean {
  if (later === undefined) return false;
  if (later === null) return after === null;
  return after !== null && later.level <= after.level && (told === null || after.level < told.level);
}

function next(
  before: AlertState | null,
  { month, monthsSince = 1, found, noData = false, thresholds }: DecisionInput,
): AlertState | null {
  const nothing = found < 0;
  if (nothing && noData) return before;
  if (before === null) return nothing ? null : opened(month, found);
  if (!nothing && found <= before.level) return opened(before.alertOpenedMonth, found);
  const below = {
    ...before,
    monthsBelow: before.monthsBelow + monthsSince,
    monthsClear: nothing ? before.monthsClear + monthsSince : 0,
  };
  if (nothing) return below.monthsClear >= thresholds.closeAfter.value ? null : below;
  return below.monthsBelow >= thresholds.downgradeAfter.value ? opened(before.alertOpenedMonth, found) : below;
}

const opened = (alertOpenedMonth: Month, level: number): AlertState => ({
  alertOpenedMonth,
  level,
  monthsBelow: 0,
  monthsClear: 0,
});

/** Only the change of level since the reader was last told decides. */
function reasonFor(
  before: AlertState | null,
  told: AlertState | null,
  after: AlertState | null,
  {
    month,
    found,
    noData = false,
    heldBack = false,
    settled,
    settledLevel,
  }: DecisionInput & { readonly settled: boolean },
): DecisionReason {
  if (after === null) {
    if (settledLevel !== undefined) return settled ? "settled" : "re-armed";
    if (told === null) return heldBack ? "held-back" : "silent";
    return before === null ? "withdrawn" : "closed"; // without an alert before, what was told had no ground
  }
  if (told === null) return after.alertOpenedMonth === month ? "opened" : "raised";
  if (after.level < told.level) return "raised";
  if (after.level > told.level) return "downgraded";
  if (found < 0 && noData) return "no-data";
  return after.monthsBelow > 0 ? "holding" : "unchanged";
}
