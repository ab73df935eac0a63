/** A published cell that may tell too much of one enterprise. */
export interface SmallCell {
  readonly id: string;
  /** Enterprises behind the cell. */
  readonly enterprises: number;
  /** Share of the largest enterprise in the cell's persons, 0…1; null when the cell has no persons. */
  readonly largestShare: number | null;
  /** Persons: of two cells that would do, the smaller is given up. */
  readonly size: number;
}

/** The total is the sum of the parts, and the reader knows it. */
export interface CellSum {
  readonly total: string;
  readonly parts: readonly string[];
}

export interface SuppressionLimits {
  /** Fewer enterprises than this are not published. */
  readonly fewest: number;
  /** Nor is a cell of which one enterprise has more than this share. */
  readonly mostShare: number;
}

/** primary: the cell itself tells too much. complementary: without it another could be found by subtraction. */
export type Suppression = ReadonlyMap<string, "primary" | "complementary">;

/**
 * Which cells are withheld, so that none of them follows from the others by adding and subtracting. A cell without any
 * enterprise is an honest zero and stays. Throws RangeError when a sum names a cell that is not there. Primary rule:
 * 等保 and statistical practice (fewer than 3, one above 85 %); the search for the second cells is exact elimination.
 */
export function suppress(
  cells: readonly SmallCell[],
  sums: readonly CellSum[],
  limits: SuppressionLimits,
): Suppression {
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  for (const id of sums.flatMap(({ total, parts }) => [total, ...parts]))
    if (!byId.has(id)) throw new RangeError(`a sum names the cell ${id}, which is not among the cells`);
  const withheld = new Map<string, "primary" | "complementary">();
  for (const cell of cells) if (isSmall(cell, limits)) withheld.set(cell.id, "primary");
  for (;;) {
    const partner = partnerIn(
      sums.find((sum) => withheldIn(sum, withheld).length === 1),
      withheld,
      byId,
    );
    if (partner !== null) withheld.set(partner, "complementary");
    else {
      const open = exposed(withheld, sums);
      if (open === null) return withheld;
      withheld.set(partnerNear(open, withheld, sums, byId), "complementary");
    }
  }
}

const isSmall = ({ enterprises, largestShare }: SmallCell, { fewest, mostShare }: SuppressionLimits): boolean =>
  enterprises > 0 && (enterprises < fewest || (largestShare !== null && largestShare > mostShare));

/** A withheld cell that the sums give away, with a sum that it stands in; null when there is none. */
function exposed(withheld: ReadonlyMap<string, unknown>, sums: readonly CellSum[]): string | null {
  const order = [...withheld.keys()];
  const rows = eliminated(sums.map((sum) => coefficients(sum, order)));
  // Alone in an equation of which all else is published.
  const alone = rows.find((row) => row.filter((c) => c !== 0).length === 1);
  return alone === undefined ? null : order[alone.findIndex((c) => c !== 0)]!;
}

const coefficients = ({ total, parts }: CellSum, order: readonly string[]): number[] =>
  order.map((id) => (id === total ? 1 : 0) - parts.filter((part) => part === id).length);

const NOTHING = 1e-9;

/** Reduced row echelon form: a cell is given away exactly when a row of it holds that cell alone. */
function eliminated(rows: number[][]): number[][] {
  const width = rows[0]?.length ?? 0;
  let done = 0;
  for (let column = 0; column < width && done < rows.length; column++) {
    const pivot = rows.findIndex((row, i) => i >= done && Math.abs(row[column]!) > NOTHING);
    if (pivot < 0) continue;
    [rows[done], rows[pivot]] = [rows[pivot]!, rows[done]!];
    clearColumn(rows, done, column);
    done++;
  }
  return rows;
}

function clearColumn(rows: number[][], at: number, column: number): void {
  const scale = rows[at]![column]!;
  rows[at] = rows[at]!.map((c) => c / scale);
  for (const [i, row] of rows.entries()) {
    const times = row[column]!;
    if (i === at || times === 0) continue;
    rows[i] = row.map((c, k) => snap(c - times * rows[at]![k]!));
  }
}

const snap = (value: number): number => (Math.abs(value) < NOTHING ? 0 : value);

const cellsOf = ({ total, parts }: CellSum): readonly string[] => [...parts, total];

const withheldIn = (sum: CellSum, withheld: ReadonlyMap<string, unknown>): readonly string[] =>
  cellsOf(sum).filter((id) => withheld.has(id));

type Cells = ReadonlyMap<string, SmallCell>;

/** The smallest published part of a sum that withholds one cell only; its total when no part is left; null without such a sum. */
function partnerIn(sum: CellSum | undefined, withheld: ReadonlyMap<string, unknown>, cells: Cells): string | null {
  if (sum === undefined) return null;
  return smallestOf(sum.parts, withheld, cells) ?? smallestOf([sum.total], withheld, cells);
}

/** Several sums together give the cell away: the smallest published cell of the sums around it, then of those around these. */
function partnerNear(
  open: string,
  withheld: ReadonlyMap<string, unknown>,
  sums: readonly CellSum[],
  cells: Cells,
): string {
  let reach = new Set([open]);
  for (let turn = 0; turn < sums.length; turn++) {
    const around = sums.filter((sum) => cellsOf(sum).some((id) => reach.has(id)));
    reach = new Set(around.flatMap(cellsOf));
    const partner =
      smallestOf(
        around.flatMap(({ parts }) => parts),
        withheld,
        cells,
      ) ?? smallestOf([...reach], withheld, cells);
    if (partner !== null) return partner;
  }
  throw new RangeError(`nothing is left that could hide the cell ${open}`);
}

function smallestOf(ids: readonly string[], withheld: ReadonlyMap<string, unknown>, cells: Cells): string | null {
  const free = ids.filter((id) => !withheld.has(id) && cells.get(id)!.enterprises > 0);
  return free.toSorted((a, b) => cells.get(a)!.size - cells.get(b)!.size || (a < b ? -1 : 1))[0] ?? null;
}
