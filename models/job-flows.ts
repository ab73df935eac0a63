import { type Baseline, baselineHeadcounts, headcountsBack } from "./baseline.ts";
import { COUNTS, type Dimension, type Figure } from "./figure.ts";
import { GAP, type Panel } from "./panel.ts";
import type { ProfileIndex } from "./profile-index.ts";

/** What is added up: the counts of a Figure, then three sums that are null in a Figure when nobody reported them. */
const SUMS = [...COUNTS, "dispatch", "dispatchChange", "hidden"] as const;
type Sum = (typeof SUMS)[number];
const WIDTH = SUMS.length;
const AT = Object.fromEntries(SUMS.map((name, i) => [name, i])) as Record<Sum, number>;

export interface JobFlowOptions {
  readonly baseline: Baseline;
  /** 1 leaves the enterprise out of every figure, such as the mask of dominantEmployers. */
  readonly excluded?: Uint8Array;
}

/**
 * Movement of employment in the place and its sectors, sections, divisions, regions and size bands against one baseline.
 * One pass over the panel; groups without any enterprise are left out, the place never is. Meaning of every number: Figure.
 * The size band of an enterprise is that of the mean of B and E, so that crossing a limit biases neither side.
 */
export function jobFlows(panel: Panel, index: ProfileIndex, options: JobFlowOptions): Figure[] {
  const groups = layOut(index);
  const sums = new Float64Array(groups.length * WIDTH);
  addEnterprises(panel, index, options, groups, sums);
  return groups
    .map((group, g) => toFigure(group, options.baseline, sums.subarray(g * WIDTH, (g + 1) * WIDTH)))
    .filter((f) => f.dimension === "place" || f.reporting + f.left + f.silent > 0);
}

interface Group {
  readonly dimension: Dimension;
  readonly code: string;
  readonly parent: string | null;
}

function layOut(index: ProfileIndex): Group[] {
  const groups: Group[] = [{ dimension: "place", code: index.place, parent: null }];
  for (const { dimension, codes, parents } of [index.sector, index.section, index.division, index.region])
    for (let i = 0; i < codes.length; i++) groups.push({ dimension, code: codes[i]!, parent: parents[i]! });
  for (const limit of index.sizeBands) groups.push({ dimension: "sizeBand", code: String(limit), parent: null });
  return groups;
}

function addEnterprises(
  panel: Panel,
  index: ProfileIndex,
  { baseline, excluded }: JobFlowOptions,
  groups: readonly Group[],
  sums: Float64Array,
): void {
  const offset = (dimension: Dimension) => groups.findIndex((g) => g.dimension === dimension);
  const [sector, section, division] = [offset("sector"), offset("section"), offset("division")];
  const [region, sizeBand] = [offset("region"), offset("sizeBand")];
  const base = baselineHeadcounts(panel, baseline);
  const current = headcountsBack(panel, 0);
  const one = new Float64Array(WIDTH);
  for (let r = 0; r < panel.size; r++) {
    const b = base[r]!;
    const e = current[r]!;
    if ((b === GAP && e === GAP) || excluded?.[r] === 1) continue;
    one.fill(0);
    compare(one, b, e, panel.closed[r] === 1);
    if (e !== GAP) addHidden(one, panel, r, e, baseline);
    const industry = panel.industry[r]! + 1;
    add(sums, 0, one);
    add(sums, sector + index.sector.groupOf[industry]!, one);
    add(sums, section + index.section.groupOf[industry]!, one);
    add(sums, division + index.division.groupOf[industry]!, one);
    add(sums, region + index.region.groupOf[panel.region[r]! + 1]!, one);
    add(sums, sizeBand + bandOf(index.sizeBands, b, e), one);
  }
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

function addHidden(one: Float64Array, panel: Panel, r: number, e: number, baseline: Baseline): void {
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

function bandOf(limits: readonly number[], b: number, e: number): number {
  const size = b === GAP ? e : e === GAP ? b : (b + e) / 2;
  let band = limits.length - 1;
  while (band > 0 && size < limits[band]!) band--;
  return band;
}

function toFigure(group: Group, baseline: Baseline, sums: Float64Array): Figure {
  const counts = Object.fromEntries(COUNTS.map((name) => [name, sums[AT[name]]!])) as Record<
    (typeof COUNTS)[number],
    number
  >;
  const change = counts.current - counts.base;
  const average = (counts.base + counts.current) / 2;
  const hidden = counts.hiddenReports > 0 ? sums[AT.hidden]! : null;
  return {
    ...group,
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

/** null when the denominator is 0: not computable. */
export const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
