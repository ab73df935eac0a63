import type { Panel } from "../panel.ts";
import type { CohortNodes } from "./cohort-nodes.ts";
import { firstColumn, type Limits } from "./limits.ts";
import { logHeadcount } from "./log-change.ts";
import { medianInPlace } from "./median.ts";

/** What each cohort did by itself, nothing leaning on anything yet: panel width × cohorts, a month after the other. */
export interface OwnMedians {
  /** Median log change of the enterprises that reported the month and the one before; NaN under two. */
  readonly median: Float64Array;
  /** How many these are. */
  readonly asked: Int32Array;
}

/** Working room of one month: changes in cohort order, gaps squeezed out, and where each place went. */
interface Column {
  readonly values: Float64Array;
  /** How many values stand before each place of the order. */
  readonly at: Int32Array;
  /** Log headcount of the month just read, by place; NaN for a gap. */
  readonly log: Float64Array;
}

/** Room for the medians of so many cohorts, on shared memory: several threads may fill their own months. */
export const emptyMedians = (cohorts: number, width: number): OwnMedians => ({
  median: new Float64Array(new SharedArrayBuffer(cohorts * width * 8)).fill(Number.NaN),
  asked: new Int32Array(new SharedArrayBuffer(cohorts * width * 4)),
});

/**
 * Step 2: the median log change of every cohort in the panel's columns [from, to); months do not depend on each other.
 * Depends on the set of enterprises, not on their order: permuting rows changes no bit.
 */
export function fillMedians(
  panel: Panel,
  nodes: CohortNodes,
  limits: Limits,
  into: OwnMedians,
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
    if (month > first) medians(nodes, column, month, into);
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

/** From the finest cohorts up, because selecting reorders only inside a range. One that holds the same as its parent did the same. */
function medians(
  { start, end, parent }: CohortNodes,
  { values, at }: Column,
  month: number,
  { median, asked }: OwnMedians,
): void {
  const base = month * parent.length;
  for (let node = parent.length - 1; node >= 0; node--) asked[base + node] = at[end[node]] - at[start[node]];
  const isWhole = (node: number): boolean => node > 0 && asked[base + node] === asked[base + parent[node]];
  for (let node = parent.length - 1; node >= 0; node--) {
    if (asked[base + node] >= 2 && !isWhole(node))
      median[base + node] = medianChange(values, at[start[node]], at[end[node]]);
  }
  for (let node = 1; node < parent.length; node++) {
    if (isWhole(node)) median[base + node] = median[base + parent[node]];
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
