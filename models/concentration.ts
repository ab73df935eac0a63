import { ratio } from "./job-flows.ts";

/** How few employers hold the jobs of a group, over the enterprises that report this month. */
export interface Concentration {
  readonly enterprises: number;
  readonly persons: number;
  /** Share of all persons with the largest employer and with the four largest; null without persons. */
  readonly top1: number | null;
  readonly top4: number | null;
  /** Herfindahl index: sum of the squared shares, 1/enterprises (all alike) … 1 (one employer); null without persons. */
  readonly herfindahl: number | null;
}

/** From the number of enterprises, Σ persons, Σ persons² and the largest headcounts, largest first. */
export function concentrationOf(
  enterprises: number,
  persons: number,
  squares: number,
  largest: readonly number[],
): Concentration {
  const first = (count: number) => largest.slice(0, count).reduce((sum, people) => sum + people, 0);
  return {
    ...{ enterprises, persons },
    top1: ratio(first(1), persons),
    top4: ratio(first(4), persons),
    herfindahl: ratio(squares, persons ** 2),
  };
}
