import { access } from "node:fs/promises";
import { join } from "node:path";
import type { Measure } from "../table.ts";
import { measureHospital } from "./hospital.ts";

/** Highest mean error that is good enough, beside R's best: Theta's .762, ETS' .767. */
const MOST = 0.77;

/** How near our forecasts come to what became of real monthly counts, beside R's methods. The folder `hospital` may be missing. */
export async function measureForecasts(dir: string): Promise<Measure[]> {
  const there = await access(join(dir, "hospital")).then(
    () => true,
    () => false,
  );
  return there ? hospitalMeasures(dir) : [{ what: "monthly counts of a hospital", value: "no folder hospital" }];
}

async function hospitalMeasures(dir: string): Promise<Measure[]> {
  const { series, chosen, theta, within80, within95, reference } = await measureHospital(dir);
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  return [
    {
      what: `our path, mean MASE of ${series} series, 12 months ahead`,
      value: chosen.toFixed(3),
      goal: `≤ ${MOST}`,
      reached: chosen <= MOST,
    },
    {
      what: "  of its months within the 80 % and the 95 % limits",
      value: `${percent(within80)}, ${percent(within95)}`,
    },
    { what: "Theta alone", value: theta.toFixed(3), ratio: reference.theta! / theta },
    ...Object.entries(reference).map(([method, error]) => ({
      what: `R forecast 8.20: ${method}`,
      value: error.toFixed(3),
      ratio: error / chosen,
    })),
  ];
}
