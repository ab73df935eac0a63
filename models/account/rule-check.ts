import type { EventFact, RuleFacts } from "../levels.ts";
import type { Text } from "../text.ts";
import type { LevelRule, Threshold } from "../threshold.ts";

/** What one condition asks and what was found. */
export interface ConditionCheck {
  /** The name under which a threshold set asks. */
  readonly asks: string;
  readonly limit: number | string;
  readonly unit: string;
  readonly origin: Text | null;
  /** null: not known, so the condition does not hold. */
  readonly found: number | string | null;
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
      .filter(([asks]) => asks !== "eventMonths")
      .map(([asks, value]) => conditionOf(asks, value, when.eventMonths, facts)),
  }));

function conditionOf(
  asks: string,
  asked: Threshold | string,
  months: Threshold | undefined,
  facts: RuleFacts,
): ConditionCheck {
  if (typeof asked === "string") {
    const within = months?.value ?? 1;
    const found = facts.events.filter(({ kind }) => kind === asked);
    return { asks, limit: asked, unit: `within ${within} months`, origin: null, found: monthsAgo(found) };
  }
  const value = facts[FACTS[asks] ?? (asks as keyof RuleFacts)];
  const found = typeof value === "number" && !Number.isNaN(value) ? value : null;
  return { asks, limit: asked.value, unit: asked.unit, origin: asked.origin.note, found };
}

/** Conditions that are called otherwise than the fact they look at. */
const FACTS: Readonly<Record<string, keyof RuleFacts>> = {
  headcount: "headcountBefore",
  headcountBelow: "headcountBefore",
};

const monthsAgo = (events: readonly EventFact[]): string | null =>
  events.length === 0 ? null : `${Math.min(...events.map((event) => event.monthsAgo))} months ago`;
