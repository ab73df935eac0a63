import { dayAfter } from "../instant.ts";
import { type Text, text } from "../text.ts";
import type { Case } from "./case.ts";

export type DeadlineKind = "contact" | "visit" | "measure" | "follow-up";

export const DEADLINES: Readonly<Record<DeadlineKind, Text>> = {
  contact: text("首次联系", "first contact"),
  visit: text("首次走访", "first visit"),
  measure: text("措施落实", "measure"),
  "follow-up": text("回访", "follow-up"),
};

/** Something a case owes by a day. */
export interface Deadline {
  readonly kind: DeadlineKind;
  readonly due: string;
  /** The measure it is about; null otherwise. */
  readonly measure: string | null;
  /** The day it was met; null: still owed. */
  readonly metOn: string | null;
}

export interface DeadlineRules {
  /** Days from opening to the first contact, by criticality, and to the first visit. */
  readonly contactDays: Readonly<Record<Case["criticality"], number>>;
  readonly visitDays: number;
}

/** All that a case owes and owed, by day. A case that closes owes nothing more; what was late stays late. */
export function deadlinesOf(c: Case, rules: DeadlineRules): readonly Deadline[] {
  const first: Deadline[] = [
    deadline("contact", dayAfter(c.openedOn, rules.contactDays[c.criticality]), c.contactedOn),
    deadline("visit", dayAfter(c.openedOn, rules.visitDays), c.visitedOn),
  ];
  const measures = c.measures.map(({ code, due, doneOn }) => deadline("measure", due, doneOn, code));
  const followUp = c.followUp === null ? [] : [deadline("follow-up", c.followUp, null)];
  return [...first, ...measures, ...followUp].toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

const deadline = (kind: DeadlineKind, due: string, metOn: string | null, measure: string | null = null): Deadline => ({
  ...{ kind, due, measure, metOn },
});

/** Owed by an open case and past its day. */
export const isOverdue = ({ due, metOn }: Deadline, today: string): boolean => metOn === null && due < today;

/** Owed by an open case and due today or on the next day. */
export const isNear = ({ due, metOn }: Deadline, today: string): boolean =>
  metOn === null && due >= today && due <= dayAfter(today, 1);
