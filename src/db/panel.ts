import { fillPanel, PANEL_WIDTH } from "../../models/fill-panel.ts";
import { firstDay, lastDay, type Month } from "../../models/month.ts";
import type { Panel } from "../../models/panel.ts";
import type { Profile } from "../../models/profile.ts";
import type { Db } from "./db.ts";
import { eventsBetween } from "./event.ts";
import { seriesBlocks, seriesCount } from "./series.ts";
import type { Vintage } from "./vintage.ts";

export { PANEL_WIDTH, rowOf } from "../../models/fill-panel.ts";

const BLOCK = 8192;

/** Reads every enterprise's packed history into columns that end at `month`; they may be shared between threads. */
export function readPanel(db: Db, profile: Profile, month: Month, vintage: Vintage): Promise<Panel> {
  return db.transaction(async (tx) => {
    const from = month - PANEL_WIDTH + 1;
    const panel = fillPanel(profile, month, await seriesCount(tx, month));
    for await (const block of seriesBlocks(tx, { from, to: month }, BLOCK))
      for (const series of block) panel.add(series);
    return panel.finish(await eventsBetween(tx, firstDay(from), lastDay(month), vintage));
  });
}
