import { decide } from "../../models/decision/decide.ts";
import type { AlertState, Decision, DecisionReason } from "../../models/decision/decision.ts";
import { keepDecisions, type NewDecision, openAlerts, type Waiting } from "../../src/db/alert.ts";
import { type AlertStates, alertStates } from "../../src/db/alert-state.ts";
import { holdDecisions } from "../../src/db/lease.ts";
import type { Counts } from "../../src/db/run.ts";
import { type Asked, askedOf, atRiskOf, isForetold, keyOf } from "./asked.ts";
import { carriedWords } from "./carried-words.ts";
import { heldBack, reportingIn } from "./held-back.ts";
import { changeLives } from "./lives.ts";
import { writeNotices } from "./notices.ts";
import { placeSubject } from "./place-subject.ts";
import type { Deciding, StepContext } from "./step.ts";
import { findSubjects, type Subject } from "./subjects.ts";

type Kept = NewDecision<Subject["explanation"]>;

interface Decided {
  readonly subject: Subject;
  readonly decision: Decision;
  readonly asked: Asked;
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
  const asked = enterprises.map((subject) => askedOf(subject, states, context));
  const held = heldBack(asked, reportingIn(await context.panel(tx)), thresholds);
  const place = askedOf(await placeSubject(enterprises, context), states, context);
  const decided = [...asked, place].map((one) => decideOn(one, held.has(one.subject.subject)));
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

function decideOn(asked: Asked, heldBack: boolean): Decided {
  const decision = decide({ ...asked.input, heldBack });
  return { subject: carriedWords(asked, decision), decision, asked };
}

/** The decision as it reads beside the month before: what a first run of this month would have called it. */
function monthReason(before: AlertState | null, { after, reason }: Decision): DecisionReason {
  if (before === null) return after === null ? reason : "opened";
  if (after === null) return "closed";
  if (after.level !== before.level) return after.level < before.level ? "raised" : "downgraded";
  return after.monthsBelow > 0 ? "holding" : "unchanged";
}

function toStored(
  { subject, decision, asked }: Decided,
  alerts: ReadonlyMap<string, number>,
  states: AlertStates,
  context: StepContext,
): Kept {
  const key = keyOf(subject);
  const alert = alerts.get(key) ?? states.alert.get(key) ?? null;
  const reason = monthReason(states.before.get(key) ?? null, decision);
  return {
    ...storedDecision(subject, decision, alert, reason, context),
    waiting: waitingOf(asked, decision, context),
  };
}

function waitingOf(asked: Asked, { waiting }: Decision, { profile, thresholds }: StepContext): Waiting | null {
  if (waiting === null) return null;
  const atRisk = atRiskOf(asked);
  const level = profile.levels[waiting.level]!.code;
  return {
    level,
    since: waiting.alertOpenedMonth,
    atRisk: Number.isNaN(atRisk) ? null : atRisk,
    foretold: isForetold(asked, thresholds),
  };
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
    monthsBelow: (decision.after ?? decision.waiting)?.monthsBelow ?? 0,
    monthsClear: (decision.after ?? decision.waiting)?.monthsClear ?? 0,
    repeat: decision.repeat,
    send: decision.send,
    reason: decision.reason,
    monthReason,
    rules: decision.reached,
    explanation: subject.explanation,
    headline: subject.headline,
    settledLevel: decision.settledLevel === null ? null : code(decision.settledLevel),
    waiting: null,
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
