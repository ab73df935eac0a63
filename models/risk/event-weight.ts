import type { EventFact } from "../levels.ts";
import type { EventKind } from "../profile.ts";

/** Months an event is believed to say something about the next three. */
const MONTHS = 3;

/** Weight of each kind, in log-odds; kinds without one are missing. */
export const eventWeights = (kinds: readonly EventKind[]): ReadonlyMap<string, number> =>
  new Map(kinds.flatMap(({ code, riskWeight }) => (riskWeight ? [[code, riskWeight.value] as const] : [])));

/** The heaviest event of the last three months; 0 for none. They often tell the same story, so they are not summed. */
export function heaviestEvent(events: readonly EventFact[], weights: ReadonlyMap<string, number>): number {
  let most = 0;
  for (const { kind, monthsAgo } of events) {
    const weight = monthsAgo >= 0 && monthsAgo < MONTHS ? (weights.get(kind) ?? 0) : 0;
    if (weight > most) most = weight;
  }
  return most;
}
