import type { EventKind } from "../../models/profile.ts";
import type { EventRecord } from "../../models/record.ts";
import type { History } from "./history.ts";
import type { Place } from "./place.ts";
import type { Plan } from "./plan.ts";
import { between, chance, integer, pick, type Random, weighted } from "./random.ts";
import { dayOf } from "./report.ts";
import type { Vocabulary } from "./term.ts";

/** Day of the month by which the desk has heard of an event: seven days at most. */
const LAST_DAY = 20;
const MOST_DAYS_UNTIL_KNOWN = 7;
const SECOND_EVENT = 0.5;
/** A closure that costs many jobs is talked about; a small one rarely. */
const ENDING_EVENT = { planted: 0.7, small: 0.15 } as const;

/** What the desks hear about one enterprise, by date: signs ahead of its planted layoff, its end, and false alarms. */
export function eventRecords(
  place: Place,
  random: Random,
  words: Vocabulary,
  code: string,
  plan: Plan,
  history: History,
): EventRecord[] {
  const record = (kind: EventKind, t: number, people: number | null): EventRecord =>
    eventRecord(random, code, kind, place.first + t, people);
  const events = [...signs(random, words, plan, history, record)];
  if (plan.falseEventAt !== null && !hasEndedBy(history, plan.falseEventAt)) {
    const kind = drawWarning(random, words);
    if (kind) events.push(record(kind, plan.falseEventAt, guess(random, history.headcount[plan.falseEventAt]!)));
  }
  if (words.ending && endsInClosure(history) && chance(random, ENDING_EVENT[plan.trouble ? "planted" : "small"])) {
    events.push(record(words.ending, history.endedAt!, Math.max(1, history.headcount[history.endedAt! - 1]!)));
  }
  return events.toSorted((a, b) => (a.occurredOn < b.occurredOn ? -1 : a.occurredOn > b.occurredOn ? 1 : 0));
}

type MakeRecord = (kind: EventKind, t: number, people: number | null) => EventRecord;

/** A first sign by the lead that was planned and, half the time, the plan itself a month or more before the cut. */
function* signs(
  random: Random,
  words: Vocabulary,
  plan: Plan,
  history: History,
  record: MakeRecord,
): Generator<EventRecord> {
  const layoff = history.layoffs[0];
  const lead = plan.trouble?.eventLead ?? null;
  const kind = drawWarning(random, words);
  if (layoff === undefined || lead === null || kind === null) return;
  yield record(kind, layoff.t - lead, guess(random, layoff.people));
  const second = words.layoffPlan ?? pick(random, words.warnings);
  if (lead > 1 && second.code !== kind.code && chance(random, SECOND_EVENT)) {
    yield record(second, layoff.t - integer(random, 1, lead - 1), layoff.people);
  }
}

const drawWarning = (random: Random, words: Vocabulary): EventKind | null =>
  words.warnings[weighted(random, words.warningWeights)] ?? null;

const hasEndedBy = (history: History, t: number): boolean => history.headcount[t]! <= 0;

/** A merger leaves no 0 behind. */
const endsInClosure = (history: History): boolean =>
  history.endedAt !== null && history.headcount[history.endedAt] === 0;

/** People concerned as the desk hears it: roughly right, or not at all. */
function guess(random: Random, people: number): number | null {
  return chance(random, 0.3) ? null : Math.max(1, Math.round(people * between(random, 0.7, 1.3)));
}

function eventRecord(random: Random, code: string, kind: EventKind, month: number, people: number | null): EventRecord {
  const day = integer(random, 1, LAST_DAY);
  return {
    code,
    kind: kind.code,
    occurredOn: dayOf(month, day),
    people,
    note: null,
    publishedOn: dayOf(month, day + integer(random, 0, MOST_DAYS_UNTIL_KNOWN)),
  };
}
