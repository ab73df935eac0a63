import { wasSettled } from "../../models/decision/decide.ts";
import type { DecisionInput } from "../../models/decision/decision.ts";
import { wanted } from "../../models/decision/next-state.ts";
import { isForetelling } from "../../models/regime.ts";
import { isUnheard } from "../../models/silence.ts";
import type { ThresholdSet } from "../../models/threshold.ts";
import type { SubjectKind } from "../../src/db/alert.ts";
import type { AlertStates, WaitingAlert } from "../../src/db/alert-state.ts";
import type { Run } from "../../src/db/run.ts";
import type { StepContext } from "./step.ts";
import type { Subject } from "./subjects.ts";

/** What a decision asks of a subject. */
export type Weighed = Pick<
  Subject,
  "subjectKind" | "subject" | "level" | "rules" | "silentMonths" | "recovered" | "atRisk"
>;

/** A subject with all that its decision rests on. */
export interface Asked<S extends Weighed = Subject> {
  readonly subject: S;
  readonly input: DecisionInput;
  /** What was held back about it; null when nothing was. */
  readonly waiting: WaitingAlert | null;
}

export function askedOf<S extends Weighed>(
  subject: S,
  states: AlertStates,
  {
    run: { month },
    thresholds,
    rulesOnly,
  }: Pick<StepContext, "thresholds" | "rulesOnly"> & { readonly run: Pick<Run, "month"> },
): Asked<S> {
  const key = keyOf(subject);
  const [told, later] = [states.told.get(key), states.later.get(key)];
  const waiting = inForce(states.waiting.get(key), rulesOnly !== null);
  const input = {
    month,
    before: states.before.get(key) ?? null,
    monthsSince: month - (states.monthBefore ?? month - 1),
    ...(told === undefined ? {} : { told }),
    ...(later === undefined ? {} : { later }),
    ...{ found: subject.level, noData: isUnheard(subject.silentMonths, thresholds.decision) },
    ...{ recovered: subject.recovered, waiting: waiting?.state ?? null },
    ...(states.settled.has(key) ? { settledLevel: states.settled.get(key)! } : {}),
    reached: subject.rules,
    episodesBefore: states.episodes.get(key) ?? 0,
    thresholds: thresholds.decision,
  };
  return { subject, input, waiting };
}

/** Under rules alone, what only a model foretold waits no more. */
const inForce = (waiting: WaitingAlert | undefined, rulesAlone: boolean): WaitingAlert | null =>
  waiting === undefined || (rulesAlone && waiting.foretold) ? null : waiting;

/** Whether all that asks for the alert, found now or held back, is what a model foretells. */
export function isForetold({ subject, waiting }: Asked, { rules }: Pick<ThresholdSet, "rules">): boolean {
  if (subject.level < 0) return waiting?.foretold ?? false;
  const onFacts = rules.some((rule) => subject.rules.includes(rule.id) && rule.level !== null && !isForetelling(rule));
  return (waiting?.foretold ?? true) && !onFacts;
}

/** The level at which a subject without an alert would get one, if there is a visit for it; -1 when there is nothing to tell. */
export const levelWanted = ({ input }: Asked<Weighed>): number =>
  input.before !== null || wasSettled(input) ? -1 : (wanted(input)?.level ?? -1);

/** Persons that a visit would be about: as of the month in which it was last found. NaN not known. */
export const atRiskOf = ({ subject, waiting }: Asked<Weighed>): number =>
  subject.level < 0 && waiting ? waiting.atRisk : subject.atRisk;

export const keyOf = ({ subjectKind, subject }: { subjectKind: SubjectKind; subject: string }): string =>
  `${subjectKind}/${subject}`;
