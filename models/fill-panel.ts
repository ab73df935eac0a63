import type { Month } from "./month.ts";
import { GAP, type Panel } from "./panel.ts";
import type { Profile } from "./profile.ts";
import { newRoom, type Take } from "./shared-room.ts";

/** Months a panel holds: three years of changes, and the month before them. */
export const PANEL_WIDTH = 37;

/** One enterprise's history as known at some vintage, cut to the panel's months. */
export interface PanelRow {
  readonly enterprise: number;
  readonly firstMonth: Month;
  readonly firstHeadcount: number;
  /** From the panel's first month (or firstMonth, if later) on; a month without a report is null or GAP. */
  readonly headcount: ArrayLike<number | null>;
  /** From the month before the panel's last (or firstMonth, if later) on; null when never reported. */
  readonly dispatch: ArrayLike<number | null> | null;
  /** The panel's last month. */
  readonly hidden: ArrayLike<number | null> | null;
  readonly industry: string | null;
  readonly region: string | null;
  readonly closedMonth: Month | null;
  readonly successor: number | null;
  readonly successorMonth: Month | null;
}

/** What was reported about an enterprise, as far as a panel needs it. */
export interface ReportedEvent {
  readonly enterprise: number;
  readonly kind: string;
}

/** A panel being filled: rows in the order of their ids, then the events of its months. */
export interface PanelFilling {
  add(row: PanelRow): void;
  finish(events: readonly ReportedEvent[]): Panel;
}

/** Begins a panel of `size` enterprises that ends at `month`; its columns may be shared between threads. */
export function fillPanel(profile: Profile, month: Month, size: number, take: Take = newRoom()): PanelFilling {
  const panel = emptyPanel(month, size, take);
  const places = placesOf(profile);
  const ceasing = new Set(profile.eventKinds.filter((kind) => kind.ceases).map((kind) => kind.code));
  const handovers: Handover[] = [];
  let at = 0;
  return {
    add(row) {
      if (row.successorMonth !== null && row.successorMonth <= month)
        handovers.push([row.enterprise, row.successor, row.successorMonth]);
      fillRow(panel, at++, row, places);
    },
    finish(events) {
      for (const handover of handovers) markTransfer(panel, handover);
      for (const { enterprise, kind } of events) if (ceasing.has(kind)) markClosure(panel, enterprise);
      return panel;
    },
  };
}

/** Whose people went to whom, and in which month. */
type Handover = readonly [from: number, to: number | null, month: Month];

/** Where codes stand in the profile's lists. */
interface Places {
  readonly industries: ReadonlyMap<string, number>;
  readonly regions: ReadonlyMap<string, number>;
}

const placesOf = ({ industries, regions }: Profile): Places => ({
  industries: new Map(industries.map(({ code }, i) => [code, i])),
  regions: new Map(regions.map(({ code }, i) => [code, i])),
});

function emptyPanel(month: Month, size: number, take: Take): Panel {
  const integers = (length: number) => new Int32Array(take(length * 4), 0, length).fill(GAP);
  const marks = () => new Uint8Array(take(size), 0, size).fill(0);
  return {
    month,
    size,
    width: PANEL_WIDTH,
    enterprise: integers(size),
    headcount: integers(size * PANEL_WIDTH),
    dispatch: integers(size),
    dispatchBefore: integers(size),
    hidden: integers(size),
    firstHeadcount: integers(size),
    industry: integers(size),
    region: integers(size),
    closed: marks(),
    transferred: marks(),
    transferredMonth: integers(size),
  };
}

function fillRow(panel: Panel, row: number, series: PanelRow, { industries, regions }: Places): void {
  const start = panel.month - PANEL_WIDTH + 1;
  const base = row * PANEL_WIDTH + Math.max(series.firstMonth - start, 0);
  panel.enterprise[row] = series.enterprise;
  panel.firstHeadcount[row] = series.firstHeadcount;
  for (let i = 0; i < series.headcount.length; i++) panel.headcount[base + i] = series.headcount[i] ?? GAP;
  // The cut of dispatch begins last month, or this month when the history does.
  const now = series.firstMonth < panel.month ? 1 : 0;
  panel.dispatch[row] = series.dispatch?.[now] ?? GAP;
  panel.dispatchBefore[row] = now === 1 ? (series.dispatch?.[0] ?? GAP) : GAP;
  panel.hidden[row] = series.hidden?.[0] ?? GAP;
  panel.industry[row] = series.industry === null ? -1 : (industries.get(series.industry) ?? -1);
  panel.region[row] = series.region === null ? -1 : (regions.get(series.region) ?? -1);
  // Somebody who still reports has not closed, whatever the register says.
  const gone = panel.headcount[(row + 1) * PANEL_WIDTH - 1] === GAP;
  panel.closed[row] = gone && series.closedMonth !== null && series.closedMonth <= panel.month ? 1 : 0;
}

function markTransfer(panel: Panel, [from, to, month]: Handover): void {
  for (const enterprise of [from, to]) {
    const row = enterprise === null ? -1 : rowOf(panel, enterprise);
    if (row < 0) continue;
    panel.transferredMonth[row] = Math.max(panel.transferredMonth[row]!, month);
    if (month === panel.month) panel.transferred[row] = 1;
  }
}

/** A reported closure closes an enterprise as the register would, once it no longer reports. */
function markClosure(panel: Panel, enterprise: number): void {
  const row = rowOf(panel, enterprise);
  if (row >= 0 && panel.headcount[(row + 1) * PANEL_WIDTH - 1] === GAP) panel.closed[row] = 1;
}

/** The row of an enterprise, by halving: rows stand in the order of their ids. -1 when it is not there. */
export function rowOf(panel: Panel, enterprise: number): number {
  let low = 0;
  let high = panel.size - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (panel.enterprise[middle] === enterprise) return middle;
    if (panel.enterprise[middle]! < enterprise) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
