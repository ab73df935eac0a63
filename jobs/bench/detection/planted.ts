import { monthOfDate, monthOfYear } from "../../../models/month.ts";
import type { Profile } from "../../../models/profile.ts";
import type { SimulatedCounty } from "../../../src/simulate/county.ts";
import { countyHistories, type PlantedAt } from "./county-histories.ts";
import { type Replay, replay } from "./replay.ts";

/** How a simulated county's planted layoffs were met. */
export interface PlantedResult {
  /** Rows of the truth: every cut and every slice of a leak is one. */
  readonly planted: number;
  /** Of those, the ones in whose month an alert about the enterprise was open. */
  readonly found: number;
  /** Alerts opened, and of them those that no planted loss followed or came with. */
  readonly alerts: number;
  readonly beside: number;
  /** Median months from the alert's opening to the loss, where an event went before it and it was found. */
  readonly lead: number;
  /** Alerts a month from January to March over those a month of the whole span. */
  readonly festival: number;
  /** Alerts a month per 100 enterprises. */
  readonly burden: number;
}

/** Months before a loss in which an alert may open and still be about it; what events are said to lead by, and three more. */
const AHEAD = 6;

export function measurePlanted(county: SimulatedCounty, profile: Profile): PlantedResult {
  const [histories, planted] = countyHistories(county, profile);
  const seen = replay(histories, profile, county.first, county.last);
  const found = planted.filter((loss) => seen.level[loss.row * seen.months + loss.month - seen.from]! >= 0);
  const near = (row: number, month: number) =>
    planted.some((loss) => loss.row === row && loss.month >= month && loss.month <= month + AHEAD);
  const early = seen.opened.filter(({ month }) => monthOfYear(month) <= 3).length;
  const months = Array.from({ length: seen.months }, (_, i) => seen.from + i);
  const winter = months.filter((month) => monthOfYear(month) <= 3).length;
  return {
    planted: planted.length,
    found: found.length,
    alerts: seen.opened.length,
    beside: seen.opened.filter(({ row, month }) => !near(row, month)).length,
    lead: median(found.filter(wasForetold).map((loss) => loss.month - openedBefore(seen, loss))),
    festival: early / winter / (seen.opened.length / seen.months),
    burden: (100 * seen.opened.length) / seen.months / histories.codes.length,
  };
}

const wasForetold = ({ firstEvent, month }: PlantedAt): boolean =>
  firstEvent !== null && monthOfDate(firstEvent) < month;

/** Month in which the alert that was open at the loss had opened. */
const openedBefore = ({ opened }: Replay, loss: PlantedAt): number =>
  Math.max(...opened.filter(({ row, month }) => row === loss.row && month <= loss.month).map(({ month }) => month));

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
