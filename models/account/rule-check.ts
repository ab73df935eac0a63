import type { EventFact } from "../event-fact.ts";
import { peopleReported, type RuleFacts } from "../levels.ts";
import type { Text } from "../text.ts";
import type { LevelRule, Threshold } from "../threshold.ts";

/** What one condition asks and what was found. */
export interface ConditionCheck {
  /** The name under which a threshold set asks. */
  readonly asks: string;
  /** A number, or the kind of an event. */
  readonly limit: number | string;
  /** Of the limit and of what was found: the threshold's own; of an event it is months since. */
  readonly unit: string;
  /** How far back events are looked for; null for what is no event. */
  readonly within: { readonly count: number; readonly unit: "months" | "days" } | null;
  readonly origin: Text | null;
  /** Of an event the months since the newest, 0 the month itself. null: not known, so the condition does not hold. */
  readonly found: number | null;
}

/** A rule held against one enterprise. */
export interface RuleCheck {
  readonly id: string;
  readonly name: Text;
  /** null: it is only shown beside the score. */
  readonly level: string | null;
  readonly held: boolean;
  readonly conditions: readonly ConditionCheck[];
}

/** Every rule of a set with what each condition asked and found, in the set's order. */
export const checkRules = (
  rules: readonly LevelRule[],
  facts: RuleFacts,
  reached: readonly string[],
): readonly RuleCheck[] =>
  rules.map(({ id, name, level, when }) => ({
    ...{ id, name, level, held: reached.includes(id) },
    conditions: Object.entries(when)
      .filter(([asks]) => !SPANS.has(asks))
      .map(([asks, value]) => conditionOf(asks, value, when, facts)),
  }));

function conditionOf(
  asks: string,
  asked: Threshold | string,
  when: LevelRule["when"],
  facts: RuleFacts,
): ConditionCheck {
  if (typeof asked === "string") {
    const months = when.eventMonths?.value ?? 1;
    const found = facts.events.filter(({ kind, monthsAgo: ago }) => kind === asked && ago >= 0 && ago < months);
    const within = { count: months, unit: "months" } as const;
    return { asks, limit: asked, unit: "months", within, origin: null, found: newestOf(found) };
  }
  const value = asks in SUMS ? SUMS[asks]!(facts, when) : facts[FACTS[asks] ?? (asks as keyof RuleFacts)];
  const found = typeof value === "number" && !Number.isNaN(value) ? value : null;
  const within = asks in SUMS && when.eventDays ? ({ count: when.eventDays.value, unit: "days" } as const) : null;
  return { asks, limit: asked.value, unit: asked.unit, within, origin: asked.origin.note, found };
}

/** Conditions that are called otherwise than the fact they look at. */
const FACTS: Readonly<Record<string, keyof RuleFacts>> = {
  headcount: "headcountBefore",
  headcountBelow: "headcountBefore",
};

/** How far back an event may lie: said with the event. */
const SPANS: ReadonlySet<string> = new Set(["eventMonths", "eventDays"]);

const SUMS: Readonly<Record<string, (facts: RuleFacts, when: LevelRule["when"]) => number>> = {
  eventPeople: ({ events }, when) => peopleReported(events, when),
  eventShare: ({ events, headcountBefore }, when) => peopleReported(events, when) / headcountBefore,
};

const newestOf = (events: readonly EventFact[]): number | null =>
  events.length === 0 ? null : Math.min(...events.map((event) => event.monthsAgo));
