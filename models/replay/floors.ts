import { monthsAsked, type RuleFacts } from "../levels.ts";
import { type GroupLimits, laxestIn, timesLimits } from "../strictness.ts";
import { type Text, text } from "../text.ts";
import type { LevelRule, Threshold, ThresholdSet } from "../threshold.ts";

const ROOM: Text = text(
  "比各级预警的默认界限宽约一半：调阈值时不必重新评分，又只留少数企业；默认值",
  "about half of what the levels ask by default: room to tune without scoring again, and few enterprises kept; a default",
);

/**
 * How far a fact must go for its enterprise's month to be kept. A threshold set can be replayed when each of its rules asks
 * for at least one fact no less than here: then whoever a rule could reach has been kept.
 */
export const FLOORS = {
  /** Standard deviations, at or below. */
  z: floor(-1.5, "standard deviations"),
  /** At or below. */
  q: floor(0.2, "share"),
  leak: floor(2.5, "standard deviations"),
  fallPeople: floor(5, "persons"),
  fall3People: floor(8, "persons"),
  fall12People: floor(20, "persons"),
  fallShare: floor(0.25, "share"),
  hiddenShare: floor(0.05, "share"),
  risk: floor(0.08, "probability"),
  overRed: floor(0.7, "times the line"),
  overOrange: floor(0.7, "times the line"),
  silentMonths: floor(1, "months"),
  /** A year of small cuts that ends within a quarter. */
  eventMonths: floor(17, "months"),
} as const satisfies Record<string, Threshold>;

function floor(value: number, unit: string): Threshold {
  return { value, unit, origin: { kind: "convention", note: ROOM }, validFrom: "2008-01" };
}

/** Ids of the rules with a level that ask less of somebody than was kept: they need the months scored again. */
export const beyondFloors = ({ rules, ...groups }: Pick<ThresholdSet, "rules"> & GroupLimits): readonly string[] =>
  timesLimits(rules, laxestIn(groups))
    .filter((rule) => rule.level !== null && !isKept(rule))
    .map(({ id }) => id);

function isKept({ when }: LevelRule): boolean {
  const { z, q, event } = when;
  if (event !== undefined && monthsAsked(when) > FLOORS.eventMonths.value) return false;
  if (event !== undefined || (z && z.value <= FLOORS.z.value) || (q && q.value <= FLOORS.q.value)) return true;
  return REACHED.some((name) => (when[name]?.value ?? Number.NEGATIVE_INFINITY) >= FLOORS[name].value);
}

const REACHED = [
  "leak",
  "fallPeople",
  "fall3People",
  "fall12People",
  "fallShare",
  "hiddenShare",
  "risk",
  "overRed",
  "overOrange",
  "silentMonths",
] as const;

/** Which facts are kept of a month, and how far back its events. */
export interface Reach {
  keeps(facts: RuleFacts): boolean;
  readonly eventMonths: number;
}

/** For rules that ask for less than the floors: scored and replayed in one go, too much to store. */
export const EVERYTHING: Reach = { keeps: () => true, eventMonths: Number.POSITIVE_INFINITY };

/** Whoever some rule within the floors could hold for; events are looked at apart. */
const mayReach = (facts: RuleFacts): boolean =>
  facts.z <= FLOORS.z.value || facts.q <= FLOORS.q.value || REACHED.some((name) => facts[name] >= FLOORS[name].value);

export const WITHIN_FLOORS: Reach = { keeps: mayReach, eventMonths: FLOORS.eventMonths.value };
