import type { Dimension } from "./figure.ts";
import { type Group, type GroupLayout, sumOver } from "./groups/group-layout.ts";

/** Jobs expected to be lost within a group: the sum of its enterprises' own, so that groups add up. */
export interface JobsAtRisk {
  readonly dimension: Dimension;
  readonly code: string;
  /** Enterprises for which there is a risk. */
  readonly enterprises: number;
  /** Persons, to a tenth. */
  readonly persons: number;
}

/** Kept to a tenth of a person, as each enterprise's own, and added as whole tenths, so that no sum depends on its order. */
const TENTHS = 10;

/** From each row's jobs at risk, NaN without a risk; groups without one are left out, the place never is. */
export function sumJobsAtRisk({ cells, axes, groups }: GroupLayout, jobs: (row: number) => number): JobsAtRisk[] {
  const tenths = new Float64Array(cells);
  const counted = new Float64Array(cells);
  const rows = axes[0]!.of.length;
  for (let row = 0; row < rows; row++) {
    const own = jobs(row);
    if (Number.isNaN(own)) continue;
    const tenth = Math.round(own * TENTHS);
    for (const { from, of } of axes) {
      tenths[from + of[row]!]! += tenth;
      counted[from + of[row]!]!++;
    }
  }
  const sumOf = (group: Group): JobsAtRisk => ({
    ...{ dimension: group.dimension, code: group.code },
    enterprises: sumOver(group, counted),
    persons: sumOver(group, tenths) / TENTHS,
  });
  return groups.map(sumOf).filter(({ dimension, enterprises }) => dimension === "place" || enterprises > 0);
}
