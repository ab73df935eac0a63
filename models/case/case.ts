import { isOutcome, type Outcome } from "../alert/outcome.ts";
import { type Criticality, STEPS, type Step, type StepKind, type StepPart } from "./step.ts";

/** A step as kept: numbered in its case, with the day it happened. */
export interface KeptStep extends Step {
  readonly on: string;
}

export interface Measure {
  readonly code: string;
  readonly agreedOn: string;
  readonly due: string;
  /** null: not carried out yet. */
  readonly doneOn: string | null;
}

/** A case as its steps make it. */
export interface Case {
  readonly state: "open" | "closed";
  readonly openedOn: string;
  /** The one who answers for it. */
  readonly referent: string;
  readonly participants: readonly string[];
  readonly criticality: Criticality;
  readonly alerts: readonly string[];
  /** First contact and first visit; null: not yet. */
  readonly contactedOn: string | null;
  readonly visitedOn: string | null;
  readonly difficulties: readonly string[];
  readonly measures: readonly Measure[];
  /** The next agreed follow-up; null: none is open. */
  readonly followUp: string | null;
  readonly outcome: Outcome | null;
  readonly intervened: boolean | null;
  readonly kept: number | null;
  readonly steps: number;
}

export type CaseRefusal =
  | `needs-${StepPart}`
  | "not-open"
  | "not-closed"
  | "already-open"
  | "outcome-unknown"
  /** Written down before it happened. */
  | "day-ahead"
  | "measure-unknown";

export type Stepped =
  | { readonly kind: "stepped"; readonly case: Case }
  | { readonly kind: "refused"; readonly refusal: CaseRefusal };

/** The case after a step, or why it cannot be written. `before` null: there is no case yet, and only "open" makes one. */
export function takeStep(before: Case | null, step: KeptStep): Stepped {
  const { needs, when } = STEPS[step.kind];
  if (when === "new" && before !== null) return refused("already-open");
  if (when === "open" && before?.state !== "open") return refused("not-open");
  if (when === "closed" && before?.state !== "closed") return refused("not-closed");
  if (before === null && when !== "new") return refused("not-open");
  const missing = needs.find((part) => isMissing(step[part]));
  if (missing) return refused(`needs-${missing}`);
  if (step.kind === "close" && !isOutcome(step.outcome)) return refused("outcome-unknown");
  if (step.kind === "measure-done" && !openMeasure(before!, step.measure!)) return refused("measure-unknown");
  const base = before ?? opened(step);
  const after = EFFECTS[step.kind]?.(base, step) ?? base;
  return { kind: "stepped", case: { ...after, steps: base.steps + 1 } };
}

/** A case from all its steps, in order. Throws RangeError when they do not make one: they were kept, so they must. */
export function caseOf(steps: readonly KeptStep[]): Case {
  const last = steps.reduce<Case | null>((before, step, i) => {
    const after = takeStep(before, step);
    if (after.kind === "refused") throw new RangeError(`step ${i + 1} (${step.kind}) cannot follow: ${after.refusal}`);
    return after.case;
  }, null);
  if (last === null) throw new RangeError("a case has at least the step that opened it");
  return last;
}

const refused = (refusal: CaseRefusal): Stepped => ({ kind: "refused", refusal });

const isMissing = (value: Step[StepPart]): boolean =>
  value === undefined ||
  (typeof value === "string" && value.trim() === "") ||
  (Array.isArray(value) && value.length === 0);

const openMeasure = ({ measures }: Case, code: string): Measure | undefined =>
  measures.find((measure) => measure.code === code && measure.doneOn === null);

const opened = ({ on, person, criticality, alert }: KeptStep): Case => ({
  ...{ state: "open", openedOn: on, referent: person!, participants: [], criticality: criticality! },
  ...{ alerts: alert === undefined ? [] : [alert], contactedOn: null, visitedOn: null, difficulties: [], measures: [] },
  ...{ followUp: null, outcome: null, intervened: null, kept: null, steps: 0 },
});

/** What each step changes beside being counted. */
const EFFECTS: Partial<Record<StepKind, (before: Case, step: KeptStep) => Case>> = {
  link: (c, { alert }) => ({ ...c, alerts: [...new Set([...c.alerts, alert!])] }),
  assign: (c, { person }) => ({ ...c, referent: person! }),
  "hand-over": (c, { person }) => ({ ...c, referent: person! }),
  join: (c, { person }) => ({ ...c, participants: [...new Set([...c.participants, person!])] }),
  leave: (c, { person }) => ({ ...c, participants: c.participants.filter((name) => name !== person) }),
  criticality: (c, { criticality }) => ({ ...c, criticality: criticality! }),
  contact: (c, { on }) => met({ ...c, contactedOn: c.contactedOn ?? on }, on),
  visit: (c, { on }) => met({ ...c, contactedOn: c.contactedOn ?? on, visitedOn: c.visitedOn ?? on }, on),
  difficulties: (c, { difficulties }) => ({ ...c, difficulties: [...new Set([...c.difficulties, ...difficulties!])] }),
  measure: (c, { measure, on, due }) => ({
    ...c,
    measures: [...c.measures, { code: measure!, agreedOn: on, due: due!, doneOn: null }],
  }),
  "measure-done": (c, { measure, on }) => ({
    ...c,
    measures: c.measures.map((one) => (one === openMeasure(c, measure!) ? { ...one, doneOn: on } : one)),
  }),
  "follow-up": (c, { due }) => ({ ...c, followUp: due! }),
  close: (c, { outcome, intervened, kept }) => ({
    ...c,
    ...{ state: "closed", outcome: outcome as Outcome, intervened: intervened!, kept: kept ?? null, followUp: null },
  }),
  reopen: (c) => ({ ...c, state: "open", outcome: null, intervened: null, kept: null }),
};

/** A contact or visit on or after the agreed day is the follow-up. */
const met = (c: Case, on: string): Case => (c.followUp !== null && c.followUp <= on ? { ...c, followUp: null } : c);
