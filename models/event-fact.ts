import { type Month, monthOfDate } from "./month.ts";

/** Something reported about an enterprise, as rules and the risk look at it in a month. */
export interface EventFact {
  readonly kind: string;
  /** 0 in the month itself. */
  readonly monthsAgo: number;
  /** Days since 1970-01-01. */
  readonly day: number;
  /** Persons concerned; null when unknown. */
  readonly people: number | null;
}

/** Something reported that happened on a day, "YYYY-MM-DD". */
export interface Reported {
  readonly kind: string;
  readonly occurredOn: string;
  readonly people?: number | null | undefined;
}

export const eventFact = ({ kind, occurredOn, people }: Reported, month: Month): EventFact => ({
  kind,
  monthsAgo: month - monthOfDate(occurredOn),
  day: Date.parse(occurredOn) / DAY,
  people: people ?? null,
});

const DAY = 86_400_000;

/** Whether something of a kind was reported within so many months, the month itself included. */
export const happened = (events: readonly EventFact[], kind: string, months: number): boolean =>
  events.some((event) => isWithin(event, kind, months));

/**
 * Most persons that reports of a kind name within so many days, in a stretch that ends with a report of the last months: small
 * cuts add up, whichever day a month ends on. Reports that name nobody count for none; 0 without a report.
 */
export function peopleWithin(events: readonly EventFact[], kind: string, months: number, days: number): number {
  let most = 0;
  for (const last of events) {
    if (!isWithin(last, kind, months)) continue;
    let sum = 0;
    for (const { kind: also, day, people } of events)
      if (also === kind && day <= last.day && day > last.day - days) sum += people ?? 0;
    most = Math.max(most, sum);
  }
  return most;
}

const isWithin = (event: EventFact, kind: string, months: number): boolean =>
  event.kind === kind && event.monthsAgo >= 0 && event.monthsAgo < months;
