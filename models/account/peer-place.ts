import { quantileSorted } from "simple-statistics";
import type { CohortTree } from "../scoring/cohort-tree.ts";
import type { Limits } from "../scoring/limits.ts";
import { persons } from "../scoring/log-change.ts";
import { medianInPlace } from "../scoring/median.ts";
import { sizeBand } from "../size-band.ts";
import type { PeerGroup } from "./peer-chain.ts";

/** Enterprises that reported a month and the month before, as columns. */
export interface Movements {
  readonly size: number;
  /** Positions in the profile's industries and regions; -1 where not known. */
  readonly industry: Int32Array;
  readonly region: Int32Array;
  /** Persons in the month before and in the month. */
  readonly base: Int32Array;
  readonly current: Int32Array;
}

/** Whose peers are looked for; positions as in Movements. */
export interface Asker {
  readonly industry: number;
  readonly region: number;
  /** Place among the size bands, by the month before or the report nearest before it. */
  readonly band: number;
  /** Its own change; null where it did not report both months. */
  readonly own: number | null;
}

/** The peers whose median change was expected of an enterprise, and where it stands among them. Shares: −0.05 is 5 % fewer. */
export interface PeerPlace {
  readonly kind: Extract<PeerGroup["kind"], "region" | "band" | "industry">;
  /** Position in the profile's industries. */
  readonly industry: number;
  /** Enterprises that reported this month and the month before, itself among them. */
  readonly enterprises: number;
  readonly median: number;
  /** The changes below which the shares PEER_SHARES of them lie, in that order. */
  readonly spread: readonly number[];
  /** How many of them fell further, or grew less; null where its own change is not known. */
  readonly below: number | null;
}

/** Shares of the peers that a spread tells the change of. */
export const PEER_SHARES: readonly number[] = [0.1, 0.25, 0.5, 0.75, 0.9];

/**
 * The finest group around an enterprise that is large enough, as the score took it: industry × size band × region, industry ×
 * size band, then the industries above within small or large. `movements` holds all of its section. null where the group is
 * wider than a section, or its industry is not known.
 */
export function peerPlace(movements: Movements, tree: CohortTree, limits: Limits, asker: Asker): PeerPlace | null {
  const groups = groupsAround(movements, tree, limits, asker).map((group) => ({
    ...group,
    changes: changesIn(movements, group),
  }));
  const fewest = Math.max(2, limits.cohortMinimum);
  const used = groups.find(
    ({ changes }, i) => changes.length >= fewest && changes.length < (groups[i + 1]?.changes.length ?? Infinity),
  );
  if (!used) return null;
  const { kind, industry, changes } = used;
  const { own } = asker;
  const median = medianInPlace(Float64Array.from(changes), 0, changes.length);
  const below = own === null ? null : changes.filter((change) => change < own).length;
  const sorted = changes.toSorted((a, b) => a - b);
  const spread = PEER_SHARES.map((share) => quantileSorted(sorted, share));
  return { kind, industry, enterprises: changes.length, median, spread, below };
}

/** The change as scores see it, whose log of a reported 0 is that of half a person. */
export const changeOf = (base: number, current: number): number => persons(current) / persons(base) - 1;

interface Around {
  readonly kind: PeerPlace["kind"];
  readonly industry: number;
  holds(row: number): boolean;
}

/** From the finest up. */
function groupsAround(
  { industry, region, base }: Movements,
  tree: CohortTree,
  { largeFrom }: Limits,
  asker: Asker,
): readonly Around[] {
  const bandOf = (row: number) => sizeBand(tree.sizeBands, base[row]!);
  const isLarge = (band: number) => tree.sizeBands[band]! >= largeFrom;
  const trade = asker.industry;
  if (trade < 0) return [];
  const banded = (row: number) => industry[row] === trade && bandOf(row) === asker.band;
  const groups: Around[] = [{ kind: "band", industry: trade, holds: banded }];
  if (asker.region >= 0)
    groups.unshift({
      kind: "region",
      industry: trade,
      holds: (row) => banded(row) && region[row] === asker.region,
    });
  for (let above = trade; above >= 0; above = tree.industryParent[above]!) {
    const top = above;
    const holds = (row: number) => isWithin(tree, industry[row]!, top) && isLarge(bandOf(row)) === isLarge(asker.band);
    groups.push({ kind: "industry", industry: top, holds });
  }
  return groups;
}

function isWithin({ industryParent }: CohortTree, industry: number, top: number): boolean {
  for (let at = industry; at >= 0; at = industryParent[at]!) if (at === top) return true;
  return false;
}

function changesIn({ size, base, current }: Movements, { holds }: Around): number[] {
  const changes: number[] = [];
  for (let row = 0; row < size; row++) if (holds(row)) changes.push(changeOf(base[row]!, current[row]!));
  return changes;
}
