import type { Disagreement } from "../../models/cross-foot.ts";
import { GAP } from "../../models/panel.ts";
import { sumBy } from "../frame.ts";
import { type Counting, placeCells } from "./cells.ts";
import { monthsBack } from "./columns.ts";
import { disagree } from "./compare.ts";
import type { Cells, ColumnsOf } from "./figures-again.ts";
import type { CountedScope } from "./second-count.ts";
import { addUp, type GroupSums } from "./sums.ts";

/** Of each scope: all its rows, and those of its largest employers. */
export type Largest = ReadonlyMap<string, { readonly rows: readonly number[]; readonly largest: readonly number[] }>;

export function largestOf(counting: Counting): Largest {
  const { panel, profile } = counting;
  return new Map(
    [...rowsByScope(counting)].map(([key, rows]) => {
      return [key, { rows, largest: topOf(rows, (r) => monthsBack(panel, r, 0), profile.dominantEnterprises.value) }];
    }),
  );
}

/** Those with most persons, the earlier row of two alike, without ordering all the others. */
export function topOf(rows: readonly number[], persons: (row: number) => number, many: number): readonly number[] {
  let top: number[] = [];
  for (const row of rows) {
    if (persons(row) === GAP || (top.length === many && persons(row) <= persons(top.at(-1)!))) continue;
    top = [...top, row].toSorted((a, b) => persons(b) - persons(a) || a - b).slice(0, many);
  }
  return top;
}

function rowsByScope(counting: Counting): ReadonlyMap<string, readonly number[]> {
  const list = placeCells(counting);
  const rows = new Map<string, number[]>();
  list.keys.forEach((key, row) => {
    for (const scope of list.read(key).scopes) {
      const those = rows.get(scope);
      if (those) those.push(row);
      else rows.set(scope, [row]);
    }
  });
  return rows;
}

/** What the largest add to the sums: of the whole place to every group, of a part to the part as a whole. */
export async function sumsOfLargest(
  { profile }: Counting,
  { list, dimensions }: Cells,
  largest: Largest,
  columns: ColumnsOf,
): Promise<GroupSums> {
  const of = Int32Array.from(largest.get("")?.largest ?? []);
  const [cells] = await sumBy([of.map((r) => list.keys[r]!)], columns(of));
  const groups = new Map(addUp(list, cells!, dimensions).get(""));
  if (!dimensions.includes("place")) return new Map([["", groups]]);
  const scopes = [...largest].filter(([scope]) => scope !== "");
  const pairs = scopes.flatMap(([, { largest: rows }], s) => rows.map((row) => [s, row] as const));
  const rows = Int32Array.from(pairs, ([, row]) => row);
  const [parts] = await sumBy([Int32Array.from(pairs, ([s]) => s)], columns(rows));
  const place = `place:${profile.place}`;
  return new Map([
    ["", groups],
    ...scopes.map(([scope], s) => [scope, new Map([[place, parts!.get(s) ?? {}]])] as const),
  ]);
}

/** How many they are, their persons and their share of all. */
export function sharesOfLargest(
  { panel }: Counting,
  largest: Largest,
  counted: readonly CountedScope[],
): Disagreement[] {
  const people = (of: readonly number[]) => of.reduce((sum, r) => sum + Math.max(0, monthsBack(panel, r, 0)), 0);
  return counted.flatMap(({ key, dominant }) => {
    if (!dominant) return [];
    const cell = (column: string) => `${key === "" ? "" : `${key}/`}dominant/${column}`;
    const mine = largest.get(key) ?? { rows: [], largest: [] };
    const [theirs, all] = [people(mine.largest), people(mine.rows)];
    return [
      ...disagree(cell("enterprises"), mine.largest.length, dominant.enterprises),
      ...disagree(cell("headcount"), theirs, dominant.headcount),
      ...disagree(cell("share"), all === 0 ? null : theirs / all, dominant.share),
    ];
  });
}
