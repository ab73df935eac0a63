import { GAP } from "../panel.ts";
import { STATUS } from "../score.ts";
import type { Bench } from "./bench.ts";
import type { History } from "./history.ts";
import { MOVE, markMoves } from "./level-shift.ts";
import { tOfZ, zOfT } from "./moderated-t.ts";
import { expectOwnSeason } from "./own-season.ts";
import { writeRiskFeatures } from "./risk-features.ts";
import { writeFalls } from "./row-facts.ts";
import { countNoise, shockScale, squeezeDrift, squeezeVariance } from "./shock.ts";
import { measureTrend } from "./trend.ts";
import { walkMonths } from "./walk.ts";

/** Judges a row whose history has been read and whose known shifts are marked; writes what only judged rows have. */
export function judgeRow(bench: Bench, row: number, before: number): void {
  const { cohorts, history, limits, walk, trend, out } = bench;
  const last = history.log.length - 1;
  const band = cohorts.bandVariance[cohorts.band[row]];
  history.drift = squeezeDrift(cohorts.own.drift[row], history.changes, band, limits.scalePrior);
  history.variance = squeezeVariance(cohorts.own.variance[row], history.changes, band, limits.scalePrior);
  let bound = weigh(bench, row, 0);
  const matters = out.z[row] <= -limits.boundZ || walk.leak >= limits.leakLimit;
  if (matters && expectOwnSeason(history, cohorts.yearAgo, limits, bench.stl)) {
    for (let column = history.first; column <= last; column++) {
      history.move[column] = history.known[column] === 1 ? MOVE.shift : MOVE.none;
    }
    bound = weigh(bench, row, history.season[last]);
  }
  out.status[row] = before === STATUS.rebased ? before : judgedStatus(history, bound);
  measureTrend(history, trend);
  out.leak[row] = walk.leak;
  out.slope[row] = trend.slope;
  out.trendP[row] = trend.trendP;
  writeFalls(bench, row, before);
  out.breakMonth[row] = walk.shiftColumn < 0 ? GAP : bench.panel.month - last + walk.shiftColumn;
  writeRiskFeatures(bench, row);
}

/** The guard, the leak and the shock of a history as it stands; returns what writeShock does. */
function weigh(bench: Bench, row: number, season: number): number {
  const { history, limits, walk } = bench;
  markMoves(history, history.first + 1, history.log.length, limits);
  walkMonths(history, limits, walk);
  return writeShock(bench, row, season);
}

/** Expected and lower headcount in persons, and z; returns the log change at which the month becomes unusual. */
function writeShock({ cohorts, history, limits, out }: Bench, row: number, season: number): number {
  const last = history.log.length - 1;
  const previous = history.people[last - 1];
  const peer = cohorts.change[cohorts.cohort[row] * history.log.length + last];
  const expected = previous * Math.exp(peer + season + history.drift);
  const scale = shockScale(history.variance, countNoise(previous, expected, limits.flowShare, limits.overdispersion));
  out.expected[row] = expected;
  const freedom = history.changes + (Number.isNaN(cohorts.bandVariance[cohorts.band[row]]) ? 0 : limits.scalePrior);
  const bound = -tOfZ(limits.boundZ, freedom) * scale;
  out.lower[row] = expected * Math.exp(bound);
  out.z[row] = zOfT((history.residual[last] - history.drift) / scale, freedom);
  return bound;
}

/** A blip's return stays rebased only while what the two months leave over is not itself an unusual fall. */
function judgedStatus(history: History, bound: number): number {
  const last = history.log.length - 1;
  const move = history.move[last];
  if (move === MOVE.shift) return STATUS.rebased;
  if (move !== MOVE.undone) return STATUS.scored;
  const net = history.residual[last - 1] + history.residual[last];
  return net <= bound ? STATUS.scored : STATUS.rebased;
}
