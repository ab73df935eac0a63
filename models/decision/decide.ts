import type { AlertState, Decision, DecisionInput, DecisionReason } from "./decision.ts";
import { reasonFor } from "./decision-reason.ts";
import { nextState, opened, wanted } from "./next-state.ts";

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
