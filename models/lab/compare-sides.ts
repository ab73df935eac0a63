import type { AlertEpisode } from "../judging/episodes.ts";
import type { EventVerdict } from "../judging/lead-time.ts";
import type { Month } from "../month.ts";
import type { LabSide } from "./side.ts";

/** What changes from one set to another. */
export interface LabDifference {
  /** Enterprises with an alert under the second set only, and under the first only, by their first alert. */
  readonly added: readonly AlertEpisode[];
  readonly removed: readonly AlertEpisode[];
  /** Known reductions that the second warns of and the first does not, and the other way round. */
  readonly caught: readonly EventVerdict[];
  readonly lost: readonly EventVerdict[];
  /** Those that both warn of, in different months. */
  readonly moved: readonly MovedWarning[];
}

export interface MovedWarning {
  readonly enterprise: number;
  readonly month: Month;
  readonly people: number | null;
  /** Months of lead under each set. */
  readonly lead: { readonly first: number; readonly second: number };
}

export function compareSides(first: LabSide, second: LabSide): LabDifference {
  const pairs = first.events.map((event, i) => [event, second.events[i]!] as const);
  const warned = ({ verdict }: EventVerdict) => verdict === "warned";
  return {
    added: onlyIn(second, first),
    removed: onlyIn(first, second),
    caught: pairs.filter(([a, b]) => !warned(a) && warned(b)).map(([, b]) => b),
    lost: pairs.filter(([a, b]) => warned(a) && !warned(b)).map(([, b]) => b),
    moved: pairs
      .filter(([a, b]) => warned(a) && warned(b) && a.lead !== b.lead)
      .map(([{ enterprise, month, people, lead }, b]) => ({
        ...{ enterprise, month, people },
        lead: { first: lead!, second: b.lead! },
      })),
  };
}

/** The first alert of every enterprise that has one here and none there, in order of time. */
function onlyIn({ outcome: here }: LabSide, { outcome: there }: LabSide): readonly AlertEpisode[] {
  const known = new Set(there.episodes.map(({ enterprise }) => enterprise));
  const first = new Map<number, AlertEpisode>();
  for (const episode of here.episodes)
    if (!known.has(episode.enterprise) && !first.has(episode.enterprise)) first.set(episode.enterprise, episode);
  return [...first.values()];
}
