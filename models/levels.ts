import { type EventFact, happened, peopleWithin } from "./event-fact.ts";
import type { Profile } from "./profile.ts";
import { groupProblems, type RulesByGroup, rulesByGroup } from "./rules-by-group.ts";
import type { DecisionThresholds, LevelRule, Threshold, ThresholdSet } from "./threshold.ts";

/** What rules look at. NaN means "no value" and never satisfies a condition. Falls are positive; a gain is negative. */
export interface RuleFacts {
  readonly z: number;
  readonly fallPeople: number;
  readonly fallShare: number;
  readonly fall3People: number;
  readonly fall3Share: number;
  readonly fall12People: number;
  readonly fall12Share: number;
  readonly leak: number;
  /** Headcount before the fall; for a silent enterprise its last reported one. */
  readonly headcountBefore: number;
  readonly hiddenShare: number;
  /** Probability of a large reduction, or the score that stands for it. */
  readonly risk: number;
  /** The risk over the model's line for red and for orange. */
  readonly overRed: number;
  readonly overOrange: number;
  /** Expected share of false ones among those called at this strength, in its region and month. */
  readonly q: number;
  /** Months without a report up to and including this one; 0 when it reported. */
  readonly silentMonths: number;
  readonly events: readonly EventFact[];
  /** Place in the profile's industries; -1 unknown. */
  readonly industry: number;
}

/** level: place in the profile's levels, 0 the most severe, -1 none. reached: ids of all rules that hold, label-only ones too. */
export interface Judgement {
  readonly level: number;
  readonly reached: readonly string[];
}

/** A rule with its numbers taken out of their thresholds. NaN: the rule does not ask. */
interface CompiledRule {
  readonly id: string;
  readonly level: number;
  readonly z: number;
  readonly fallPeople: number;
  readonly fallShare: number;
  readonly fall3People: number;
  readonly fall3Share: number;
  readonly fall12People: number;
  readonly fall12Share: number;
  readonly leak: number;
  readonly headcount: number;
  readonly headcountBelow: number;
  readonly hiddenShare: number;
  readonly risk: number;
  readonly overRed: number;
  readonly overOrange: number;
  readonly q: number;
  readonly silentMonths: number;
  readonly silentUntil: number;
  readonly event: string | null;
  readonly eventMonths: number;
  readonly eventDays: number;
  readonly eventPeople: number;
  readonly eventShare: number;
}

export interface CompiledRules {
  readonly rules: readonly CompiledRule[];
  /** Those of industries and sizes whose limits are others; null where nobody's are. */
  readonly byGroup: RulesByGroup<readonly CompiledRule[]> | null;
  /** Whether any rule asks for q, which costs a pass over the panel. */
  readonly asksQ: boolean;
  /** k of the leak that the facts will tell, standard deviations. */
  readonly leakReference: number;
}

/** Shared by every enterprise that reaches nothing, which is nearly all of them. */
export const NOTHING_REACHED: Judgement = Object.freeze({ level: -1, reached: Object.freeze([]) as readonly string[] });

/** An event rule that names no eventMonths looks at the month itself only. */
const THIS_MONTH = 1;

/** One that names no eventDays takes each report by itself. */
const ONE_DAY = 1;

/** How many months back a rule looks for events, the month itself included. */
export const monthsAsked = ({ eventMonths, eventDays }: LevelRule["when"]): number =>
  (eventMonths?.value ?? THIS_MONTH) + (eventDays ? Math.ceil(eventDays.value / SHORTEST_MONTH) : 0);

const SHORTEST_MONTH = 28;

/** Prepares a threshold set's rules for judge. Throws RangeError naming every rule, industry and size that cannot work. */
export function compileRules(
  set: ThresholdSet,
  profile: Pick<Profile, "levels" | "industries" | "sizeBands">,
): CompiledRules {
  const order = profile.levels.map(({ code }) => code);
  const problems = [...set.rules.flatMap((rule) => problemsOf(rule, order)), ...groupProblems(set, profile)];
  const compiled = (rules: readonly LevelRule[]) =>
    rules.map((rule) => compile(rule, rule.level === null ? -1 : order.indexOf(rule.level), set.decision));
  if (problems.length > 0) throw new RangeError(`threshold set ${set.name}: ${problems.join("; ")}`);
  return {
    rules: compiled(set.rules),
    byGroup: rulesByGroup(set, profile, compiled),
    asksQ: set.rules.some((rule) => rule.when.q !== undefined),
    leakReference: set.detector.leakReference.value,
  };
}

/** The most severe level whose rule holds, and every rule that holds. Allocates nothing when none does. */
export function judge(facts: RuleFacts, { rules, byGroup }: CompiledRules): Judgement {
  let reached: string[] | null = null;
  let level = -1;
  const own = byGroup === null ? rules : byGroup.rulesOf(facts.industry, facts.headcountBefore);
  for (const rule of own) {
    if (!holds(rule, facts)) continue;
    if (reached === null) reached = [rule.id];
    else reached.push(rule.id);
    if (rule.level >= 0 && (level < 0 || rule.level < level)) level = rule.level;
  }
  return reached === null ? NOTHING_REACHED : { level, reached };
}

/** A rule that asks for an event is settled first: nearly nobody has one, and every other question is asked of everybody. */
function holds(rule: CompiledRule, facts: RuleFacts): boolean {
  if (rule.event !== null && facts.events.length === 0) return false;
  return (
    stays(facts.z, rule.z) &&
    stays(facts.q, rule.q) &&
    reaches(facts.fallPeople, rule.fallPeople) &&
    reaches(facts.fallShare, rule.fallShare) &&
    reaches(facts.fall3People, rule.fall3People) &&
    reaches(facts.fall3Share, rule.fall3Share) &&
    reaches(facts.fall12People, rule.fall12People) &&
    reaches(facts.fall12Share, rule.fall12Share) &&
    reaches(facts.leak, rule.leak) &&
    reaches(facts.headcountBefore, rule.headcount) &&
    (Number.isNaN(rule.headcountBelow) || facts.headcountBefore < rule.headcountBelow) &&
    reaches(facts.hiddenShare, rule.hiddenShare) &&
    reaches(facts.risk, rule.risk) &&
    reaches(facts.overRed, rule.overRed) &&
    reaches(facts.overOrange, rule.overOrange) &&
    reaches(facts.silentMonths, rule.silentMonths) &&
    stays(facts.silentMonths, rule.silentUntil) &&
    (rule.event === null || wasReported(facts, rule, rule.event))
  );
}

/** Limits are inclusive (以上 includes the number); a comparison with NaN is false. */
const reaches = (fact: number, limit: number): boolean => Number.isNaN(limit) || fact >= limit;
const stays = (fact: number, limit: number): boolean => Number.isNaN(limit) || fact <= limit;

/** Persons that the events a rule asks for name together, 0 without one. */
export const peopleReported = (
  events: readonly EventFact[],
  { event, eventMonths, eventDays }: LevelRule["when"],
): number =>
  event === undefined ? 0 : peopleWithin(events, event, eventMonths?.value ?? THIS_MONTH, eventDays?.value ?? ONE_DAY);

function wasReported({ events, headcountBefore }: RuleFacts, rule: CompiledRule, kind: string): boolean {
  const { eventMonths, eventDays, eventPeople, eventShare } = rule;
  if (Number.isNaN(eventPeople) && Number.isNaN(eventShare)) return happened(events, kind, eventMonths);
  const people = peopleWithin(events, kind, eventMonths, eventDays);
  return reaches(people, eventPeople) && reaches(people / headcountBefore, eventShare);
}

function compile({ id, when }: LevelRule, level: number, decision: DecisionThresholds): CompiledRule {
  return {
    id,
    level,
    z: limitOf(when.z),
    fallPeople: limitOf(when.fallPeople),
    fallShare: limitOf(when.fallShare),
    fall3People: limitOf(when.fall3People),
    fall3Share: limitOf(when.fall3Share),
    fall12People: limitOf(when.fall12People),
    fall12Share: limitOf(when.fall12Share),
    leak: limitOf(when.leak),
    headcount: limitOf(when.headcount),
    headcountBelow: limitOf(when.headcountBelow),
    hiddenShare: limitOf(when.hiddenShare),
    risk: limitOf(when.risk),
    overRed: limitOf(when.overRed),
    overOrange: limitOf(when.overOrange),
    q: limitOf(when.q),
    silentMonths: limitOf(when.silentMonths),
    silentUntil: when.silentMonths ? limitOf(decision.silentUntil) : Number.NaN,
    event: when.event ?? null,
    eventMonths: when.eventMonths?.value ?? THIS_MONTH,
    eventDays: when.eventDays?.value ?? ONE_DAY,
    eventPeople: limitOf(when.eventPeople),
    eventShare: limitOf(when.eventShare),
  };
}

const limitOf = (threshold: Threshold | undefined): number => threshold?.value ?? Number.NaN;

function problemsOf({ id, level, when }: LevelRule, order: readonly string[]): readonly string[] {
  const { event, ...numbers } = when;
  const values = Object.entries(numbers);
  return [
    ...(level !== null && !order.includes(level)
      ? [`rule ${id}: level "${level}" is not one of ${order.join(", ")}`]
      : []),
    ...(values.length === 0 && event === undefined ? [`rule ${id} has no condition and would hold for everybody`] : []),
    ...values.filter(([, t]) => !Number.isFinite(t.value)).map(([name, t]) => `rule ${id}: ${name} is ${t.value}`),
  ];
}
