import type { Panel } from "../panel.ts";
import type { CohortNodes } from "./cohort-nodes.ts";
import { emptyHistory, isLongEnough, measureHistory, readHistory } from "./history.ts";
import type { Limits } from "./limits.ts";
import { medianInPlace } from "./median.ts";
import type { PeerChanges } from "./peer-cohort.ts";

/**
 * The usual variance of a month's residual in each size band: the median over its enterprises with enough history. A
 * band of fewer than `cohortMinimum` such enterprises takes that of all; NaN when all are too few.
 */
export function bandVariances(panel: Panel, nodes: CohortNodes, peers: PeerChanges, bands: number, limits: Limits) {
  const own = ownVariances(panel, nodes, peers, limits);
  const kept = new Float64Array(panel.size);
  const fewest = Math.max(2, limits.cohortMinimum);
  const usual = (belongs: (row: number) => boolean, otherwise: number): number => {
    let count = 0;
    for (let row = 0; row < panel.size; row++) if (belongs(row) && !Number.isNaN(own[row])) kept[count++] = own[row];
    return count < fewest ? otherwise : medianInPlace(kept, 0, count);
  };
  const all = usual(() => true, Number.NaN);
  return Float64Array.from({ length: bands }, (_, band) => usual((row) => nodes.band[row] === band, all));
}

function ownVariances(panel: Panel, nodes: CohortNodes, peers: PeerChanges, limits: Limits): Float64Array {
  const history = emptyHistory(panel.width, limits);
  const own = new Float64Array(panel.size).fill(Number.NaN);
  for (let row = 0; row < panel.size; row++) {
    readHistory(history, panel, row, peers.change, nodes.cohort[row] * panel.width);
    if (!isLongEnough(history, limits.minimumHistory)) continue;
    measureHistory(history);
    own[row] = history.variance;
  }
  return own;
}
