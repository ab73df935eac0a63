import type { Panel } from "../panel.ts";
import type { DetectorThresholds } from "../threshold.ts";
import { bandVariances } from "./band-variance.ts";
import { cohortNodes } from "./cohort-nodes.ts";
import type { CohortTree } from "./cohort-tree.ts";
import { findTransfers, type Transfers } from "./counterpart.ts";
import { limitsOf } from "./limits.ts";
import { peerChanges } from "./peer-cohort.ts";

/** All that scoring one enterprise needs to know of the others: plain arrays, to be cloned or shared between workers. */
export interface CohortMedians {
  /** Rows and width of the panel this was computed from. */
  readonly size: number;
  readonly width: number;
  /** The finest cohort of each row. */
  readonly cohort: Int32Array;
  /** The size band of each row. */
  readonly band: Int32Array;
  /** cohorts × width: the peers' shrunken median log change; 0 where nobody can be asked. */
  readonly change: Float64Array;
  /** Enterprises the scored month's median of each cohort rests on, the asker among them; 0 when nobody. */
  readonly count: Int32Array;
  /** Usual squared spread of a month's residual in each size band; NaN when unknown. */
  readonly bandVariance: Float64Array;
  /** Falls that went with an equal gain elsewhere. */
  readonly transfers: Transfers;
}

/** The first pass over a panel: cohorts, their medians, transfers between enterprises, usual spreads by size. */
export function cohortMedians(panel: Panel, tree: CohortTree, detector: DetectorThresholds): CohortMedians {
  const limits = limitsOf(detector);
  const nodes = cohortNodes(panel, tree);
  const peers = peerChanges(panel, nodes, limits);
  return {
    size: panel.size,
    width: panel.width,
    cohort: nodes.cohort,
    band: nodes.band,
    change: peers.change,
    count: peers.count,
    bandVariance: bandVariances(panel, nodes, peers, tree.sizeBands.length, limits),
    transfers: findTransfers(panel, tree, limits),
  };
}
