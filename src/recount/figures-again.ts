import { BASELINES, type Comparison } from "../../models/baseline.ts";
import type { Disagreement } from "../../models/cross-foot.ts";
import type { Dimension, Figure } from "../../models/figure.ts";
import type { Panel } from "../../models/panel.ts";
import { type Sums, sumBy } from "../frame.ts";
import type { CellList, Counting } from "./cells.ts";
import { enterpriseColumns, SUMMED } from "./columns.ts";
import { compare } from "./compare.ts";
import { type Largest, sumsOfLargest } from "./largest.ts";
import { markOf, marksOfRows } from "./marks.ts";
import { type CountedScope, WITHOUT } from "./second-count.ts";
import { addUp, type GroupSums, less } from "./sums.ts";

/** Cells, the dimensions they are added up to, and what they are compared with. */
export interface Cells {
  readonly list: CellList;
  readonly dimensions: readonly Dimension[];
  readonly comparisons: readonly Comparison[];
  /** The mark of each row against these. */
  readonly marks: Float64Array;
}

/** Comparisons by place, so that a number has the same weight in every list of cells. */
const PLACES: readonly Comparison[] = [...BASELINES, "quarter-start", "joined-year-ago"];
const placeOf = (comparison: Comparison): number => PLACES.indexOf(comparison) * SUMMED.length;

export const marksAgainst = (panel: Panel, comparisons: readonly Comparison[]): Float64Array =>
  marksOfRows(
    panel.size,
    comparisons.map((comparison) => ({
      from: placeOf(comparison),
      columns: (rows) => Object.values(enterpriseColumns(panel, comparison, rows)),
    })),
  );

/** What danfo sums of some rows of the panel. */
export type ColumnsOf = (rows: Int32Array) => Record<string, Float64Array>;

/** Figures against the enterprises: by one mark for all their cells, and where a mark differs cell by cell. */
export async function figuresAgain(
  counting: Counting,
  cells: Cells,
  largest: Largest,
  counted: readonly CountedScope[],
): Promise<Disagreement[]> {
  const marks = await sumsOf(counting, cells, largest, (rows) => ({
    mark: Float64Array.from(rows, (r) => cells.marks[r]!),
  }));
  if (counted.every((scope) => marksAgree(scope, marks, cells))) return [];
  const found: Disagreement[] = [];
  for (const comparison of cells.comparisons) {
    const columns: ColumnsOf = (rows) => enterpriseColumns(counting.panel, comparison, rows);
    const sums = await sumsOf(counting, cells, largest, columns);
    for (const scope of counted)
      for (const { kind, figures, groups, dimensions } of sidesOf(scope, sums, cells))
        found.push(...compare(figures, groups, { scope: scope.key, comparison, dimensions, kind }));
  }
  return found;
}

interface TwoSums {
  readonly all: GroupSums;
  readonly without: GroupSums;
}

async function sumsOf(counting: Counting, cells: Cells, largest: Largest, columns: ColumnsOf): Promise<TwoSums> {
  const everybody = Int32Array.from({ length: counting.panel.size }, (_, r) => r);
  const [summed] = await sumBy([cells.list.keys], columns(everybody));
  const all = addUp(cells.list, summed!, cells.dimensions);
  return { all, without: less(all, await sumsOfLargest(counting, cells, largest, columns)) };
}

/** Figures of everybody, and of everybody but the largest; a part is told without these as a whole alone. */
function sidesOf({ key, figures, withoutDominant }: CountedScope, { all, without }: TwoSums, { dimensions }: Cells) {
  const few = dimensions.filter((one) => key === "" || one === "place");
  const none = new Map<string, Sums>();
  return [
    { kind: "", figures, groups: all.get(key) ?? none, dimensions },
    ...(withoutDominant
      ? [{ kind: WITHOUT, figures: withoutDominant, groups: without.get(key) ?? none, dimensions: few }]
      : []),
  ];
}

const marksAgree = (scope: CountedScope, sums: TwoSums, cells: Cells): boolean =>
  sidesOf(scope, sums, cells).every(({ figures, groups, dimensions }) => {
    const marks = markedFigures(figures, dimensions, cells.comparisons);
    const names = [...groups.keys()].filter((name) => dimensions.some((one) => name.startsWith(`${one}:`)));
    return [...marks.keys(), ...names].every((name) => (marks.get(name) ?? 0) === (groups.get(name)?.mark ?? 0));
  });

function markedFigures(
  figures: readonly Figure[],
  dimensions: readonly Dimension[],
  comparisons: readonly Comparison[],
): ReadonlyMap<string, number> {
  const marks = new Map<string, number>();
  for (const figure of figures) {
    if (!comparisons.includes(figure.baseline) || !dimensions.includes(figure.dimension)) continue;
    const name = `${figure.dimension}:${figure.code}`;
    const values = SUMMED.map((column) => figure[column]);
    marks.set(name, (marks.get(name) ?? 0) + markOf(values, placeOf(figure.baseline)));
  }
  return marks;
}
