import { FEATURES, RISK_FEATURES } from "./features.ts";
import type { Cases } from "./logistic.ts";
import { CLIP, type ReductionLine, type RiskTerm, seenValue } from "./model.ts";
import type { RiskRows } from "./rows.ts";

/** A term before its weights are known. */
export type Shape = Omit<RiskTerm, "weights">;

/** Places of the bends, as shares of the cases below them. */
const QUARTILES = [0.25, 0.5, 0.75];
/** Spreads of features that a history may not know at all. */
const UNSEEN: Readonly<Record<string, number>> = { hidden: 0.2, dispatch: 0.1 };

/** Centre, spread and bends of a feature, as its own values say. */
export function shapeOf(rows: RiskRows, f: number, line: ReductionLine): Shape {
  const { name, form } = RISK_FEATURES[f];
  const values = Float64Array.from({ length: rows.size }, (_, r) =>
    seenValue(line, rows.features, r * FEATURES, f, rows.headcount[r]),
  )
    .filter((value) => Number.isFinite(value))
    .sort();
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  const spread = Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length);
  if (!(spread > 0)) return { name, centre: 0, spread: UNSEEN[name] ?? 1, knots: [] };
  const quantile = (q: number) => values[Math.round(q * (values.length - 1))];
  const knots = form === "line" ? [] : QUARTILES.map((q) => (quantile(q) - mean) / spread);
  return { name, centre: mean, spread, knots };
}

/** The basis of every row, written with the same arithmetic that scoring uses later. */
export function designOf(rows: RiskRows, shapes: readonly Shape[], line: ReductionLine): Cases {
  const columns = shapes.reduce((sum, { knots }) => sum + 1 + knots.length, 0);
  const x = new Float64Array(rows.size * columns);
  const offset = new Float64Array(rows.size);
  for (let r = 0, at = 0; r < rows.size; r++) {
    for (let f = 0; f < FEATURES; f++)
      at = writeBasis(x, at, shapes[f], seenValue(line, rows.features, r * FEATURES, f, rows.headcount[r]));
  }
  return { size: rows.size, columns, x, y: rows.outcome, offset, weight: new Float64Array(rows.size).fill(1) };
}

function writeBasis(x: Float64Array, at: number, { centre, spread, knots }: Shape, value: number): number {
  if (Number.isNaN(value)) return at + 1 + knots.length;
  const z = Math.min(CLIP, Math.max(-CLIP, (value - centre) / spread));
  x[at++] = z;
  for (const knot of knots) x[at++] = Math.max(0, z - knot) - Math.max(0, -knot);
  return at;
}
