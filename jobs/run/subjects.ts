import type { Fall } from "../../models/collective.ts";
import { personsOfVisit } from "../../models/decision/budget.ts";
import { explain, headlineOf } from "../../models/explain/explain.ts";
import { type CompiledRules, judge } from "../../models/levels.ts";
import { STATUS } from "../../models/score.ts";
import type { Text } from "../../models/text.ts";
import { NO_FACTS } from "../../models/verdicts.ts";
import type { SubjectKind } from "../../src/db/alert.ts";
import type { AlertStates } from "../../src/db/alert-state.ts";
import { enterpriseCodes, enterpriseIdsOf } from "../../src/db/enterprise.ts";
import type { StoredEvent } from "../../src/db/event.ts";
import { alarmingScores, type StoredScore, scoresOf } from "../../src/db/score.ts";
import { cohortsOf } from "./cohorts.ts";
import { eventFacts, eventsInView } from "./events.ts";
import { explainFacts, type Seen } from "./explain-facts.ts";
import { rulesInForce } from "./rules-in-force.ts";
import type { StepContext } from "./step.ts";

/** Somebody an alert may be about, with what was found this month. */
export interface Subject {
  readonly subjectKind: SubjectKind;
  readonly subject: string;
  /** Place in the profile's levels; -1 when no level was reached. */
  readonly level: number;
  readonly rules: readonly string[];
  /** This month's fall of an enterprise that reported both months; null otherwise. */
  readonly fall: Fall | null;
  /** Persons that a visit is about: risk × headcount before the fall, or without a risk those who left; NaN not known. */
  readonly atRisk: number;
  readonly explanation: Text;
  /** One line of it. */
  readonly headline: Text;
  /** It was due to report and did not. */
  /** Months without a report, this one included; 0 when it reported or was not due to. */
  readonly silentMonths: number;
  /** It gained so many people that the detector took it for the end of a blip or a level shift. */
  readonly recovered: boolean;
  /** Kinds of the reported events in view. */
  readonly events: readonly string[];
}

/** Every enterprise that reached a level, has a reported event in view, or has an alert that is open or was told. */
export async function findSubjects(context: StepContext, states: AlertStates): Promise<Subject[]> {
  const { tx, run, thresholds } = context;
  const events = await eventsInView(tx, run, thresholds);
  const open = await enterpriseIdsOf(tx, states.enterprises);
  const scores = new Map((await alarmingScores(tx, run.id)).map((score) => [score.enterprise, score]));
  const quiet = [...new Set([...events.keys(), ...open.values()])].filter((id) => !scores.has(id));
  for (const [id, score] of await scoresOf(tx, run.id, quiet)) scores.set(id, score);
  const ids = [...new Set([...scores.keys(), ...quiet])].sort((a, b) => a - b);
  const codes = await enterpriseCodes(tx, ids);
  const rules = rulesInForce(context);
  const panel = await context.panel(tx);
  const seen = { ...context, columns: panel, cohorts: cohortsOf(panel, context) };
  return ids.map((id) => toSubject(codes.get(id)!, scores.get(id) ?? null, events.get(id) ?? [], rules, seen));
}

function toSubject(
  code: string,
  score: StoredScore | null,
  events: StoredEvent[],
  rules: CompiledRules,
  context: Seen,
): Subject {
  const verdict = score
    ? { level: score.level ?? -1, reached: score.rules ?? [] }
    : judgeEvents(events, rules, context);
  return {
    subjectKind: "enterprise",
    subject: code,
    level: verdict.level,
    rules: verdict.reached,
    fall: score ? fallOf(score) : null,
    atRisk: score ? atRiskOf(score, context) : Number.NaN,
    ...explained(score, events, verdict.reached, context),
    silentMonths: score?.status === STATUS.silent ? score.silentMonths : 0,
    recovered: score?.status === STATUS.rebased && (score.headcount ?? 0) > (score.previous ?? 0),
    events: [...new Set(events.map(({ kind }) => kind))],
  };
}

function atRiskOf(score: StoredScore, { rulesOnly }: Seen): number {
  const left = fallOf(score)?.people ?? Number.NaN;
  if (rulesOnly) return left;
  return personsOfVisit((score.risk ?? Number.NaN) * (score.previous ?? score.headcount ?? Number.NaN), left);
}

/** An enterprise that never reported a headcount is judged on its events alone. */
const judgeEvents = (events: readonly StoredEvent[], rules: CompiledRules, { run }: Seen) =>
  judge({ ...NO_FACTS, events: eventFacts(events, run) }, rules);

/** This month's fall of an enterprise that reported both months or ceased; null otherwise. */
export function fallOf({ status, headcount, previous, silentMonths }: StoredScore): Fall | null {
  if (status === STATUS.exited && silentMonths !== 1) return null; // gone before this month: it was a fall then
  const now = status === STATUS.exited ? 0 : headcount;
  if (status === STATUS.rebased || now === null || previous === null || previous === 0) return null;
  return { people: previous - now, share: (previous - now) / previous, before: previous };
}

function explained(
  score: StoredScore | null,
  events: readonly StoredEvent[],
  rules: readonly string[],
  context: Seen,
): Pick<Subject, "explanation" | "headline"> {
  const facts = explainFacts(score, events, rules, context);
  return { explanation: explain(facts), headline: headlineOf(facts) };
}
