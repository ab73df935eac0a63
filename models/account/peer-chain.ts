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
  { change, count, cohort }: CohortMedians,
  tree: CohortTree,
  row: number,
): readonly PeerGroup[] {
  const groups: PeerGroup[] = [];
  let industry = panel.industry[row];
  let kind: PeerGroup["kind"] = panel.region[row] < 0 ? "band" : "region";
  for (let node = cohort[row]; node >= 0; node = nodes.parent[node]) {
    if (node === 0) kind = "everybody";
    else if (kind === "industry" && industry < 0) kind = "half";
    const named = kind === "everybody" || kind === "half" ? -1 : industry;
    const enterprises = membersOf(panel, nodes, node);
    groups.push({
      ...{ kind, industry: named, enterprises, leans: count[node] !== enterprises },
      change: change[node * panel.width + panel.width - 1],
    });
    if (kind === "industry") industry = tree.industryParent[industry];
    kind = kind === "region" ? "band" : "industry";
  }
  return groups;
}

function membersOf({ headcount, width }: Panel, { order, start, end }: CohortNodes, node: number): number {
  let members = 0;
  for (let at = start[node]; at < end[node]; at++) {
    const last = (order[at] + 1) * width - 1;
    members += Number(width > 1 && headcount[last] !== GAP && headcount[last - 1] !== GAP);
  }
  return members;
}
