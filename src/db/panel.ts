import { firstDay, lastDay, type Month } from "../../models/month.ts";
import { GAP, type Panel } from "../../models/panel.ts";
import type { Profile } from "../../models/profile.ts";
import type { Db } from "./db.ts";
import { eventsBetween } from "./event.ts";
import { type PackedSeries, seriesBlocks, seriesCount } from "./series.ts";
import type { Vintage } from "./vintage.ts";

/** Months a panel holds: three years of changes, and the month before them. */
export const PANEL_WIDTH = 37;
const BLOCK = 8192;

/** Reads every enterprise's packed history into columns that end at `month`; they may be shared between threads. */
export function readPanel(db: Db, profile: Profile, month: Month, vintage: Vintage): Promise<Panel> {
  return db.transaction(async (tx) => {
    const panel = emptyPanel(month, await seriesCount(tx, month));
    const places = placesOf(profile);
    const handovers: PackedSeries[] = [];
    let row = 0;
    for await (const block of seriesBlocks(tx, { from: month - PANEL_WIDTH + 1, to: month }, BLOCK)) {
      for (const series of block) {
        if (series.successorMonth === month) handovers.push(series);
        fillRow(panel, row++, series, places);
      }
    }
    for (const { enterprise, successor } of handovers) markTransfer(panel, enterprise, successor);
    await closeReported(tx, panel, vintage);
    return panel;
  });
}

/** Where codes stand in the profile's lists. */
interface Places {
  readonly industries: ReadonlyMap<string, number>;
  readonly regions: ReadonlyMap<string, number>;
}

const placesOf = ({ industries, regions }: Profile): Places => ({
  industries: new Map(industries.map(({ code }, i) => [code, i])),
  regions: new Map(regions.map(({ code }, i) => [code, i])),
});

function emptyPanel(month: Month, size: number): Panel {
  const integers = (length: number) => new Int32Array(new SharedArrayBuffer(length * 4)).fill(GAP);
  const marks = () => new Uint8Array(new SharedArrayBuffer(size));
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
  };
}

function fillRow(panel: Panel, row: number, series: PackedSeries, { industries, regions }: Places): void {
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

function markTransfer(panel: Panel, from: number, to: number | null): void {
  for (const enterprise of [from, to]) {
    const row = enterprise === null ? -1 : rowOf(panel, enterprise);
    if (row >= 0) panel.transferred[row] = 1;
  }
}

/** A reported closure closes an enterprise as the register would, once it no longer reports. */
async function closeReported(tx: Db, panel: Panel, vintage: Vintage): Promise<void> {
  const from = firstDay(panel.month - PANEL_WIDTH + 1);
  for (const event of await eventsBetween(tx, from, lastDay(panel.month), vintage)) {
    const row = event.kind === "closure" ? rowOf(panel, event.enterprise) : -1;
    if (row >= 0 && panel.headcount[(row + 1) * PANEL_WIDTH - 1] === GAP) panel.closed[row] = 1;
  }
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
