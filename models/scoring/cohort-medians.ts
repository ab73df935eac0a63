import type { Panel } from "../panel.ts";
import { turbulenceOf } from "../risk/turbulence.ts";
import type { DetectorThresholds } from "../threshold.ts";
import { bandVariances } from "./band-variance.ts";
import { type CohortNodes, cohortNodes } from "./cohort-nodes.ts";
import type { CohortTree } from "./cohort-tree.ts";
import { findTransfers, type Transfers } from "./counterpart.ts";
import { type Limits, limitsOf } from "./limits.ts";
import { emptySpread, measureSpread, type OwnSpread } from "./own-spread.ts";
import { type PeerChanges, peerChanges } from "./peer-cohort.ts";
import { yearAgoColumns } from "./year-ago.ts";

/** All that scoring one enterprise needs to know of the others: plain arrays, to be cloned or shared between workers. */
export interface CohortMedians {
  /** Rows and width of the panel this was computed from. */
  readonly size: number;
  readonly width: number;
  /** The finest cohort of each row. */
  readonly cohort: Int32Array;
  /** The size band of each row. */
  readonly band: Int32Array;
  /** cohorts × width: the peers' shrunken median log change, their season in it; 0 where nobody can be asked. */
  readonly change: Float64Array;
  /** Enterprises the scored month's median of each cohort rests on, the asker among them; 0 when nobody. */
  readonly count: Int32Array;
  /** Each row's own drift and variance, measured once for its band and for itself. */
  readonly own: OwnSpread;
  /** Usual squared spread of a month's residual in each size band; NaN when unknown. */
  readonly bandVariance: Float64Array;
  /** How much the others of each row's division moved lately; see turbulenceOf. */
  readonly turbulence: Float32Array;
  /** The column of each column's month a year before, by the moon where Spring Festival counts; -1 for none. */
  readonly yearAgo: Int32Array;
  /** Falls that went with an equal gain elsewhere. */
  readonly transfers: Transfers;
}

/** The first pass over a panel: cohorts, their medians, transfers between enterprises, usual spreads by size. */
export function cohortMedians(panel: Panel, tree: CohortTree, detector: DetectorThresholds): CohortMedians {
  const limits = limitsOf(detector);
  const nodes = cohortNodes(panel, tree, limits);
  const yearAgo = yearAgoColumns(panel.month, panel.width, tree.springFestival);
  const peers = peerChanges(panel, nodes, yearAgo, limits);
  const own = emptySpread(panel.size);
  measureSpread(panel, nodes, peers, limits, own);
  return assembleCohorts(panel, tree, limits, nodes, yearAgo, peers, own);
}

/**
 * Puts the parts together. The two dear ones can be computed on several threads: fillMedians by months, and when all
 * of those are there and lean on their parents measureSpread by rows; the result is the same, bit by bit.
 */
export function assembleCohorts(
  panel: Panel,
  tree: CohortTree,
  limits: Limits,
  nodes: CohortNodes,
  yearAgo: Int32Array,
  peers: PeerChanges,
  own: OwnSpread,
): CohortMedians {
  return {
    size: panel.size,
    width: panel.width,
    cohort: nodes.cohort,
    band: nodes.band,
    change: peers.change,
    count: peers.count,
    own,
    bandVariance: bandVariances(own.variance, nodes.band, tree.sizeBands.length, limits),
    turbulence: turbulenceOf(panel, tree),
    yearAgo,
    transfers: findTransfers(panel, tree, limits),
  };
}
