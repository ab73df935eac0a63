import type { Panel } from "../panel.ts";
import type { CohortNodes } from "./cohort-nodes.ts";
import { earlierYears, seasonBeside } from "./cohort-season.ts";
import { firstColumn, type Limits } from "./limits.ts";
import { emptyMedians, fillMedians, type OwnMedians } from "./own-medians.ts";

/** What the peers did, by cohort: both arrays are indexed by the numbers of CohortNodes. */
export interface PeerChanges {
  /** cohorts × panel width: shrunken median log change of the month; 0 where nobody can be asked. */
  readonly change: Float64Array;
  /** How many enterprises (the enterprise itself among them) the scored month's median rests on; 0 when nobody. */
  readonly count: Int32Array;
}

/**
 * What the peers of every cohort did in every month of the window: its own median, leaning on its parent's.
 * @param yearAgo the column of each column's month a year before, by the moon around Spring Festival; -1 for none
 */
export function peerChanges(panel: Panel, nodes: CohortNodes, yearAgo: Int32Array, limits: Limits): PeerChanges {
  const own = emptyMedians(nodes.parent.length, panel.width);
  fillMedians(panel, nodes, limits, own, 0, panel.width);
  return leanOnParents(own, nodes, yearAgo, limits);
}

/**
 * Has every cohort lean by n/(n + cohortPrior), from the top down, on its parent's change of the month and what it did beside
 * its parent in that season month of earlier years. Under `cohortMinimum` (and always under two) enterprises, or when it holds
 * the same ones as its parent, a cohort takes these alone.
 */
export function leanOnParents(
  own: OwnMedians,
  { parent }: CohortNodes,
  yearAgo: Int32Array,
  limits: Limits,
): PeerChanges {
  const [cohorts, width] = [parent.length, yearAgo.length];
  const change = new Float64Array(cohorts * width);
  const count = new Int32Array(new SharedArrayBuffer(cohorts * 4));
  const first = firstColumn(width, limits) + 1;
  const fewest = Math.max(2, limits.cohortMinimum);
  for (let month = first; month < width; month++) {
    const base = month * cohorts;
    const years = earlierYears(yearAgo, month, first).map((column) => column * cohorts);
    for (let node = 0; node < cohorts; node++) {
      const above = parent[node];
      const size = own.asked[base + node];
      const alone = size >= fewest && (node === 0 || size < own.asked[base + above]);
      const season = node === 0 ? 0 : seasonBeside(own, node, above, years, limits.seasonPrior);
      const expected = node === 0 ? 0 : change[base + above] + season;
      const weight = node === 0 ? 1 : size / (size + limits.cohortPrior);
      change[base + node] = alone ? weight * own.median[base + node] + (1 - weight) * expected : expected;
      if (month === width - 1) count[node] = alone ? size : node === 0 ? 0 : count[above];
    }
  }
  return { change: byCohort(change, cohorts, width), count };
}

/** Months in a row for each cohort, as scores read them; on shared memory, for the threads that score. */
function byCohort(byMonth: Float64Array, cohorts: number, width: number): Float64Array {
  const change = new Float64Array(new SharedArrayBuffer(cohorts * width * 8));
  for (let node = 0, at = 0; node < cohorts; node++) {
    for (let month = 0; month < width; month++) change[at++] = byMonth[month * cohorts + node];
  }
  return change;
}
