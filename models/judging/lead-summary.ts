import { median } from "simple-statistics";
import type { AlertVerdict, EventVerdict, LeadTimes } from "./lead-time.ts";

export interface LeadSummary {
  readonly events: number;
  readonly warned: number;
  readonly late: number;
  readonly missed: number;
  /** warned / events; null without an event. */
  readonly recall: number | null;
  /** Median lead of all events, one never warned of counting as the worst; null when the median event is one. Months. */
  readonly medianLead: number | null;
  /** Median lead of the warned events alone, months; says nothing without recall beside it. */
  readonly medianLeadWarned: number | null;
  /** Share of all events that were warned of at least a month before. */
  readonly ahead: number | null;
  /** Persons in the events, and in those warned of; events of unknown size are left out of both. */
  readonly people: number;
  readonly peopleWarned: number;
  readonly alerts: number;
  readonly verdicts: Readonly<Record<AlertVerdict["verdict"], number>>;
  /** hits / (hits + false): late, repeated, intervened and pending alerts are counted above, on neither side here. */
  readonly precision: number | null;
}

/** One month is the least by which a desk can act before the event. */
const AHEAD = 1;

export function leadSummary({ events, alerts }: LeadTimes): LeadSummary {
  const count = (verdict: EventVerdict["verdict"]) => events.filter((e) => e.verdict === verdict).length;
  const warned = events.filter((e) => e.verdict === "warned");
  const verdicts = verdictsOf(alerts);
  return {
    events: events.length,
    ...{ warned: warned.length, late: count("late"), missed: count("missed") },
    recall: share(warned.length, events.length),
    medianLead: middle(events.map(({ lead }) => lead ?? Number.NEGATIVE_INFINITY)),
    medianLeadWarned: middle(warned.map(({ lead }) => lead!)),
    ahead: share(warned.filter(({ lead }) => lead! >= AHEAD).length, events.length),
    people: peopleIn(events),
    peopleWarned: peopleIn(warned),
    ...{ alerts: alerts.length, verdicts },
    precision: share(verdicts.hit, verdicts.hit + verdicts.false),
  };
}

function verdictsOf(alerts: readonly AlertVerdict[]): LeadSummary["verdicts"] {
  const counts = { hit: 0, late: 0, repeated: 0, intervened: 0, pending: 0, false: 0 };
  for (const { verdict } of alerts) counts[verdict]++;
  return counts;
}

function middle(leads: readonly number[]): number | null {
  const value = leads.length > 0 ? median([...leads]) : Number.NaN;
  return Number.isFinite(value) ? value : null;
}

const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

const peopleIn = (events: readonly EventVerdict[]): number => events.reduce((sum, e) => sum + (e.people ?? 0), 0);
