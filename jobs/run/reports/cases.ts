import { type Case, caseOf } from "../../../models/case/case.ts";
import { deadlineRules } from "../../../models/case/deadline-rules.ts";
import { DEADLINES, type Deadline, deadlinesOf, isOverdue } from "../../../models/case/deadlines.ts";
import { dayOf } from "../../../models/instant.ts";
import { firstDay, monthOfDate } from "../../../models/month.ts";
import type { Profile } from "../../../models/profile.ts";
import { type Text, text } from "../../../models/text.ts";
import type { DispatchTask } from "../../../reports/dispatch/input.ts";
import type { Handled } from "../../../reports/follow-up.ts";
import { casesOfAlerts, stepsOf } from "../../../src/db/case.ts";
import type { StepContext } from "../step.ts";

/** How far the case of an alert had come on the day of the run. */
export interface AlertCase {
  readonly state: Case;
  readonly deadlines: readonly Deadline[];
  /** The day it was closed; null while it is open. */
  readonly closedOn: string | null;
}

/** The cases of alerts as their steps stood at the end of the run's day, by alert. */
export async function alertCases(
  { tx, run, profile }: StepContext,
  alerts: readonly number[],
): Promise<ReadonlyMap<number, AlertCase>> {
  const cases = await casesOfAlerts(tx, alerts);
  const steps = await stepsOf(tx, [...new Set(cases.values())]);
  const rules = deadlineRules(profile);
  const known = new Map<number, AlertCase>();
  for (const [alert, id] of cases) {
    const taken = (steps.get(id) ?? []).filter(({ at }) => dayOf(Date.parse(at)) <= run.asOf);
    if (taken.length === 0) continue;
    const state = caseOf(taken.map((step) => step.taken));
    const closedOn = state.state === "closed" ? taken.findLast((step) => step.taken.kind === "close")!.taken.on : null;
    known.set(alert, { state, deadlines: deadlinesOf(state, rules), closedOn });
  }
  return known;
}

/** The next thing that a case owes; what is past its day comes first. */
export function taskOf({ state, deadlines }: AlertCase, profile: Profile): DispatchTask {
  if (state.state === "closed") return { step: text("结案", "case closed"), due: null, done: true };
  const next = deadlines.find(({ metOn }) => metOn === null);
  if (!next) return { step: text("跟踪处置", "followed"), due: null, done: false };
  return { step: nameOf(next, profile), due: next.due, done: false };
}

function nameOf({ kind, measure }: Deadline, { casework }: Profile): Text {
  const name = casework.measures.find(({ code }) => code === measure)?.name;
  const { zh, en } = DEADLINES[kind];
  return name ? text(`${zh}（${name.zh}）`, `${en} (${name.en})`) : text(zh, en);
}

/** Cases by how far they are; null where nobody keeps any. */
export function handledOf(cases: readonly AlertCase[], asOf: string): Handled | null {
  if (cases.length === 0) return null;
  const open = cases.filter(({ state }) => state.state === "open");
  const inHand = open.filter(({ state }) => state.contactedOn !== null);
  return {
    toContact: open.length - inHand.length,
    inHand: inHand.length,
    closed: cases.filter(({ closedOn }) => closedOn !== null && closedOn >= firstDay(monthOfDate(asOf))).length,
    overdue: open.filter(({ deadlines }) => deadlines.some((one) => isOverdue(one, asOf))).length,
  };
}
