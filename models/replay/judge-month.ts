import type { Fall } from "../collective.ts";
import { personsOfVisit } from "../decision/budget.ts";
import type { EventFact } from "../event-fact.ts";
import { type CompiledRules, type Judgement, judge, NOTHING_REACHED, type RuleFacts } from "../levels.ts";
import { type Mutable, NO_FACTS, shareLost } from "../verdicts.ts";
import { type KeptEvents, type KeptMonth, type KeptRows, NONE } from "./kept-month.ts";

/** Somebody who reached a level in a kept month. */
export interface Found extends Judgement {
  readonly enterprise: number;
  /** This month's fall of who reported both months or ceased; null otherwise. */
  readonly fall: Fall | null;
  /** Persons that a visit is about: risk × headcount, or without a risk those who left; NaN not known. */
  readonly atRisk: number;
}

/** Holds a kept month against rules: everybody with a level, by enterprise. The same verdicts as judgePanel gives. */
export function judgeMonth({ rows, events }: KeptMonth, rules: CompiledRules, kinds: readonly string[]): Found[] {
  const found: Found[] = [];
  const facts: Mutable<RuleFacts> = { ...NO_FACTS };
  let next = 0;
  for (let i = 0; i < rows.enterprise.length; i++) {
    const enterprise = rows.enterprise[i]!;
    fill(facts, rows, i);
    const first = next;
    while (next < events.enterprise.length && events.enterprise[next] === enterprise) next++;
    facts.events = next === first ? NO_EVENTS : eventFacts(events, first, next, kinds);
    const judgement = judge(facts, rules);
    if (judgement === NOTHING_REACHED || judgement.level < 0) continue;
    const fall = fallOf(facts);
    found.push({ enterprise, ...judgement, fall, atRisk: personsOfVisit(atRiskOf(rows, i), fall?.people ?? null) });
  }
  return found;
}

/** By the risk as it is stored, of four decimals, so that a replay orders as the run did. */
function atRiskOf({ before, now, risk }: KeptRows, i: number): number {
  const persons = before[i] === NONE ? now[i]! : before[i]!;
  return persons === NONE ? Number.NaN : (Math.round(risk[i]! * STORED) / STORED) * persons;
}

const STORED = 10_000;

const fallOf = ({ fallPeople: people, fallShare: share, headcountBefore: before }: RuleFacts): Fall | null =>
  Number.isNaN(share) ? null : { people, share, before };

const NO_EVENTS: readonly EventFact[] = [];

function eventFacts(
  { kind, monthsAgo, day, people }: KeptEvents,
  from: number,
  to: number,
  kinds: readonly string[],
): EventFact[] {
  const facts: EventFact[] = [];
  for (let i = from; i < to; i++)
    facts.push({
      ...{ kind: kinds[kind[i]!]!, monthsAgo: monthsAgo[i]!, day: day[i]! },
      people: people[i] === NONE ? null : people[i]!,
    });
  return facts;
}

/** Shares follow from the persons kept, as when the month was scored. */
function fill(facts: Mutable<RuleFacts>, rows: KeptRows, i: number): void {
  const before = orNaN(rows.before[i]!);
  const now = orNaN(rows.now[i]!);
  facts.z = rows.z[i]!;
  facts.q = rows.q[i]!;
  facts.leak = rows.leak[i]!;
  facts.risk = rows.risk[i]!;
  facts.overRed = rows.overRed[i]!;
  facts.overOrange = rows.overOrange[i]!;
  facts.hiddenShare = rows.hiddenShare[i]!;
  facts.headcountBefore = before;
  facts.industry = rows.industry[i]!;
  facts.silentMonths = orNaN(rows.silentMonths[i]!);
  facts.fallPeople = orNaN(rows.fallPeople[i]!);
  facts.fallShare = before > 0 ? facts.fallPeople / before : Number.NaN;
  facts.fall3People = rows.fall3People[i]!;
  facts.fall3Share = shareLost(facts.fall3People, now);
  facts.fall12People = rows.fall12People[i]!;
  facts.fall12Share = shareLost(facts.fall12People, now);
}

const orNaN = (persons: number): number => (persons === NONE ? Number.NaN : persons);
