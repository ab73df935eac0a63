import type { Comparison } from "../../models/baseline.ts";
import { cellOf, type Disagreement } from "../../models/cross-foot.ts";
import type { Dimension, Figure } from "../../models/figure.ts";
import type { Membership } from "../../models/membership.ts";
import type { Panel } from "../../models/panel.ts";
import type { Profile } from "../../models/profile.ts";
import { type Sums, sumBy } from "../frame.ts";
import { type CellList, cellLists } from "./cells.ts";
import { COUNTED, columnName, enterpriseColumns } from "./columns.ts";

export interface SecondCountInput {
  readonly panel: Panel;
  readonly profile: Profile;
  readonly comparisons: readonly Comparison[];
  /** Without it size classes and departments are not counted. */
  readonly membership?: Membership;
  readonly excluded?: Uint8Array;
}

/** Figures of one scope; its key is "" for the whole place. */
export interface CountedScope {
  readonly key: string;
  readonly figures: readonly Figure[];
}

interface List {
  readonly name: "trade" | "band" | "whole";
  readonly dimensions: readonly Dimension[];
  readonly tells: (comparison: Comparison) => boolean;
}

/**
 * Which list of cells each dimension is added up from, for which comparisons. Size bands are compared with last month alone,
 * because every comparison has bands of its own, and with the first filing only the whole is.
 */
const LISTS: readonly List[] = [
  {
    name: "trade",
    dimensions: ["place", "sector", "section", "division", "region", "department", "size"],
    tells: (comparison) => comparison !== "first-filing",
  },
  { name: "band", dimensions: ["sizeBand"], tells: (comparison) => comparison === "previous" },
  { name: "whole", dimensions: ["place"], tells: (comparison) => comparison === "first-filing" },
];

/**
 * Counts every dimension of the whole place and of each part a second time, from the enterprises' rows, with danfo, and names
 * every cell where the figures say something else. Shares no code with jobFlows. Empty: the two counts agree.
 */
export async function secondCount(input: SecondCountInput, counted: readonly CountedScope[]): Promise<Disagreement[]> {
  const { panel, membership, excluded } = input;
  const lists = cellLists(input);
  const found: Disagreement[] = [];
  for (const { name, dimensions, tells } of LISTS) {
    const told = input.comparisons.filter(tells);
    if (told.length === 0) continue;
    const [cells] = await sumBy([lists[name].keys], enterpriseColumns(panel, told, excluded));
    const sums = addUp(lists[name], cells!, dimensions);
    const known = membership ? dimensions : dimensions.filter((one) => one !== "department" && one !== "size");
    for (const scope of counted) found.push(...compare(scope, sums, known, told));
  }
  return found;
}

/** Sums by "scope/dimension:code". */
function addUp(list: CellList, cells: ReadonlyMap<number, Sums>, dimensions: readonly Dimension[]) {
  const sums = new Map<string, Record<string, number>>();
  for (const [key, cell] of cells) {
    const { scopes, groups } = list.read(key);
    for (const { dimension, code } of groups)
      if (dimensions.includes(dimension)) for (const scope of scopes) add(sums, `${scope}/${dimension}:${code}`, cell);
  }
  return sums;
}

function add(sums: Map<string, Record<string, number>>, name: string, cell: Sums): void {
  const sum = sums.get(name);
  if (sum) for (const column of Object.keys(cell)) sum[column]! += cell[column]!;
  else sums.set(name, { ...cell });
}

function compare(
  { key, figures }: CountedScope,
  sums: ReadonlyMap<string, Sums>,
  dimensions: readonly Dimension[],
  told: readonly Comparison[],
): Disagreement[] {
  const mine = figures.filter((f) => dimensions.includes(f.dimension) && told.includes(f.baseline));
  const differing = mine.flatMap((figure) =>
    differences(figure, sums.get(`${key}/${figure.dimension}:${figure.code}`), told.indexOf(figure.baseline), key),
  );
  return [...differing, ...missing(key, sums, dimensions, told, mine)];
}

/** Joined months speak of two; their headcount is another one. */
const isOfTheMonth = (comparison: Comparison): boolean => comparison !== "joined-year-ago";

const RULE = "second count (danfo)";
const cellIn = (scope: string, cell: string): string => (scope === "" ? cell : `${scope}/${cell}`);

const differences = (figure: Figure, sum: Sums | undefined, at: number, scope: string): Disagreement[] =>
  COUNTED.filter((column) => column !== "headcount" || isOfTheMonth(figure.baseline))
    .map((column) => ({
      cell: cellIn(scope, cellOf(figure, column)),
      expected: sum?.[columnName(column, at)] ?? 0,
      found: figure[column],
      rule: RULE,
    }))
    .filter(({ expected, found }) => expected !== found);

/** Groups that hold people in the second count and have no figure at all. */
function missing(
  scope: string,
  sums: ReadonlyMap<string, Sums>,
  dimensions: readonly Dimension[],
  told: readonly Comparison[],
  figures: readonly Figure[],
): Disagreement[] {
  const known = new Set(figures.map((f) => `${scope}/${f.dimension}:${f.code}/${f.baseline}`));
  return [...sums].flatMap(([name, sum]) => {
    if (!name.startsWith(`${scope}/`) || sum.headcount! <= 0) return [];
    const group = name.slice(scope.length + 1);
    if (!dimensions.some((dimension) => group.startsWith(`${dimension}:`))) return [];
    return told
      .filter((comparison) => isOfTheMonth(comparison) && !known.has(`${name}/${comparison}`))
      .map((comparison) => ({
        cell: cellIn(scope, `${group}/${comparison}/headcount`),
        expected: sum.headcount!,
        found: 0,
        rule: RULE,
      }));
  });
}
