import type { Month } from "../../models/month.ts";
import type { EventRecord, HeadcountRecord, RegisterRecord } from "../../models/record.ts";
import { deliver } from "./delivery.ts";
import { eventRecords } from "./event.ts";
import type { History } from "./history.ts";
import type { Place } from "./place.ts";
import type { Plan } from "./plan.ts";
import type { Random } from "./random.ts";
import { registerRecords, type Succession } from "./register.ts";
import { drawHabits } from "./report.ts";
import { type Support, supportOf } from "./support/support.ts";
import type { Vocabulary } from "./term.ts";
import type { Traits } from "./traits.ts";
import type { LayoffKind } from "./trouble.ts";

/** A planted loss: in this month the enterprise's headcount falls by at least these people. */
export interface PlantedLayoff {
  readonly code: string;
  readonly month: Month;
  readonly people: number;
  readonly kind: LayoffKind;
  /** The first event that went before it, "YYYY-MM-DD"; null when nobody heard of it. */
  readonly firstEvent: string | null;
}

export interface SimulatedEnterprise {
  /** The code its rows carry in month position t: an enterprise may change it. */
  readonly codeAt: (t: number) => string;
  readonly industry: string;
  readonly region: string;
  /** What really happened; the records are what became known of it. */
  readonly history: History;
  readonly register: readonly RegisterRecord[];
  readonly headcounts: readonly HeadcountRecord[];
  readonly events: readonly EventRecord[];
  readonly layoffs: readonly PlantedLayoff[];
  readonly support: Support;
}

/** What all enterprises of one county share. */
export interface Setting {
  readonly place: Place;
  readonly words: Vocabulary;
  readonly asOf: string;
}

/** Turns what happened to an enterprise into the records that became known of it by the county's date. */
export function tell(
  setting: Setting,
  random: Random,
  traits: Traits,
  plan: Plan,
  history: History,
  succession: Succession | null,
): SimulatedEnterprise {
  const { place, words, asOf } = setting;
  const codeAt = (t: number): string =>
    succession?.kind === "code-change" && t >= succession.t ? succession.code : traits.code;
  const planned = [...history.layoffs.map((layoff) => layoff.t), plan.away?.t ?? -1, plan.arrival?.t ?? -1];
  const known = <T extends { readonly publishedOn: string | null }>(records: readonly T[]): T[] =>
    records.filter((record) => record.publishedOn! <= asOf);
  const events = known(eventRecords(place, random, words, codeAt(plan.falseEventAt ?? 0), plan, history));
  const habits = drawHabits(random, traits);
  return {
    codeAt,
    industry: traits.industry,
    region: place.towns[traits.town]!.code,
    history,
    register: known(registerRecords(place, random, traits, history, succession)),
    headcounts: known(deliver(place, random, words, habits, codeAt, history, new Set(planned))),
    events,
    layoffs: plantedLayoffs(place, traits, history, plan, events),
    support: supportOf(place, traits, codeAt, history),
  };
}

function plantedLayoffs(
  place: Place,
  { code }: Traits,
  history: History,
  { trouble }: Plan,
  events: readonly EventRecord[],
): PlantedLayoff[] {
  const firstEvent = trouble?.eventLead == null ? null : (events[0]?.occurredOn ?? null);
  return history.layoffs.map(({ t, people, kind }) => ({ code, month: place.first + t, people, kind, firstEvent }));
}
