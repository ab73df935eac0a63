import { fillPanel, PANEL_WIDTH, type PanelRow } from "../../../models/fill-panel.ts";
import { firstDay, lastDay } from "../../../models/month.ts";
import type { Panel } from "../../../models/panel.ts";
import type { Profile } from "../../../models/profile.ts";
import type { Reach } from "../../../models/rights/reach.ts";
import type { Db } from "../db.ts";
import { eventsBetween } from "../event.ts";
import type { Run } from "../run.ts";
import { scanCursor } from "../scan.ts";
import { inReach, reachParams } from "./in-reach.ts";

/** Rows at a time, so that others are answered in between: a large department's take seconds. */
const BLOCK = 2_000;

/** Whose histories are read: of some industries, of a region, or null for all. */
export interface PanelOf {
  readonly industries: readonly string[] | null;
  readonly region: string | null;
  /** How many of a panel's last months are read; all unless said. */
  readonly months?: number;
}

/** Packed histories of the enterprises within reach as columns that end at a run's month, as the series stand now. */
export async function ownPanel(
  tx: Db,
  reach: Reach,
  profile: Profile,
  { month, vintage }: Pick<Run, "month" | "vintage">,
  { industries, region, months = PANEL_WIDTH }: PanelOf,
): Promise<Panel> {
  const from = month - months + 1;
  const rows: PanelRow[] = [];
  const blocks = scanCursor<PanelRow>(
    tx,
    `select enterprise_id as enterprise, greatest(first_month, $2) as "firstMonth", headcount[1] as "firstHeadcount",
       ${cut("headcount", "$2")} as headcount, ${cut("dispatch", "$1 - 1")} as dispatch, ${cut("hidden", "$1")} as hidden,
       industry, region, closed_month as "closedMonth", successor, successor_month as "successorMonth"
     from series where first_month <= $1 and ($3::text[] is null or industry = any ($3)) and ($4::text is null or region = $4)
       and ${inReach("series.enterprise_id", 5)} order by enterprise_id`,
    [month, from, industries, region, ...reachParams(reach)],
    BLOCK,
  );
  for await (const block of blocks) rows.push(...block);
  const panel = fillPanel(profile, month, rows.length);
  for (const row of rows) panel.add(row);
  return panel.finish(await eventsBetween(tx, firstDay(from), lastDay(month), vintage));
}

/** Months of a packed column from one on, or from its own first. */
const cut = (column: string, from: string): string =>
  `${column}[greatest(1, ${from}::integer - first_month + 1):$1::integer - first_month + 1]`;
