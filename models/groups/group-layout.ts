import { type Dimension, UNKNOWN } from "../figure.ts";
import { type Membership, SIZE_GROUPS } from "../membership.ts";
import type { Panel } from "../panel.ts";
import type { Grouping, ProfileIndex } from "../profile-index.ts";

/** A group that the report speaks of, and the cells it adds up from. */
export interface Group {
  readonly dimension: Dimension;
  readonly code: string;
  /** The section of a division; otherwise null. */
  readonly parent: string | null;
  readonly cells: readonly number[];
}

/**
 * Where each enterprise is added, and what adds up from there: it stands in one cell of each axis (division, region, size
 * class, set of departments), so that a pass over a million enterprises adds four times and everything coarser follows.
 */
export interface GroupLayout {
  readonly cells: number;
  readonly axes: readonly Axis[];
  readonly groups: readonly Group[];
}

export interface Axis {
  readonly from: number;
  /** Cell of each row, counted from `from`. */
  readonly of: ArrayLike<number>;
}

/** Groups: the place, sectors, sections, divisions, regions, size classes, departments; those without anybody too. */
export function groupLayout(panel: Panel, index: ProfileIndex, membership: Membership): GroupLayout {
  const { division, region, sector, section } = index;
  const regionFrom = division.codes.length;
  const sizeFrom = regionFrom + region.codes.length;
  const deskFrom = sizeFrom + SIZE_GROUPS.length;
  const divisions = division.codes.map((_, d) => d);
  const those = (is: (d: number) => boolean) => divisions.filter(is);
  return {
    cells: deskFrom + membership.desks.length,
    axes: [
      { from: 0, of: panel.industry.map((industry) => division.groupOf[industry + 1]!) },
      { from: regionFrom, of: panel.region.map((one) => region.groupOf[one + 1]!) },
      { from: sizeFrom, of: membership.size },
      { from: deskFrom, of: membership.desk },
    ],
    groups: [
      { dimension: "place", code: index.place, parent: null, cells: divisions },
      ...groupsOf(sector, (code) => those((d) => index.sectorOf[d] === code)),
      ...groupsOf(section, (code) => those((d) => (division.parents[d] ?? UNKNOWN) === code)),
      ...groupsOf(division, (_, d) => [d]),
      ...groupsOf(region, (_, r) => [regionFrom + r]),
      ...SIZE_GROUPS.map((code, s) => ({ dimension: "size" as const, code, parent: null, cells: [sizeFrom + s] })),
      ...departmentsOf(membership, deskFrom),
    ],
  };
}

const groupsOf = (
  { dimension, codes, parents }: Grouping,
  cellsOf: (code: string, at: number) => readonly number[],
): Group[] => codes.map((code, i) => ({ dimension, code, parent: parents[i] ?? null, cells: cellsOf(code, i) }));

/** An enterprise counts at every department that answers for it. */
function departmentsOf({ desks }: Membership, from: number): Group[] {
  return [...new Set(desks.flat())].map((code) => ({
    ...{ dimension: "department", code, parent: null },
    cells: desks.flatMap((desk, d) => (desk.includes(code) ? [from + d] : [])),
  }));
}

/** Sum over a group's cells of a column of cells. */
export const sumOver = ({ cells }: Group, column: Float64Array): number =>
  cells.reduce((sum, cell) => sum + column[cell]!, 0);
