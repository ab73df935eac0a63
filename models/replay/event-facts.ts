import type { EventFact } from "../levels.ts";
import { type Month, monthOfDate } from "../month.ts";
import type { DatedEvent } from "./keep-month.ts";

/** What was reported about each enterprise, as rules and the risk look at it in a month. */
export function eventFactsIn(events: readonly DatedEvent[], month: Month): ReadonlyMap<number, readonly EventFact[]> {
  const facts = new Map<number, EventFact[]>();
  for (const { enterprise, kind, occurredOn, people } of events) {
    const fact = { kind, monthsAgo: month - monthOfDate(occurredOn), people };
    const known = facts.get(enterprise);
    if (known) known.push(fact);
    else facts.set(enterprise, [fact]);
  }
  return facts;
}
