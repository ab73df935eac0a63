import { GAP, type Panel } from "../panel.ts";
import type { CohortTree } from "./cohort-tree.ts";
import { firstColumn, type Limits } from "./limits.ts";

/** Matched moves as columns, sorted by row and then by panel column; both sides of each match are listed. */
export interface Transfers {
  readonly row: Int32Array;
  readonly column: Int32Array;
  /** The row on the other side. */
  readonly partner: Int32Array;
}

interface Move {
  readonly row: number;
  readonly column: number;
  /** Persons, > 0. */
  readonly people: number;
  readonly enterprise: number;
  readonly region: number;
}

/** Large falls and gains of one division within the window. */
interface Division {
  readonly falls: Move[];
  readonly gains: Move[];
}

/**
 * Pairs a fall with a gain of like size in the same division and month: a transfer, a merger or a new code rather than
 * a layoff. A gain is an enterprise's jump beyond breakShare or its first report ever. The largest fall chooses first,
 * and takes a gain of its own region, then the nearest in size. Nothing depends on the order of the rows.
 */
export function findTransfers(panel: Panel, tree: CohortTree, limits: Limits): Transfers {
  const found: [number, number, number][] = [];
  const first = firstReported(panel, firstColumn(panel.width, limits));
  const months = panel.width - 1 - first;
  for (const division of divisions(panel, tree, first, limits).values()) {
    const taken = new Set<Move>();
    for (const fall of division.falls.sort(largestFirst)) {
      const gain = counterpart(fall, division.gains, taken, months, limits);
      if (!gain) continue;
      taken.add(gain);
      found.push([fall.row, fall.column, gain.row], [gain.row, gain.column, fall.row]);
    }
  }
  found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const part = (i: 0 | 1 | 2): Int32Array => Int32Array.from(found, (match) => match[i]);
  return { row: part(0), column: part(1), partner: part(2) };
}

/** Place in `transfers` of the first match at or after a row. */
export function transfersFrom(transfers: Transfers, row: number): number {
  let low = 0;
  let high = transfers.row.length;
  while (low < high) {
    const half = (low + high) >>> 1;
    if (transfers.row[half] < row) low = half + 1;
    else high = half;
  }
  return low;
}

const largestFirst = (a: Move, b: Move): number => b.people - a.people || a.enterprise - b.enterprise;

function counterpart(fall: Move, gains: readonly Move[], taken: Set<Move>, months: number, limits: Limits) {
  const like = gains.filter(
    (gain) => Math.abs(gain.people - fall.people) <= limits.counterpartShare * Math.max(gain.people, fall.people),
  );
  const elsewhere = like.filter((gain) => gain.column !== fall.column).length;
  if (elsewhere > limits.counterpartChance * (months - 1)) return undefined;
  const distance = (gain: Move): number => Math.abs(gain.people - fall.people);
  const far = (gain: Move): number => (gain.region === fall.region ? 0 : 1);
  return like
    .filter((gain) => gain.column === fall.column && gain.row !== fall.row && !taken.has(gain))
    .sort((a, b) => far(a) - far(b) || distance(a) - distance(b) || a.enterprise - b.enterprise)[0];
}

/** First column, from `from` on, in which anybody reports: what begins there is the data, not the enterprises. */
function firstReported(panel: Panel, from: number): number {
  let first = panel.width - 1;
  for (let row = 0; row < panel.size && first > from; row++) {
    for (let column = from; column < first; column++) {
      if (panel.headcount[row * panel.width + column] !== GAP) first = column;
    }
  }
  return first;
}

function divisions(panel: Panel, tree: CohortTree, first: number, limits: Limits): Map<number, Division> {
  const found = new Map<number, Division>();
  for (let row = 0; row < panel.size; row++) {
    if (panel.industry[row] < 0) continue;
    const base = row * panel.width;
    for (let column = first + 1; column < panel.width; column++) {
      const now = panel.headcount[base + column];
      if (now === GAP) continue;
      const before = panel.headcount[base + column - 1];
      const change = before === GAP ? firstReport(panel, row, column) : now - before;
      if (Math.abs(change) < limits.counterpartPeople || Math.abs(change) <= limits.breakShare * before) continue;
      const key = tree.industryDivision[panel.industry[row]];
      const division = found.get(key) ?? { falls: [], gains: [] };
      found.set(key, division);
      (change < 0 ? division.falls : division.gains).push({
        row,
        column,
        people: Math.abs(change),
        enterprise: panel.enterprise[row],
        region: panel.region[row],
      });
    }
  }
  return found;
}

/** Persons of an enterprise's first report ever when it falls in this column, else 0. */
function firstReport(panel: Panel, row: number, column: number): number {
  const base = row * panel.width;
  for (let earlier = 0; earlier < column; earlier++) if (panel.headcount[base + earlier] !== GAP) return 0;
  return panel.headcount[base + column] === panel.firstHeadcount[row] ? panel.firstHeadcount[row] : 0;
}
