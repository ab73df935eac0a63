import { GAP, type Panel } from "../panel.ts";
import type { CohortMedians } from "../scoring/cohort-medians.ts";
import type { CohortNodes } from "../scoring/cohort-nodes.ts";
import type { CohortTree } from "../scoring/cohort-tree.ts";

/** One of the nested groups that an enterprise is compared with. */
export interface PeerGroup {
  /** What its members share: everybody, small or large, then an industry, the size band, the region beside all of these. */
  readonly kind: "everybody" | "half" | "industry" | "band" | "region";
  /** Position in the profile's industries; -1 where the group is not by industry. */
  readonly industry: number;
  /** Enterprises that reported this month and the month before, itself among them. */
  readonly enterprises: number;
  /** Their median log change, leaning on the group around it and on what they did beside it in that season month before. */
  readonly change: number;
  /** Too few: nothing of this month is their own. */
  readonly leans: boolean;
}

/** The groups from the finest to everybody. The first is the one whose change was expected of the enterprise. */
export function peerChain(
  panel: Panel,
  nodes: CohortNodes,
  { change, count }: CohortMedians,
  tree: CohortTree,
  row: number,
): readonly PeerGroup[] {
  return Array.from(groupsAround(panel, nodes, tree, row), ({ node, ...group }) => ({
    ...group,
    leans: count[node] !== group.enterprises,
    change: change[node * panel.width + panel.width - 1],
  }));
}

/**
 * The group that a score's peers were, found by their number: a finer group of the same number holds the same enterprises.
 * null when no group around the row has so many.
 * @param peers enterprises beside the row's own that reported this month and the month before
 */
export function askedGroup(
  panel: Panel,
  nodes: CohortNodes,
  tree: CohortTree,
  row: number,
  peers: number,
): Pick<PeerGroup, "kind" | "industry"> | null {
  for (const group of groupsAround(panel, nodes, tree, row)) if (group.enterprises === peers + 1) return group;
  return null;
}

type Around = Pick<PeerGroup, "kind" | "industry" | "enterprises"> & { readonly node: number };

/** From the finest to everybody, each counted when it is reached. */
function* groupsAround(panel: Panel, nodes: CohortNodes, tree: CohortTree, row: number): Generator<Around> {
  let industry = panel.industry[row];
  let kind: PeerGroup["kind"] = panel.region[row] < 0 ? "band" : "region";
  for (let node = nodes.cohort[row]; node >= 0; node = nodes.parent[node]) {
    if (node === 0) kind = "everybody";
    else if (kind === "industry" && industry < 0) kind = "half";
    const named = kind === "everybody" || kind === "half" ? -1 : industry;
    yield { node, kind, industry: named, enterprises: membersOf(panel, nodes, node) };
    if (kind === "industry") industry = tree.industryParent[industry];
    kind = kind === "region" ? "band" : "industry";
  }
}

function membersOf({ headcount, width }: Panel, { order, start, end }: CohortNodes, node: number): number {
  let members = 0;
  for (let at = start[node]; at < end[node]; at++) {
    const last = (order[at] + 1) * width - 1;
    members += Number(width > 1 && headcount[last] !== GAP && headcount[last - 1] !== GAP);
  }
  return members;
}
