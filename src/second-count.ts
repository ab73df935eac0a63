import { type Baseline, baselineMonth } from "../models/baseline.ts";
import { cellOf, type Disagreement } from "../models/cross-foot.ts";
import { type Figure, UNKNOWN } from "../models/figure.ts";
import { type Membership, SIZE_GROUPS } from "../models/membership.ts";
import { GAP, type Panel } from "../models/panel.ts";
import type { Profile } from "../models/profile.ts";
import { type Sums, sumBy } from "./frame.ts";

/** From these and the identities of cross-footing every other number of a figure follows. */
const COUNTED = ["base", "current", "grossLoss", "headcount"] as const;
type Counted = (typeof COUNTED)[number];
const DIMENSIONS = ["place", "section", "division", "region", "size", "department"] as const;
type Counting = (typeof DIMENSIONS)[number];

export interface SecondCountInput {
  readonly panel: Panel;
  readonly profile: Profile;
  readonly baseline: Baseline;
  /** Without it size classes and departments are not counted. */
  readonly membership?: Membership;
  readonly excluded?: Uint8Array;
}

/**
 * Counts the place, sections, divisions, regions, size classes and departments a second time, from the enterprises' rows, with
 * danfo, and names every cell where the figures of that baseline say something else. Shares no code with jobFlows. danfo sums
 * by industry and region, and by size and departments; the dimensions add those few cells up. Empty: the two counts agree.
 */
export async function secondCount(input: SecondCountInput, figures: readonly Figure[]): Promise<Disagreement[]> {
  const { baseline } = input;
  const [places, members] = await sumBy(cellKeys(input), enterpriseColumns(input));
  return DIMENSIONS.flatMap((dimension) => {
    const cells = dimension === "size" || dimension === "department" ? members : places;
    if (!cells) return [];
    const sums = addUp(cells, (key) => groupCodes(input, dimension, key));
    const mine = figures.filter((f) => f.dimension === dimension && f.baseline === baseline);
    const differing = mine.flatMap((figure) => differences(figure, sums.get(figure.code)));
    return [...differing, ...missing(sums, mine, `${dimension}:`, baseline)];
  });
}

/** One number for an enterprise's industry and region, and one for its size and set of departments. */
function cellKeys({ panel, profile, membership }: SecondCountInput): Int32Array[] {
  const regions = profile.regions.length + 1;
  const places = panel.industry.map((industry, r) => (industry + 1) * regions + panel.region[r]! + 1);
  if (!membership) return [places];
  return [places, membership.desk.map((desk, r) => desk * SIZE_GROUPS.length + membership.size[r]!)];
}

function addUp(cells: ReadonlyMap<number, Sums>, codesOf: (key: number) => readonly string[]): Map<string, Sums> {
  const sums = new Map<string, Record<string, number>>();
  for (const [key, cell] of cells)
    for (const code of codesOf(key)) {
      const sum = sums.get(code) ?? {};
      for (const [column, value] of Object.entries(cell)) sum[column] = (sum[column] ?? 0) + value;
      sums.set(code, sum);
    }
  return sums;
}

function differences(figure: Figure, sum: Sums | undefined): Disagreement[] {
  return COUNTED.filter((c) => (sum?.[c] ?? 0) !== figure[c]).map((c) => ({
    cell: cellOf(figure, c),
    expected: sum?.[c] ?? 0,
    found: figure[c],
    rule: "second count (danfo)",
  }));
}

/** Groups that hold people in the second count and have no figure at all. */
function missing(sums: Map<string, Sums>, figures: readonly Figure[], prefix: string, baseline: Baseline) {
  const known = new Set(figures.map((f) => f.code));
  return [...sums]
    .filter(([code, sum]) => !known.has(code) && sum.headcount! > 0)
    .map(([code, sum]) => ({
      ...{ cell: `${prefix}${code}/${baseline}/headcount`, expected: sum.headcount!, found: 0 },
      rule: "second count (danfo)",
    }));
}

function enterpriseColumns({ panel, baseline, excluded }: SecondCountInput): Record<Counted, Int32Array> {
  const columns = Object.fromEntries(COUNTED.map((c) => [c, new Int32Array(panel.size)])) as Record<
    Counted,
    Int32Array
  >;
  const month = baselineMonth(baseline, panel.month);
  const before = month === null ? null : panel.width - 1 - (panel.month - month);
  for (let r = 0; r < panel.size; r++) {
    const history = panel.headcount.subarray(r * panel.width, (r + 1) * panel.width);
    const e = history[panel.width - 1]!;
    if (e === GAP || excluded?.[r] === 1) continue;
    columns.headcount[r] = e;
    const b = before === null ? panel.firstHeadcount[r]! : (history[before] ?? GAP);
    if (b === GAP) continue;
    columns.base[r] = b;
    columns.current[r] = e;
    columns.grossLoss[r] = Math.max(b - e, 0);
  }
  return columns;
}

/** The groups of a dimension that a cell counts in: one, but for departments. */
function groupCodes({ profile, membership }: SecondCountInput, dimension: Counting, key: number): readonly string[] {
  const sizes = SIZE_GROUPS.length;
  if (dimension === "department") return membership!.desks[Math.floor(key / sizes)]!;
  if (dimension === "size") return [SIZE_GROUPS[key % sizes]!];
  const regions = profile.regions.length + 1;
  return [groupCode(profile, dimension, Math.floor(key / regions) - 1, (key % regions) - 1)];
}

/** What an industry and region (positions in the profile's lists, -1 unknown) count as in a dimension. */
function groupCode(profile: Profile, dimension: Counting, industry: number, region: number): string {
  if (dimension === "place") return profile.place;
  if (dimension === "region") return profile.regions[region]?.code ?? UNKNOWN;
  let node = profile.industries[industry];
  if (!node) return UNKNOWN;
  let below: string | null = null;
  while (node.parent !== null) {
    below = node.code;
    node = profile.industries.find((i) => i.code === node!.parent)!;
  }
  return dimension === "section" ? node.code : (below ?? node.code + UNKNOWN);
}
