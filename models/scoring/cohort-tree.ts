import type { Profile } from "../profile.ts";

/** What peer cohorts need to know of a profile, as plain arrays that can be handed to a worker. */
export interface CohortTree {
  /** Lower headcount limits of the size bands, ascending from 0. */
  readonly sizeBands: Int32Array;
  /** Position of each industry's parent; -1 for a section. */
  readonly industryParent: Int32Array;
  /** Place of each industry in an order in which every industry comes right before its descendants. */
  readonly industryRank: Int32Array;
  /** Position of the ancestor one step below the section (the division); a section is its own. */
  readonly industryDivision: Int32Array;
  readonly regions: number;
  /** Whether Spring Festival moves headcounts, so that months of different years are matched by it. */
  readonly springFestival: boolean;
}

/** The tree of a profile. Throws as cohortTree. */
export const treeOf = ({ industries, regions, sizeBands, calendar }: Shape): CohortTree =>
  cohortTree(industries, regions.length, sizeBands, calendar.springFestival);

type Shape = Pick<Profile, "industries" | "regions" | "sizeBands" | "calendar">;

/** Builds the tree from a profile's lists. Throws RangeError for an unknown parent, a ring, or unsorted size bands. */
export function cohortTree(
  industries: readonly { readonly code: string; readonly parent: string | null }[],
  regionsCount: number,
  sizeBands: readonly number[],
  springFestival = false,
): CohortTree {
  checkBands(sizeBands);
  const industryParent = parentsOf(industries);
  return {
    sizeBands: Int32Array.from(sizeBands),
    industryParent,
    industryRank: ranksOf(industryParent),
    industryDivision: divisionsOf(industryParent),
    regions: regionsCount,
    springFestival,
  };
}

function checkBands(sizeBands: readonly number[]): void {
  const sorted = sizeBands[0] === 0 && sizeBands.every((limit, i) => i === 0 || limit > sizeBands[i - 1]);
  if (!sorted) throw new RangeError(`size bands must ascend from 0, got ${sizeBands.join(", ")}`);
}

function parentsOf(industries: readonly { readonly code: string; readonly parent: string | null }[]): Int32Array {
  const position = new Map(industries.map((industry, i) => [industry.code, i]));
  return Int32Array.from(industries, ({ code, parent }) => {
    if (parent === null) return -1;
    const found = position.get(parent);
    if (found === undefined) throw new RangeError(`industry ${code} names an unknown parent ${parent}`);
    return found;
  });
}

/** Depth-first, in list order. An industry that is never reached sits on a ring. */
function ranksOf(parent: Int32Array): Int32Array {
  const children: number[][] = Array.from({ length: parent.length }, () => []);
  const open: number[] = [];
  for (let i = parent.length - 1; i >= 0; i--) (parent[i] < 0 ? open : children[parent[i]]).push(i);
  const rank = new Int32Array(parent.length).fill(-1);
  let next = 0;
  for (let i = open.pop(); i !== undefined; i = open.pop()) {
    rank[i] = next++;
    open.push(...children[i]);
  }
  const ring = rank.indexOf(-1);
  if (ring >= 0) throw new RangeError(`industry at position ${ring} is its own ancestor`);
  return rank;
}

function divisionsOf(parent: Int32Array): Int32Array {
  return Int32Array.from(parent, (_, industry) => {
    let division = industry;
    while (parent[division] >= 0 && parent[parent[division]] >= 0) division = parent[division];
    return division;
  });
}
