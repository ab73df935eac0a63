import { FEATURES } from "../../../models/risk/features.ts";
import { type ReductionLine, seenValue } from "../../../models/risk/model.ts";
import type { RiskRows } from "../../../models/risk/rows.ts";

/** What every model of the comparison sees: the hazard's own features, and the size. */
export const COLUMNS = FEATURES + 1;

/** Rows as plain numbers; what is not known is 0 here, as the reference models have no other word for it. */
export function matrixOf(rows: RiskRows, line: ReductionLine): Float64Array {
  const x = new Float64Array(rows.size * COLUMNS);
  for (let r = 0; r < rows.size; r++) writeRow(x, r, rows, r, line);
  return x;
}

export function writeRow(x: Float64Array, to: number, rows: RiskRows, r: number, line: ReductionLine): void {
  for (let f = 0; f < FEATURES; f++) {
    const value = seenValue(line, rows.features, r * FEATURES, f, rows.headcount[r]!);
    x[to * COLUMNS + f] = Number.isNaN(value) ? 0 : value;
  }
  x[to * COLUMNS + FEATURES] = Math.log(rows.headcount[r]!);
}
