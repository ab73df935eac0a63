import { farringtonBound } from "../../../models/counts/farrington.ts";
import { fitDamped } from "../../../models/forecast/fit-damped.ts";
import { thetaPath } from "../../../models/forecast/theta.ts";
import { mannKendallP } from "../../../models/scoring/mann-kendall.ts";
import { robustStl, stlRoom } from "../../../models/scoring/stl.ts";
import { pairsOf, theilSen } from "../../../models/scoring/theil-sen.ts";
import { processorTime } from "./cpu.ts";

export type SeriesWork = "trend" | "stl" | "damped" | "theta" | "farrington";

/** Turns that warm the code up before the clock starts, and turns that are timed. */
const WARM = 0.2;
const TURNS: Readonly<Record<SeriesWork, number>> = {
  trend: 20_000,
  stl: 2000,
  damped: 300,
  theta: 500,
  farrington: 300,
};

/** Microseconds a series that each of our methods takes, on the same numbers as the peers in series.py and series.R. */
export function timeOwnSeries(): Record<SeriesWork, number> {
  const values = Float64Array.from({ length: 36 }, (_, i) => seriesValue(i));
  const counts = Float64Array.from({ length: 80 }, (_, i) => Math.round(seriesValue(i) / 10));
  const recent = values.subarray(12);
  const times = recent.map((_, i) => i);
  const slopes = new Float64Array(pairsOf(recent.length));
  const room = stlRoom(values.length);
  const work: Record<SeriesWork, () => unknown> = {
    trend: () => theilSen(times, recent, 24, slopes) + mannKendallP(recent, 24),
    stl: () => robustStl(values, values.length, room),
    damped: () => fitDamped(values),
    theta: () => thetaPath(values, 12),
    farrington: () => farringtonBound(counts, counts.length - 1, 5, 0.99),
  };
  const names = Object.keys(work) as SeriesWork[];
  return Object.fromEntries(names.map((name) => [name, timeOf(work[name], TURNS[name])])) as Record<SeriesWork, number>;
}

/** A season, a trend and some noise without chance, so that every program makes the same. */
const seriesValue = (i: number): number => 200 + i + 15 * Math.sin((i * Math.PI) / 6) + ((i * 7919) % 13);

function timeOf(work: () => unknown, turns: number): number {
  for (let k = 0; k < turns * WARM; k++) work();
  const began = processorTime();
  for (let k = 0; k < turns; k++) work();
  return (processorTime() - began) / turns;
}
