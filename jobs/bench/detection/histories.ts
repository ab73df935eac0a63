import type { Month } from "../../../models/month.ts";
import { GAP, type Panel } from "../../../models/panel.ts";

/** Panels end at a month and look back three years, as the month run's do. */
const WIDTH = 37;

/** The whole histories of many enterprises in memory: what a detector is judged on without a database between. */
export interface Histories {
  readonly first: Month;
  readonly months: number;
  readonly codes: readonly string[];
  /** Enterprises × months, persons; GAP where nothing was reported. */
  readonly headcount: Int32Array;
  readonly hidden: Int32Array;
  /** Positions in the profile's lists; -1 when unknown. */
  readonly industry: Int32Array;
  readonly region: Int32Array;
  /** Month from which the register or an event says it has closed, and the month a successor is named; GAP when never. */
  readonly closed: Int32Array;
  readonly transferred: Int32Array;
  /** Figures as the run of their own month knew them, where a later run knew better: persons by column, then by row. */
  readonly firstSeen: ReadonlyMap<number, ReadonlyMap<number, number>>;
  /** Kinds and months of what was reported about an enterprise, by row. */
  readonly events: ReadonlyMap<number, readonly { readonly kind: string; readonly month: Month }[]>;
}

export function emptyHistories(first: Month, months: number, codes: readonly string[]): Histories {
  const column = (length: number) => new Int32Array(length).fill(GAP);
  return {
    first,
    months,
    codes,
    headcount: column(codes.length * months),
    hidden: column(codes.length * months),
    industry: column(codes.length),
    region: column(codes.length),
    closed: column(codes.length),
    transferred: column(codes.length),
    firstSeen: new Map(),
    events: new Map(),
  };
}

/** The panel that a run of this month would read. Rows that never reported by then are there, with gaps only. */
export function panelAt(histories: Histories, month: Month): Panel {
  const { codes, headcount, months, first } = histories;
  const size = codes.length;
  const matrix = new Int32Array(size * WIDTH).fill(GAP);
  const firstHeadcount = new Int32Array(size).fill(0);
  const now = month - first;
  for (let row = 0; row < size; row++) {
    const base = row * months;
    for (let back = 0; back < WIDTH && back <= now; back++) {
      matrix[row * WIDTH + WIDTH - 1 - back] = headcount[base + now - back]!;
    }
    let at = base;
    while (at < base + now && headcount[at] === GAP) at++;
    firstHeadcount[row] = Math.max(0, headcount[at]!);
  }
  for (const [row, persons] of histories.firstSeen.get(now) ?? []) matrix[(row + 1) * WIDTH - 1] = persons;
  const lastCell = (column: Int32Array) => Int32Array.from({ length: size }, (_, row) => column[row * months + now]!);
  const gone = (row: number) => histories.closed[row] !== GAP && histories.closed[row]! <= month;
  return {
    month,
    size,
    width: WIDTH,
    enterprise: Int32Array.from({ length: size }, (_, row) => row + 1),
    headcount: matrix,
    dispatch: new Int32Array(size).fill(GAP),
    dispatchBefore: new Int32Array(size).fill(GAP),
    hidden: lastCell(histories.hidden),
    firstHeadcount,
    industry: histories.industry,
    region: histories.region,
    closed: Uint8Array.from({ length: size }, (_, row) => (gone(row) && matrix[(row + 1) * WIDTH - 1] === GAP ? 1 : 0)),
    transferred: Uint8Array.from({ length: size }, (_, row) => (histories.transferred[row] === month ? 1 : 0)),
    transferredMonth: histories.transferred.map((when) => (when <= month ? when : GAP)),
  };
}
