import { type EventFact, eventFact } from "../event-fact.ts";
import type { Month } from "../month.ts";
import type { DatedEvent } from "./keep-month.ts";

/** What was reported about each enterprise, as rules and the risk look at it in a month. */
export function eventFactsIn(events: readonly DatedEvent[], month: Month): ReadonlyMap<number, readonly EventFact[]> {
  const facts = new Map<number, EventFact[]>();
  for (const event of events) {
    const fact = eventFact(event, month);
    const known = facts.get(event.enterprise);
    if (known) known.push(fact);
    else facts.set(event.enterprise, [fact]);
  }
  return facts;
}
