import { baselineMonth, type Comparison } from "../../models/baseline.ts";
import { GAP, type Panel } from "../../models/panel.ts";

/** What is counted a second time: from these and the identities of cross-footing every other number of a figure follows. */
export const COUNTED = ["base", "current", "grossLoss", "headcount"] as const;
export type Counted = (typeof COUNTED)[number];

/** The name of a column of one comparison; a headcount is the same in all of them. */
export const columnName = (column: Counted, comparison: number): string =>
  column === "headcount" ? column : `${column}${comparison}`;

/** The enterprises' rows as danfo gets them; who is not compared, or is excluded, counts nothing. */
export function enterpriseColumns(
  panel: Panel,
  comparisons: readonly Comparison[],
  excluded: Uint8Array | undefined,
): Record<string, Float64Array> {
  const columns: Record<string, Float64Array> = { headcount: new Float64Array(panel.size) };
  for (const [c, comparison] of comparisons.entries()) {
    const [base, current, loss] = [0, 1, 2].map(() => new Float64Array(panel.size)) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    for (let r = 0; r < panel.size; r++) {
      if (excluded?.[r] === 1) continue;
      const [b, e] = comparedIn(panel, r, comparison);
      if (b === GAP || e === GAP) continue;
      base[r] = b;
      current[r] = e;
      loss[r] = Math.max(b - e, 0);
    }
    columns[columnName("base", c)] = base;
    columns[columnName("current", c)] = current;
    columns[columnName("grossLoss", c)] = loss;
  }
  for (let r = 0; r < panel.size; r++)
    columns.headcount![r] = excluded?.[r] === 1 ? 0 : Math.max(0, monthsBack(panel, r, 0));
  return columns;
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

const monthsBack = ({ headcount, width }: Panel, row: number, back: number): number =>
  back >= width ? GAP : headcount[(row + 1) * width - 1 - back]!;

/** The size band of each row against last month: by the mean of B and E, or by what there is. */
export function sizeBands(panel: Panel, limits: readonly number[]): Int32Array {
  return Int32Array.from({ length: panel.size }, (_, row) => {
    const [b, e] = comparedIn(panel, row, "previous");
    const size = b === GAP ? e : e === GAP ? b : (b + e) / 2;
    return Math.max(
      0,
      limits.findLastIndex((limit) => size >= limit),
    );
  });
}
