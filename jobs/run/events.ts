import { type EventFact, eventFact } from "../../models/event-fact.ts";
import { monthsAsked } from "../../models/levels.ts";
import { firstDay, lastDay } from "../../models/month.ts";
import type { ThresholdSet } from "../../models/threshold.ts";
import type { Db } from "../../src/db/db.ts";
import { eventsBetween, type StoredEvent } from "../../src/db/event.ts";
import type { Run } from "../../src/db/run.ts";

/** How many months back any rule looks for an event, the month itself included. */
export const monthsInView = ({ rules }: ThresholdSet): number =>
  Math.max(1, ...rules.map(({ when }) => monthsAsked(when)));

/** Events that any rule still looks at in the run's month, by enterprise. */
export async function eventsInView(db: Db, run: Run, thresholds: ThresholdSet): Promise<Map<number, StoredEvent[]>> {
  const months = monthsInView(thresholds);
  const events = await eventsBetween(db, firstDay(run.month - months + 1), lastDay(run.month), run.vintage);
  const byEnterprise = new Map<number, StoredEvent[]>();
  for (const event of events)
    byEnterprise.set(event.enterprise, [...(byEnterprise.get(event.enterprise) ?? []), event]);
  return byEnterprise;
}

export const eventFacts = (events: readonly StoredEvent[], run: Run): EventFact[] =>
  events.map((event) => eventFact(event, run.month));
