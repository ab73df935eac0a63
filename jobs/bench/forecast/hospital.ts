import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { ForecastMonth } from "../../../models/forecast/forecast.ts";
import { forecastPath } from "../../../models/forecast/forecast-path.ts";
import { thetaPath } from "../../../models/forecast/theta.ts";

/** How forecasts of a hospital's counts did, 767 series of seven years, the last foretold from the six before. */
export interface HospitalErrors {
  readonly series: number;
  /** Mean MASE of the path that the product draws, and of Theta alone. */
  readonly chosen: number;
  readonly theta: number;
  /** Share of months within the chosen path's limits. */
  readonly within80: number;
  readonly within95: number;
  /** The same mean by R's forecast 8.20: snaive, ses, theta, ets, damped, stlf. */
  readonly reference: Readonly<Record<string, number>>;
}

const [TRAINED, HORIZON, YEAR] = [72, 12, 12];

export async function measureHospital(dir: string): Promise<HospitalErrors> {
  const [head, ...cells] = parse(await readFile(join(dir, "hospital", "hospital_767x84.csv"))) as string[][];
  const all = head!.slice(1).map((_, k) => Float64Array.from(cells, (row) => Number(row[k + 1])));
  const chosen = all.map(chosenPath);
  return {
    series: all.length,
    chosen: average(all.map((values, k) => mase(values, chosen[k]!))),
    theta: average(all.map((values) => mase(values, thetaPath(values.slice(0, TRAINED), HORIZON)))),
    within80: average(all.map((values, k) => kept(values, chosen[k]!, "low80", "high80"))),
    within95: average(all.map((values, k) => kept(values, chosen[k]!, "low95", "high95"))),
    reference: await referenceMeans(dir),
  };
}

function chosenPath(values: Float64Array): readonly ForecastMonth[] {
  const path = forecastPath(values.slice(0, TRAINED), HORIZON);
  if (path.kind !== "path") throw new RangeError(`six whole years must give a path, got ${path.kind}`);
  return path.months;
}

/** Mean absolute error of the last year over that of "as a year ago" within the years before (Hyndman and Koehler 2006). */
function mase(values: Float64Array, path: readonly ForecastMonth[]): number {
  let usual = 0;
  for (let i = YEAR; i < TRAINED; i++) usual += Math.abs(values[i]! - values[i - YEAR]!) / (TRAINED - YEAR);
  return average(path.map(({ mean }, i) => Math.abs(mean - values[TRAINED + i]!))) / usual;
}

type Limit = "low80" | "high80" | "low95" | "high95";

const kept = (values: Float64Array, path: readonly ForecastMonth[], low: Limit, high: Limit): number =>
  average(path.map((month, i) => Number(values[TRAINED + i]! >= month[low] && values[TRAINED + i]! <= month[high])));

async function referenceMeans(dir: string): Promise<Record<string, number>> {
  const file = join(dir, "hospital", "hospital_reference_mase_forecast8.20.csv");
  const rows: Record<string, string>[] = parse(await readFile(file), { columns: true });
  const methods = Object.keys(rows[0]!).filter((name) => name !== "series");
  return Object.fromEntries(methods.map((name) => [name, average(rows.map((row) => Number(row[name])))]));
}

const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
