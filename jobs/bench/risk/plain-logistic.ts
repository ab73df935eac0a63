import type { FitRows } from "../../../models/risk/cross-fit.ts";
import { ridgeLogistic } from "../../../models/risk/logistic.ts";
import type { ReductionLine } from "../../../models/risk/model.ts";
import { COLUMNS, matrixOf, writeRow } from "./matrix.ts";

/** Ridge logistic regression on the standardised features, each a straight line: a reference for the bench only. */
export const plainLogistic =
  (line: ReductionLine): FitRows =>
  (seen) => {
    const x = matrixOf(seen, line);
    const { centre, spread } = standardise(x, seen.size);
    for (let i = 0; i < x.length; i++) x[i] = (x[i]! - centre[i % COLUMNS]!) / spread[i % COLUMNS]!;
    const rest = { offset: new Float64Array(seen.size), weight: new Float64Array(seen.size).fill(1) };
    const cases = { size: seen.size, columns: COLUMNS, x, y: seen.outcome, ...rest };
    const fit = ridgeLogistic(cases, new Float64Array(COLUMNS).fill(1), new Float64Array(COLUMNS));
    const one = new Float64Array(COLUMNS);
    return (rows, r) => {
      writeRow(one, 0, rows, r, line);
      return one.reduce((sum, v, f) => sum + (fit.weights[f]! * (v - centre[f]!)) / spread[f]!, fit.intercept);
    };
  };

function standardise(x: Float64Array, size: number) {
  const centre = new Float64Array(COLUMNS);
  const spread = new Float64Array(COLUMNS);
  x.forEach((v, i) => {
    centre[i % COLUMNS]! += v / size;
  });
  x.forEach((v, i) => {
    spread[i % COLUMNS]! += (v - centre[i % COLUMNS]!) ** 2 / size;
  });
  return { centre, spread: spread.map((variance) => Math.sqrt(variance) || 1) };
}
