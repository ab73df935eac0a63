import { type Comparison, comparedHeadcounts } from "./baseline.ts";
import { COUNTS, type Dimension, type Figure } from "./figure.ts";
import { type Membership, SIZE_GROUPS } from "./membership.ts";
import { GAP, type Panel } from "./panel.ts";
import type { ProfileIndex } from "./profile-index.ts";
import { sizeBand } from "./size-band.ts";

/** What is added up: the counts of a Figure, then three sums that are null in a Figure when nobody reported them. */
const SUMS = [...COUNTS, "dispatch", "dispatchChange", "hidden"] as const;
type Sum = (typeof SUMS)[number];
const WIDTH = SUMS.length;
const AT = Object.fromEntries(SUMS.map((name, i) => [name, i])) as Record<Sum, number>;

export interface JobFlowOptions {
  readonly baseline: Comparison;
  /** Without it there are no figures by size class and by department. */
  readonly membership?: Membership;
  /** 1 leaves the enterprise out of every figure, such as the mask of dominantEmployers. */
  readonly excluded?: Uint8Array;
}

/**
 * Movement of employment in the place and its sectors, sections, divisions, regions, size bands, size classes and departments
 * against one baseline.
 * One pass over the panel; groups without any enterprise are left out, the place never is. Meaning of every number: Figure.
 * The size band of an enterprise is that of the mean of B and E, so that crossing a limit biases neither side.
 */
export function jobFlows(panel: Panel, index: ProfileIndex, options: JobFlowOptions): Figure[] {
  const { baseline, membership, excluded } = options;
  const rows = excluded ? Array.from({ length: panel.size }, (_, r) => r).filter((r) => excluded[r] !== 1) : null;
  return toFigures(layOut(index, membership), baseline, sumRows(panel, index, options, rows));
}

/**
 * The same twice from one pass: of everybody, and of everybody but the given rows (such as the dominant employers), those
 * of every group or of the place alone.
 */
export function jobFlowsWithAndWithout(
  panel: Panel,
  index: ProfileIndex,
  options: Omit<JobFlowOptions, "excluded">,
  rows: readonly number[],
  without: "every group" | "the whole" = "every group",
): { readonly all: Figure[]; readonly without: Figure[] } {
  const { baseline } = options;
  const groups = layOut(index, options.membership);
  const sums = sumRows(panel, index, options, null);
  const theirs = sumRows(panel, index, options, rows);
  return {
    all: toFigures(groups, baseline, sums),
    without: toFigures(
      without === "the whole" ? groups.slice(0, 1) : groups,
      baseline,
      sums.map((sum, i) => sum - theirs[i]!),
    ),
  };
}

function toFigures(groups: readonly Group[], baseline: Comparison, sums: Float64Array): Figure[] {
  const figures: Figure[] = [];
  for (const [g, group] of groups.entries()) {
    const one = sums.subarray(g * WIDTH, (g + 1) * WIDTH);
    const anybody = one[AT.reporting]! + one[AT.left]! + one[AT.silent]! > 0;
    if (anybody || group.dimension === "place") figures.push(toFigure(group, baseline, one));
  }
  return figures;
}

interface Group {
  readonly dimension: Dimension;
  readonly code: string;
  readonly parent: string | null;
}

function layOut(index: ProfileIndex, membership?: Membership): Group[] {
  const groups: Group[] = [{ dimension: "place", code: index.place, parent: null }];
  for (const { dimension, codes, parents } of [index.sector, index.section, index.division, index.region])
    for (let i = 0; i < codes.length; i++) groups.push({ dimension, code: codes[i]!, parent: parents[i]! });
  for (const limit of index.sizeBands) groups.push({ dimension: "sizeBand", code: String(limit), parent: null });
  if (!membership) return groups;
  for (const code of SIZE_GROUPS) groups.push({ dimension: "size", code, parent: null });
  for (const code of new Set(membership.desks.flat())) groups.push({ dimension: "department", code, parent: null });
  return groups;
}

/** Sums of every group over the given rows, or all. Each enterprise is added where it is finest; the rest adds up from there. */
function sumRows(
  panel: Panel,
  index: ProfileIndex,
  { baseline, membership }: JobFlowOptions,
  rows: readonly number[] | null,
): Float64Array {
  const groups = layOut(index, membership);
  const offset = (dimension: Dimension) => groups.findIndex((g) => g.dimension === dimension);
  const [division, region, band, size] = [offset("division"), offset("region"), offset("sizeBand"), offset("size")];
  // The desks come last: an enterprise is added once, at its set of departments, and the set at each of them afterwards.
  const desks = groups.length;
  const sums = new Float64Array((desks + (membership?.desks.length ?? 0)) * WIDTH);
  const { base, current } = comparedHeadcounts(panel, baseline);
  const one = new Float64Array(WIDTH);
  const count = rows === null ? panel.size : rows.length;
  for (let i = 0; i < count; i++) {
    const r = rows === null ? i : rows[i]!;
    const b = base[r]!;
    const e = current[r]!;
    if (b === GAP && e === GAP) continue;
    one.fill(0);
    compare(one, b, e, panel.closed[r] === 1);
    if (e !== GAP) addHidden(one, panel, r, e, baseline);
    add(sums, division + index.division.groupOf[panel.industry[r]! + 1]!, one);
    add(sums, region + index.region.groupOf[panel.region[r]! + 1]!, one);
    add(sums, band + sizeBandOf(index.sizeBands, b, e), one);
    if (!membership) continue;
    add(sums, size + membership.size[r]!, one);
    add(sums, desks + membership.desk[r]!, one);
  }
  for (let d = 0; d < index.division.codes.length; d++) {
    const one = sums.slice((division + d) * WIDTH, (division + d + 1) * WIDTH);
    for (const group of above(index, groups, d)) add(sums, group, one);
  }
  for (const [d, departments] of (membership?.desks ?? []).entries()) {
    const one = sums.slice((desks + d) * WIDTH, (desks + d + 1) * WIDTH);
    for (const code of departments)
      add(
        sums,
        groups.findIndex((g) => isDepartment(g, code)),
        one,
      );
  }
  return sums;
}

const isDepartment = (group: Group, code: string): boolean => group.dimension === "department" && group.code === code;

/** The groups a division adds up to: the place, its sector, its section. */
function above(index: ProfileIndex, groups: readonly Group[], division: number): number[] {
  const place = (dimension: Dimension, code: string | undefined) =>
    groups.findIndex((g) => g.dimension === dimension && g.code === code);
  const { parents } = index.division;
  return [0, place("sector", index.sectorOf[division]), place("section", parents[division] ?? undefined)];
}

function add(sums: Float64Array, group: number, one: Float64Array): void {
  for (let i = 0, at = group * WIDTH; i < WIDTH; i++) sums[at + i]! += one[i]!;
}

function compare(one: Float64Array, b: number, e: number, closed: boolean): void {
  if (e !== GAP) {
    one[AT.reporting] = 1;
    one[AT.headcount] = e;
  }
  if (b !== GAP && e !== GAP) compareMatched(one, b, e);
  else if (e !== GAP) set(one, "entered", "enteredPeople", e);
  else if (closed) set(one, "left", "leftPeople", b);
  else set(one, "silent", "silentPeople", b);
}

function set(one: Float64Array, enterprises: Sum, people: Sum, headcount: number): void {
  one[AT[enterprises]] = 1;
  one[AT[people]] = headcount;
}

function compareMatched(one: Float64Array, b: number, e: number): void {
  one[AT.matched] = 1;
  one[AT.base] = b;
  one[AT.current] = e;
  if (e < b) set(one, "down", "grossLoss", b - e);
  else if (e > b) set(one, "up", "grossGain", e - b);
  else one[AT.flat] = 1;
}

function addHidden(one: Float64Array, panel: Panel, r: number, e: number, baseline: Comparison): void {
  if (baseline === "joined-year-ago") return; // both are said of this month, not of two
  const dispatch = panel.dispatch[r]!;
  const before = panel.dispatchBefore[r]!;
  const hidden = panel.hidden[r]!;
  if (dispatch !== GAP) set(one, "dispatchReports", "dispatch", dispatch);
  if (dispatch !== GAP && before !== GAP && baseline === "previous")
    set(one, "dispatchPairs", "dispatchChange", dispatch - before);
  if (hidden === GAP) return;
  set(one, "hiddenReports", "hidden", hidden);
  one[AT.hiddenHeadcount] = e;
}

/** Position of the band that the mean of B and E falls into; of the one there is where the other is a gap. */
export function sizeBandOf(limits: readonly number[], b: number, e: number): number {
  const size = b === GAP ? e : e === GAP ? b : (b + e) / 2;
  return sizeBand(limits, size);
}

function toFigure({ dimension, code, parent }: Group, baseline: Comparison, sums: Float64Array): Figure {
  const counts = countsIn(sums);
  const change = counts.current - counts.base;
  const average = (counts.base + counts.current) / 2;
  const hidden = counts.hiddenReports > 0 ? sums[AT.hidden]! : null;
  return {
    dimension,
    code,
    parent,
    baseline,
    ...counts,
    change,
    rate: ratio(change, counts.base),
    creation: ratio(counts.grossGain, average),
    destruction: ratio(counts.grossLoss, average),
    dispatch: counts.dispatchReports > 0 ? sums[AT.dispatch]! : null,
    dispatchChange: counts.dispatchPairs > 0 ? sums[AT.dispatchChange]! : null,
    hidden,
    hiddenRate: hidden === null ? null : ratio(hidden, counts.hiddenHeadcount),
  };
}

/** Written out, because an object whose names are worked out costs ten times as much, and a month has thousands. */
const countsIn = (sums: Float64Array): Record<(typeof COUNTS)[number], number> => ({
  reporting: sums[AT.reporting]!,
  headcount: sums[AT.headcount]!,
  matched: sums[AT.matched]!,
  entered: sums[AT.entered]!,
  enteredPeople: sums[AT.enteredPeople]!,
  left: sums[AT.left]!,
  leftPeople: sums[AT.leftPeople]!,
  silent: sums[AT.silent]!,
  silentPeople: sums[AT.silentPeople]!,
  base: sums[AT.base]!,
  current: sums[AT.current]!,
  grossLoss: sums[AT.grossLoss]!,
  grossGain: sums[AT.grossGain]!,
  down: sums[AT.down]!,
  up: sums[AT.up]!,
  flat: sums[AT.flat]!,
  dispatchReports: sums[AT.dispatchReports]!,
  dispatchPairs: sums[AT.dispatchPairs]!,
  hiddenReports: sums[AT.hiddenReports]!,
  hiddenHeadcount: sums[AT.hiddenHeadcount]!,
});

/** null when the denominator is 0: not computable. */
export const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
