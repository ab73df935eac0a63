import type { Panel } from "../panel.ts";
import type { CohortNodes } from "./cohort-nodes.ts";
import { emptyHistory, isLongEnough, measureHistory, readHistory } from "./history.ts";
import type { Limits } from "./limits.ts";
import type { PeerChanges } from "./peer-cohort.ts";

/** What each enterprise's own earlier months say, nothing drawn in yet; NaN where the history is too short. */
export interface OwnSpread {
  /** Median residual of the months before the last. */
  readonly drift: Float64Array;
  /** Squared 1.4826 × MAD of them. */
  readonly variance: Float64Array;
}

/** Room for a panel's spreads; on shared memory when several threads shall fill it. */
export const emptySpread = (size: number): OwnSpread => ({
  drift: new Float64Array(new SharedArrayBuffer(size * 8)).fill(Number.NaN),
  variance: new Float64Array(new SharedArrayBuffer(size * 8)).fill(Number.NaN),
});

/** Measures the rows [from, to); each depends on its own months and its peers' only, so threads may share a panel. */
export function measureSpread(
  panel: Panel,
  nodes: Pick<CohortNodes, "cohort">,
  peers: Pick<PeerChanges, "change">,
  limits: Limits,
  into: OwnSpread,
  from = 0,
  to = panel.size,
): void {
  const history = emptyHistory(panel.width, limits);
  for (let row = from; row < to; row++) {
    readHistory(history, panel, row, peers.change, nodes.cohort[row] * panel.width);
    if (!isLongEnough(history, limits.minimumHistory)) continue;
    measureHistory(history);
    into.drift[row] = history.drift;
    into.variance[row] = history.variance;
  }
}
