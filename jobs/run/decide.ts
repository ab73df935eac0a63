import { type AlertState, type Decision, type DecisionReason, decide } from "../../models/decide.ts";
import { keepDecisions, openAlerts, type StoredDecision, type SubjectKind } from "../../src/db/alert.ts";
import { type AlertStates, alertStates } from "../../src/db/alert-state.ts";
import { holdDecisions } from "../../src/db/lease.ts";
import type { Counts } from "../../src/db/run.ts";
import { heldBack, reportingIn } from "./held-back.ts";
import { changeLives } from "./lives.ts";
import { writeNotices } from "./notices.ts";
import { placeSubject } from "./place-subject.ts";
import type { Deciding, StepContext } from "./step.ts";
import { findSubjects, type Subject } from "./subjects.ts";

type Kept = Omit<StoredDecision<Subject["explanation"]>, "openedMonth">;

interface Decided {
  readonly subject: Subject;
  readonly decision: Decision;
}

/**
 * Decides on everybody who reached a level, has an alert open or an event in view, and on the place; keeps each decision with
 * its reason, sent or not. Nobody else is decided on: there is nothing to open and nothing to close, and the stored score
 * without a level says so.
 */
export async function decideAlerts(context: StepContext): Promise<Counts> {
  const { tx, run, profile, thresholds } = context;
  await holdDecisions(tx);
  const levels = profile.levels.map((level) => level.code);
  const states = await alertStates(tx, run, levels);
  const enterprises = await findSubjects(context, states);
  const held = heldBack(enterprises, states, reportingIn(await context.panel(tx)), thresholds);
  const decided = [
    ...enterprises.map((subject) => decideOn(subject, held.has(subject.subject), states, context)),
    decideOn(await placeSubject(enterprises, context), false, states, context),
  ];
  const opened = decided.filter(({ decision }) => decision.after?.alertOpenedMonth === run.month);
  const openings = opened.map(({ subject, decision }) => ({ ...subject, level: levels[decision.levelAfter]! }));
  const alerts = await openAlerts(tx, run.id, run.month, context.at, openings);
  const stored = decided.map((one) => toStored(one, alerts, states, context));
  await keepDecisions(tx, run.id, stored);
  const outcomes = decided.map(({ subject, decision }, i) => ({ subject, decision, stored: stored[i]! }));
  await changeLives(context, outcomes);
  const notices = await writeNotices(context, outcomes);
  return { ...count(stored), notices };
}

/** A decision with whom it is about and as it is stored. */
export interface DecisionOutcome extends Decided {
  readonly stored: Kept;
}

function decideOn(
  subject: Subject,
  waits: boolean,
  states: AlertStates,
  { run: { month }, thresholds }: StepContext,
): Decided {
  const key = keyOf(subject);
  const [told, later] = [states.told.get(key), states.later.get(key)];
  const decision = decide({
    month,
    before: states.before.get(key) ?? null,
    monthsSince: month - (states.monthBefore ?? month - 1),
    ...(told === undefined ? {} : { told }),
    ...(later === undefined ? {} : { later }),
    found: subject.level,
    noData: subject.noData,
    heldBack: waits,
    ...(states.settled.has(key) ? { settledLevel: states.settled.get(key)! } : {}),
    reached: subject.rules,
    episodesBefore: states.episodes.get(key) ?? 0,
    thresholds: thresholds.decision,
  });
  return { subject, decision };
}

const keyOf = ({ subjectKind, subject }: { subjectKind: SubjectKind; subject: string }): string =>
  `${subjectKind}/${subject}`;

/** The decision as it reads beside the month before: what a first run of this month would have called it. */
function monthReason(before: AlertState | null, { after, reason }: Decision): DecisionReason {
  if (before === null) return after === null ? reason : "opened";
  if (after === null) return "closed";
  if (after.level !== before.level) return after.level < before.level ? "raised" : "downgraded";
  return after.monthsBelow > 0 ? "holding" : "unchanged";
}

function toStored(
  { subject, decision }: Decided,
  alerts: ReadonlyMap<string, number>,
  states: AlertStates,
  context: StepContext,
): Kept {
  const key = keyOf(subject);
  const alert = alerts.get(key) ?? states.alert.get(key) ?? null;
  return storedDecision(subject, decision, alert, monthReason(states.before.get(key) ?? null, decision), context);
}

/** A decision as it is kept. */
export function storedDecision(
  subject: Subject,
  decision: Decision,
  alert: number | null,
  monthReason: DecisionReason,
  { run, profile }: Deciding,
): Kept {
  const code = (level: number) => (level < 0 ? null : profile.levels[level]!.code);
  return {
    subjectKind: subject.subjectKind,
    subject: subject.subject,
    month: run.month,
    alert,
    foundLevel: code(subject.level),
    levelBefore: code(decision.levelBefore),
    levelAfter: code(decision.levelAfter),
    monthsBelow: decision.after?.monthsBelow ?? 0,
    monthsClear: decision.after?.monthsClear ?? 0,
    repeat: decision.repeat,
    send: decision.send,
    reason: decision.reason,
    monthReason,
    rules: decision.reached,
    explanation: subject.explanation,
    headline: subject.headline,
    settledLevel: decision.settledLevel === null ? null : code(decision.settledLevel),
  };
}

function count(decisions: readonly Kept[]): Counts {
  const counts: Record<string, number> = { decisions: decisions.length, sent: 0, open: 0 };
  for (const decision of decisions) {
    counts[decision.reason] = (counts[decision.reason] ?? 0) + 1;
    if (decision.send) counts.sent!++;
    if (decision.levelAfter !== null) {
      counts.open!++;
      counts[decision.levelAfter] = (counts[decision.levelAfter] ?? 0) + 1;
    }
  }
  return counts;
}
