import type { Dimension } from "../../models/figure.ts";
import type { Sums } from "../frame.ts";
import type { CellList } from "./cells.ts";

/** Sums by scope and by group, "section:C". */
export type GroupSums = ReadonlyMap<string, ReadonlyMap<string, Sums>>;

/** Adds the cells that danfo summed up to the groups of every scope. */
export function addUp(list: CellList, cells: ReadonlyMap<number, Sums>, dimensions: readonly Dimension[]): GroupSums {
  const scopesSums = new Map<string, Map<string, Record<string, number>>>();
  for (const [key, cell] of cells) {
    const { scopes, groups } = list.read(key);
    const names = groups.filter(({ dimension }) => dimensions.includes(dimension));
    for (const scope of scopes) {
      const sums = scopesSums.get(scope) ?? new Map<string, Record<string, number>>();
      scopesSums.set(scope, sums);
      for (const { dimension, code } of names) add(sums, `${dimension}:${code}`, cell);
    }
  }
  return scopesSums;
}

function add(sums: Map<string, Record<string, number>>, name: string, cell: Sums): void {
  const sum = sums.get(name);
  if (sum) for (const column of Object.keys(cell)) sum[column]! += cell[column]!;
  else sums.set(name, { ...cell });
}

/** What is left of sums without those of some of their rows. */
export const less = (sums: GroupSums, theirs: GroupSums): GroupSums =>
  new Map([...theirs].map(([scope, taken]) => [scope, lessIn(sums.get(scope), taken)]));

const lessIn = (sums: ReadonlyMap<string, Sums> | undefined, taken: ReadonlyMap<string, Sums>) =>
  new Map(
    [...(sums ?? [])].map(([name, sum]) => {
      const mine = taken.get(name) ?? {};
      return [name, Object.fromEntries(Object.entries(sum).map(([column, n]) => [column, n - (mine[column] ?? 0)]))];
    }),
  );
