import { describe, expect, test } from "vitest";
import { forecastPath } from "../../models/forecast/forecast-path.ts";
import { thetaPath } from "../../models/forecast/theta.ts";
import { hasData, readCells, readRows } from "./oracle.ts";

const SERIES = "hospital/hospital_767x84.csv";
const REFERENCE = "hospital/hospital_reference_mase_forecast8.20.csv";
const [TRAINED, HORIZON, YEAR] = [72, 12, 12];

/** Mean absolute error of the last year over that of "as a year ago" within the months before. */
function mase(values: Float64Array, means: readonly number[]): number {
  let usual = 0;
  for (let i = YEAR; i < TRAINED; i++) usual += Math.abs(values[i]! - values[i - YEAR]!) / (TRAINED - YEAR);
  return means.reduce((sum, mean, i) => sum + Math.abs(mean - values[TRAINED + i]!) / HORIZON, 0) / usual;
}

describe.runIf(hasData(SERIES))("767 monthly series of a hospital, the last year forecast", () => {
  const cells = readCells(SERIES).slice(1);
  const series = Array.from({ length: 767 }, (_, k) => Float64Array.from(cells, (row) => Number(row[k + 1])));
  const average = (errors: readonly number[]) => errors.reduce((sum, error) => sum + error, 0) / errors.length;

  test("Theta's mean error is R's to three digits", () => {
    const reference = average(readRows(REFERENCE).map((row) => Number(row.theta)));
    const own = average(
      series.map((values) =>
        mase(
          values,
          thetaPath(values.slice(0, TRAINED), HORIZON).map((month) => month.mean),
        ),
      ),
    );
    console.log(`Theta: mean MASE ${own.toFixed(4)}, R ${reference.toFixed(4)}`);
    expect(Math.abs(own - reference)).toBeLessThan(0.001);
  });

  test("the chosen path's mean error is at most .77, and its limits hold what they promise", () => {
    const errors: number[] = [];
    let [within80, within95] = [0, 0];
    for (const values of series) {
      const path = forecastPath(values.slice(0, TRAINED), HORIZON);
      if (path.kind !== "path") throw new Error(path.kind);
      errors.push(
        mase(
          values,
          path.months.map((month) => month.mean),
        ),
      );
      path.months.forEach(({ low80, high80, low95, high95 }, i) => {
        const value = values[TRAINED + i]!;
        within80 += Number(value >= low80 && value <= high80) / (series.length * HORIZON);
        within95 += Number(value >= low95 && value <= high95) / (series.length * HORIZON);
      });
    }
    console.log(
      `chosen: mean MASE ${average(errors).toFixed(4)}, within 80 % ${within80.toFixed(3)}, 95 % ${within95.toFixed(3)}`,
    );
    expect(average(errors)).toBeLessThanOrEqual(0.77);
    expect(within80).toBeGreaterThan(0.78);
    expect(within95).toBeGreaterThan(0.92);
  });
});
