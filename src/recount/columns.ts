import { baselineMonth, type Comparison } from "../../models/baseline.ts";
import { COUNTS } from "../../models/figure.ts";
import { GAP, type Panel } from "../../models/panel.ts";

/** What is added up a second time: every number of a figure but those that follow from these. */
export const SUMMED = [...COUNTS, "dispatch", "dispatchChange", "hidden"] as const;
export type Summed = (typeof SUMMED)[number];

type Columns = Record<Summed, Float64Array>;

/** The enterprises' rows as danfo gets them, against one comparison; who is not compared counts nothing there. */
export function enterpriseColumns(panel: Panel, comparison: Comparison, rows: Int32Array): Columns {
  const columns = Object.fromEntries(SUMMED.map((name) => [name, new Float64Array(rows.length)])) as Columns;
  for (let i = 0; i < rows.length; i++) {
    const r = rows[i]!;
    const [b, e] = comparedIn(panel, r, comparison);
    if (e !== GAP) reports(columns, i, b, e);
    if (e !== GAP && comparison !== "joined-year-ago") staff(columns, i, panel, r, comparison);
    if (b !== GAP && e !== GAP) compared(columns, i, b, e);
    if (b !== GAP && e === GAP) gone(columns, i, b, panel.closed[r] === 1);
  }
  return columns;
}

function reports(columns: Columns, i: number, b: number, e: number): void {
  columns.reporting[i] = 1;
  columns.headcount[i] = e;
  columns.entered[i] = b === GAP ? 1 : 0;
  columns.enteredPeople[i] = b === GAP ? e : 0;
}

function compared(columns: Columns, i: number, b: number, e: number): void {
  columns.matched[i] = 1;
  columns.base[i] = b;
  columns.current[i] = e;
  columns.grossLoss[i] = Math.max(b - e, 0);
  columns.grossGain[i] = Math.max(e - b, 0);
  columns[e < b ? "down" : e > b ? "up" : "flat"][i] = 1;
}

function gone(columns: Columns, i: number, b: number, closed: boolean): void {
  columns[closed ? "left" : "silent"][i] = 1;
  columns[closed ? "leftPeople" : "silentPeople"][i] = b;
}

/** Dispatch workers and hidden unemployment of those who report; said of one month, so not of two joined. */
function staff(columns: Columns, i: number, panel: Panel, r: number, comparison: Comparison): void {
  const [now, before, hidden] = [panel.dispatch[r]!, panel.dispatchBefore[r]!, panel.hidden[r]!];
  if (now !== GAP) {
    columns.dispatchReports[i] = 1;
    columns.dispatch[i] = now;
  }
  if (now !== GAP && before !== GAP && comparison === "previous") {
    columns.dispatchPairs[i] = 1;
    columns.dispatchChange[i] = now - before;
  }
  if (hidden === GAP) return;
  columns.hiddenReports[i] = 1;
  columns.hidden[i] = hidden;
  columns.hiddenHeadcount[i] = monthsBack(panel, r, 0);
}

/** B and E of one enterprise, read from its own history. */
function comparedIn(panel: Panel, row: number, comparison: Comparison): readonly [number, number] {
  if (comparison === "joined-year-ago") return [meanOfTwo(panel, row, 12), meanOfTwo(panel, row, 0)];
  if (comparison === "first-filing") return [panel.firstHeadcount[row]!, monthsBack(panel, row, 0)];
  return [monthsBack(panel, row, panel.month - baselineMonth(comparison, panel.month)!), monthsBack(panel, row, 0)];
}

function meanOfTwo(panel: Panel, row: number, back: number): number {
  const [now, before] = [monthsBack(panel, row, back), monthsBack(panel, row, back + 1)];
  return now === GAP || before === GAP ? GAP : (now + before) / 2;
}

/** An enterprise's headcount so many months before the panel's month. */
export const monthsBack = ({ headcount, width }: Panel, row: number, back: number): number =>
  back >= width ? GAP : headcount[(row + 1) * width - 1 - back]!;

/** The size band of each row: by the mean of B and E, or by what there is. */
export function sizeBands(panel: Panel, limits: readonly number[], comparison: Comparison): Int32Array {
  return Int32Array.from({ length: panel.size }, (_, row) => {
    const [b, e] = comparedIn(panel, row, comparison);
    const size = b === GAP ? e : e === GAP ? b : (b + e) / 2;
    return Math.max(
      0,
      limits.findLastIndex((limit) => size >= limit),
    );
  });
}
