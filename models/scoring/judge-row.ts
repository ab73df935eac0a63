import { GAP } from "../panel.ts";
import { STATUS } from "../score.ts";
import type { Bench } from "./bench.ts";
import { type History, measureHistory } from "./history.ts";
import { MOVE, markMoves } from "./level-shift.ts";
import type { Limits } from "./limits.ts";
import { riskScore } from "./risk.ts";
import { writeRiskFeatures } from "./risk-features.ts";
import { fallSince } from "./row-facts.ts";
import { countNoise, shockScale, squeezeDrift, squeezeVariance } from "./shock.ts";
import { measureTrend } from "./trend.ts";
import { walkMonths } from "./walk.ts";

/** Judges a row whose history has been read and whose known shifts are marked; writes what only judged rows have. */
export function judgeRow(bench: Bench, row: number, before: number): void {
  const { cohorts, history, limits, walk, trend, features, out } = bench;
  const last = history.log.length - 1;
  measureHistory(history);
  const band = cohorts.bandVariance[cohorts.band[row]];
  history.drift = squeezeDrift(history.drift, history.changes, band, limits.scalePrior);
  history.variance = squeezeVariance(history.variance, history.changes, band, limits.scalePrior);
  markMoves(history, history.first + 1, last + 1, limits);
  walkMonths(history, limits, walk);
  const scale = writeShock(bench, row);
  out.status[row] = before === STATUS.rebased ? before : judgedStatus(history, scale, limits);
  measureTrend(history, trend);
  out.leak[row] = walk.leak;
  out.slope[row] = trend.slope;
  out.trendP[row] = trend.trendP;
  out.fall3[row] = fallSince(bench, row, before);
  out.breakMonth[row] = walk.shiftColumn < 0 ? GAP : bench.panel.month - last + walk.shiftColumn;
  writeRiskFeatures(features, history, out, row, limits);
  out.risk[row] = riskScore(features);
}

/** Expected and lower headcount in persons, and z; returns the month's scale. */
function writeShock({ cohorts, history, limits, out }: Bench, row: number): number {
  const last = history.log.length - 1;
  const previous = history.people[last - 1];
  const peer = cohorts.change[cohorts.cohort[row] * history.log.length + last];
  const expected = previous * Math.exp(peer + history.drift);
  const scale = shockScale(history.variance, countNoise(previous, expected, limits.overdispersion));
  out.expected[row] = expected;
  out.lower[row] = expected * Math.exp(-limits.boundZ * scale);
  out.z[row] = (history.residual[last] - history.drift) / scale;
  return scale;
}

/** A blip's return stays rebased only while what the two months leave over is not itself an unusual fall. */
function judgedStatus(history: History, scale: number, limits: Limits): number {
  const last = history.log.length - 1;
  const move = history.move[last];
  if (move === MOVE.shift) return STATUS.rebased;
  if (move !== MOVE.undone) return STATUS.scored;
  const net = history.residual[last - 1] + history.residual[last];
  return net <= -limits.boundZ * scale ? STATUS.scored : STATUS.rebased;
}
