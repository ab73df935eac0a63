import type { Panel } from "../panel.ts";
import type { CohortNodes } from "./cohort-nodes.ts";
import { firstColumn, type Limits } from "./limits.ts";
import { logHeadcount } from "./log-change.ts";
import { medianInPlace } from "./median.ts";

/** What the peers did, by cohort: both arrays are indexed by the numbers of CohortNodes. */
export interface PeerChanges {
  /** cohorts × panel width: shrunken median log change of the month; 0 where nobody can be asked. */
  readonly change: Float64Array;
  /** How many enterprises (the enterprise itself among them) the scored month's median rests on; 0 when nobody. */
  readonly count: Int32Array;
}

/** Working room of one month: changes in cohort order, gaps squeezed out, and where each place went. */
interface Column {
  readonly values: Float64Array;
  /** How many values stand before each place of the order. */
  readonly at: Int32Array;
  /** Log headcount of the month just read, by place; NaN for a gap. */
  readonly log: Float64Array;
}

/** Room for the peers' changes of so many cohorts, on shared memory: several threads may fill their own months. */
export const emptyPeers = (cohorts: number, width: number): PeerChanges => ({
  change: new Float64Array(new SharedArrayBuffer(cohorts * width * 8)),
  count: new Int32Array(new SharedArrayBuffer(cohorts * 4)),
});

/**
 * Step 2: the median log change of every cohort in every month of the window, leaning on its parent's by n/(n + prior).
 * Under `cohortMinimum` (and always under two) enterprises, or when it holds the same ones as its parent, a cohort
 * takes its parent's. Depends on the set of enterprises, not on their order: permuting rows changes no bit.
 */
export function peerChanges(panel: Panel, nodes: CohortNodes, limits: Limits): PeerChanges {
  const peers = emptyPeers(nodes.parent.length, panel.width);
  fillPeerChanges(panel, nodes, limits, peers, 0, panel.width);
  return peers;
}

/** The same for the panel's columns [from, to) only: months do not depend on each other. */
export function fillPeerChanges(
  panel: Panel,
  nodes: CohortNodes,
  limits: Limits,
  into: PeerChanges,
  from: number,
  to: number,
): void {
  const column = {
    values: new Float64Array(panel.size),
    at: new Int32Array(panel.size + 1),
    log: new Float64Array(panel.size).fill(Number.NaN),
  };
  const first = Math.max(firstColumn(panel.width, limits), from - 1);
  const months = monthByMonth(panel, nodes.order, first, to);
  for (let month = first; month < to; month++) {
    readColumn(months.subarray((month - first) * panel.size, (month - first + 1) * panel.size), column);
    if (month > first) medians(nodes, column, month, panel.width, limits, into);
  }
}

/** The headcounts of columns [first, to), a month after the other in cohort order: read once, row by row. */
function monthByMonth(panel: Panel, order: Int32Array, first: number, to: number): Int32Array {
  const months = new Int32Array(Math.max(0, to - first) * panel.size);
  for (let place = 0; place < order.length; place++) {
    const base = order[place] * panel.width;
    for (let column = first, cell = place; column < to; column++, cell += panel.size) {
      months[cell] = panel.headcount[base + column];
    }
  }
  return months;
}

function readColumn(headcounts: Int32Array, { values, at, log }: Column): void {
  let filled = 0;
  for (let place = 0; place < headcounts.length; place++) {
    const before = log[place];
    const now = logHeadcount(headcounts[place]);
    log[place] = now;
    at[place] = filled;
    const change = now - before;
    if (!Number.isNaN(change)) values[filled++] = change;
  }
  at[headcounts.length] = filled;
}

/** Medians from the finest cohorts up, because selecting reorders only inside a range; then leaning from the top down. */
function medians(
  nodes: CohortNodes,
  { values, at }: Column,
  month: number,
  width: number,
  limits: Limits,
  { change, count }: PeerChanges,
): void {
  const { start, end, parent } = nodes;
  const fewest = Math.max(2, limits.cohortMinimum);
  const size = (node: number): number => at[end[node]] - at[start[node]];
  const own = (node: number): boolean => size(node) >= fewest && (node === 0 || size(node) < size(parent[node]));
  for (let node = parent.length - 1; node >= 0; node--) {
    if (own(node)) change[node * width + month] = medianChange(values, at[start[node]], at[end[node]]);
  }
  for (let node = 0; node < parent.length; node++) {
    const cell = node * width + month;
    const above = node === 0 ? 0 : change[parent[node] * width + month];
    const weight = node === 0 ? 1 : size(node) / (size(node) + limits.cohortPrior);
    const alone = own(node);
    change[cell] = alone ? weight * change[cell] + (1 - weight) * above : above;
    if (month === width - 1) count[node] = alone ? size(node) : node === 0 ? 0 : count[parent[node]];
  }
}

/** The median, found without reordering where the middle is 0: among small enterprises most months bring no change. */
function medianChange(values: Float64Array, from: number, to: number): number {
  let falls = 0;
  let rises = 0;
  for (let i = from; i < to; i++) {
    falls += Number(values[i] < 0);
    rises += Number(values[i] > 0);
  }
  const half = (to - from) / 2;
  return falls < half && rises < half ? 0 : medianInPlace(values, from, to);
}
