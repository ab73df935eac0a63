import type { Panel } from "../panel.ts";
import type { CohortNodes } from "./cohort-nodes.ts";
import { firstColumn, type Limits } from "./limits.ts";
import { logHeadcount } from "./log-change.ts";
import { medianInPlace } from "./median.ts";

/** The median of three enterprises is never one enterprise's doing; of two it is half of it. */
export const SEASON_FEWEST = 3;

/** What each cohort did by itself, nothing leaning on anything yet: panel width × cohorts, a month after the other. */
export interface OwnMedians {
  /** Median log change of the enterprises that reported the month and the one before; NaN for fewer than anybody asks for. */
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
  const cohorts = nodes.parent.length;
  const fewest = Math.min(SEASON_FEWEST, Math.max(2, limits.cohortMinimum));
  const first = Math.max(firstColumn(panel.width, limits), from - 1);
  const months = monthByMonth(panel, nodes.order, first, to);
  for (let month = first; month < to; month++) {
    readColumn(months.subarray((month - first) * panel.size, (month - first + 1) * panel.size), column);
    const [begin, end] = [month * cohorts, (month + 1) * cohorts];
    if (month > first)
      medians(nodes, column, fewest, into.median.subarray(begin, end), into.asked.subarray(begin, end));
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

/**
 * From the finest cohorts up, because selecting reorders only inside a range. One that holds the same as its parent did the same.
 * @param fewest enterprises under which nobody asks for a median
 */
function medians(
  { start, end, parent }: CohortNodes,
  { values, at }: Column,
  fewest: number,
  median: Float64Array,
  asked: Int32Array,
): void {
  for (let node = 0; node < parent.length; node++) asked[node] = at[end[node]] - at[start[node]];
  for (let node = parent.length - 1; node >= 0; node--) {
    if (asked[node] < fewest || (node > 0 && asked[node] === asked[parent[node]])) continue;
    median[node] = medianChange(values, at[start[node]], at[end[node]]);
  }
  for (let node = 1; node < parent.length; node++) {
    if (asked[node] === asked[parent[node]]) median[node] = median[parent[node]];
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
