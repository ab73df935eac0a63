import type { EventFact } from "../event-fact.ts";
import type { EventKind } from "../profile.ts";
import type { ReductionLine } from "./model.ts";

/** Months an event is believed to say something about the next three. */
const MONTHS = 3;

/** What a report of a kind foretells. */
export interface Foretelling {
  /** Share of the enterprises so reported on that have the event within three months. */
  readonly chance: number;
  /** The people it names are those who are to leave, so that they tell whether it can be the event. */
  readonly announces: boolean;
}

/** By kind; kinds that foretell nothing are missing. */
export const foretellingsOf = (kinds: readonly EventKind[]): ReadonlyMap<string, Foretelling> =>
  new Map(
    kinds.flatMap(({ code, chance, announces }) =>
      chance ? [[code, { chance: chance.value, announces: announces === true }] as const] : [],
    ),
  );

/**
 * Chance of the event by the strongest report of the last three months alone, 0 without one. Reports of one enterprise often
 * tell the same story, so their chances are not added up. Those that announce fewer people than the event takes, all of a kind
 * together, foretell nothing.
 * @param headcount persons in the month; NaN not known
 */
export function eventChance(
  events: readonly EventFact[],
  kinds: ReadonlyMap<string, Foretelling>,
  line: ReductionLine,
  headcount: number,
): number {
  let most = 0;
  const recent = events.filter(({ monthsAgo }) => monthsAgo >= 0 && monthsAgo < MONTHS);
  for (const { kind } of recent) {
    const known = kinds.get(kind);
    if (known === undefined || known.chance <= most) continue;
    if (known.announces && isShort(announced(recent, kind), line, headcount)) continue;
    most = known.chance;
  }
  return most;
}

/** Persons that reports of a kind name together; without end when one of them names nobody. */
const announced = (recent: readonly EventFact[], kind: string): number =>
  recent.reduce((sum, event) => (event.kind === kind ? sum + (event.people ?? Number.POSITIVE_INFINITY) : sum), 0);

const isShort = (people: number, line: ReductionLine, headcount: number): boolean =>
  people < line.people || people / headcount < line.share;
