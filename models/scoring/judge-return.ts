import type { Bench } from "./bench.ts";
import { tOfZ, zOfT } from "./moderated-t.ts";
import { writeFalls } from "./row-facts.ts";
import { countNoise, shockScale, squeezeDrift, squeezeVariance } from "./shock.ts";

/** Months without a report across which a return is still held against the report before them. */
const LONGEST_GAP = 6;

/**
 * Judges a month that follows months without a report by the last report before them: as a walk, it may have moved as many
 * times the variance, the drift and the staff exchanged of a month as months went by. What is gone when somebody reports
 * again is a fall like any other. False when nothing was reported within LONGEST_GAP months before: then nothing can be said.
 */
export function judgeReturn(bench: Bench, row: number): boolean {
  const { panel, cohorts, history, limits, out } = bench;
  const last = history.log.length - 1;
  const then = lastBefore(history.log, last, history.first);
  const months = last - then;
  if (then < history.first || months > LONGEST_GAP + 1) return false;
  const band = cohorts.bandVariance[cohorts.band[row]];
  const drift = squeezeDrift(cohorts.own.drift[row], history.changes, band, limits.scalePrior) * months;
  const variance = squeezeVariance(cohorts.own.variance[row], history.changes, band, limits.scalePrior) * months;
  const previous = history.people[then];
  const peer = history.peers[last] - history.peers[then];
  const expected = previous * Math.exp(peer + drift);
  const flow = Math.min(1, limits.flowShare * months);
  const scale = shockScale(variance, countNoise(previous, expected, flow, limits.overdispersion));
  const freedom = history.changes + (Number.isNaN(band) ? 0 : limits.scalePrior);
  out.previous[row] = panel.headcount[row * panel.width + then];
  out.expected[row] = expected;
  out.lower[row] = expected * Math.exp(-tOfZ(limits.boundZ, freedom) * scale);
  out.z[row] = zOfT((history.log[last] - history.log[then] - peer - drift) / scale, freedom);
  writeFalls(bench, row, out.status[row]);
  return true;
}

/** The latest column before one that has a report. */
function lastBefore(log: Float64Array, column: number, first: number): number {
  let then = column - 1;
  while (then >= first && Number.isNaN(log[then])) then--;
  return then;
}
