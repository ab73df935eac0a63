import type { Dimension } from "../figure.ts";

/** One enterprise or event that is counted in a month, by the groups it stands in. */
export interface Counted {
  /** "alarming", "silent", "event", or "event:" and its group. */
  readonly kind: string;
  readonly section: string;
  readonly region: string;
}

/** How many there were of a kind in a group in one month. */
export interface MonthCount {
  readonly kind: string;
  readonly dimension: Extract<Dimension, "place" | "section" | "region">;
  readonly code: string;
  readonly count: number;
}

/**
 * Counts by place, section and region. The place has a count of every kind, 0 too, because a kind that never came is known to
 * have been none; sections and regions without any are left out. Sections add up to the place, and so do regions.
 */
export function monthCounts(place: string, kinds: readonly string[], items: readonly Counted[]): MonthCount[] {
  const counts = new Map<string, MonthCount & { count: number }>();
  const add = (kind: string, dimension: MonthCount["dimension"], code: string, count: number) => {
    const key = `${kind}\n${dimension}\n${code}`;
    const known = counts.get(key) ?? { kind, dimension, code, count: 0 };
    known.count += count;
    counts.set(key, known);
  };
  for (const kind of kinds) add(kind, "place", place, 0);
  for (const { kind, section, region } of items) {
    add(kind, "place", place, 1);
    add(kind, "section", section, 1);
    add(kind, "region", region, 1);
  }
  return [...counts.values()];
}
