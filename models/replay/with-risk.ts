import type { Month } from "../month.ts";
import { overLine } from "../risk/foretell.ts";
import type { RiskLine } from "../risk/model.ts";
import type { Gathered } from "./judged-rows.ts";
import { type KeptMonth, type KeptRows, NONE } from "./kept-month.ts";

/**
 * Kept months with the risk as it is foretold by somebody who saw neither the enterprise nor its future, and with the lines as
 * they could be drawn before each month, so that rules on the risk are judged neither on what they were fitted to nor on what
 * their lines were chosen by. Rows that were not judged keep their risk and have no line to cross.
 * @param score of the gathered rows; NaN where nothing could be foretold
 * @param lines by month; a month without any has no line to cross
 */
export function withRisk(
  months: readonly KeptMonth[],
  { enterprise, month }: Gathered["rows"],
  score: Float64Array,
  lines: ReadonlyMap<Month, readonly RiskLine[]>,
): KeptMonth[] {
  const byMonth = new Map<number, Map<number, number>>(months.map((kept) => [kept.month, new Map()]));
  for (const [i, risk] of score.entries()) byMonth.get(month[i]!)?.set(enterprise[i]!, risk);
  return months.map((kept) => ({
    ...kept,
    rows: refilled(kept.rows, byMonth.get(kept.month)!, lines.get(kept.month)),
  }));
}

function refilled(rows: KeptRows, risks: ReadonlyMap<number, number>, lines?: readonly RiskLine[]): KeptRows {
  const persons = (i: number): number => (rows.now[i] === NONE ? rows.before[i]! : rows.now[i]!);
  const over = (level: "red" | "orange") =>
    Float64Array.from(rows.enterprise, (id, i) => overLine(lines, level, risks.get(id) ?? Number.NaN, persons(i)));
  return {
    ...rows,
    risk: rows.risk.map((risk, i) => risks.get(rows.enterprise[i]!) ?? risk),
    overRed: over("red"),
    overOrange: over("orange"),
  };
}
