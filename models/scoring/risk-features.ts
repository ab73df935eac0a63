import type { ScoreColumns } from "../score.ts";
import type { History } from "./history.ts";
import type { Limits } from "./limits.ts";
import { persons } from "./log-change.ts";

/** Fills `features` in the order of RISK_TERMS from a judged history and the columns already written for its row. */
export function writeRiskFeatures(features: Float64Array, h: History, out: ScoreColumns, row: number, limits: Limits) {
  const headcount = out.headcount[row];
  features[0] = Math.log(persons(headcount) / 50);
  features[1] = Math.sqrt(h.variance);
  features[2] = largestMove(h);
  features[3] = -out.z[row];
  features[4] = out.leak[row] / limits.leakLimit;
  features[5] = -out.fall3[row] / persons(headcount);
  features[6] = out.hiddenShare[row];
}

/** Largest absolute log change beyond the peers' in the window, the scored month's included; 0 without any. */
function largestMove(h: History): number {
  let largest = 0;
  for (let column = h.first; column < h.residual.length; column++) {
    const size = Math.abs(h.residual[column]);
    if (size > largest) largest = size;
  }
  return largest;
}
