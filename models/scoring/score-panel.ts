import { GAP, type Panel } from "../panel.ts";
import { type ScoreColumns, STATUS } from "../score.ts";
import type { DetectorThresholds } from "../threshold.ts";
import { type Bench, emptyBench } from "./bench.ts";
import type { CohortMedians } from "./cohort-medians.ts";
import { transfersFrom } from "./counterpart.ts";
import { doubtedFirst } from "./first-figure.ts";
import { type History, isLongEnough, readHistory } from "./history.ts";
import { judgeReturn } from "./judge-return.ts";
import { judgeRow } from "./judge-row.ts";
import { MOVE } from "./level-shift.ts";
import { limitsOf } from "./limits.ts";
import { measureSwing, writeRiskFeatures } from "./risk-features.ts";
import { clearJudgement, writeFacts, writeFalls } from "./row-facts.ts";
import { emptyScores } from "./score-columns.ts";
import { statusOf } from "./status.ts";

/**
 * Steps 0–5 and the features of the risk for rows [from, to) of a panel, written to the same rows of `out`. A row's score
 * depends on its own months up to the panel's last and on `cohorts`, never on `from` and `to`: workers may share a
 * panel. Throws RangeError when `cohorts` was computed from another panel or `out` is too small.
 */
export function scorePanel(
  panel: Panel,
  cohorts: CohortMedians,
  detector: DetectorThresholds,
  from = 0,
  to = panel.size,
  out = emptyScores(panel.size),
): ScoreColumns {
  checkFit(panel, cohorts, from, to, out);
  const bench = emptyBench(panel, cohorts, limitsOf(detector), out);
  let transfer = transfersFrom(cohorts.transfers, from);
  for (let row = from; row < to; row++) transfer = scoreRow(bench, row, transfer);
  return out;
}

function checkFit(panel: Panel, cohorts: CohortMedians, from: number, to: number, out: ScoreColumns): void {
  if (cohorts.size !== panel.size || cohorts.width !== panel.width) {
    const [want, got] = [`${panel.size} × ${panel.width}`, `${cohorts.size} × ${cohorts.width}`];
    throw new RangeError(`cohort medians must come from this panel of ${want}, got ${got}`);
  }
  if (!(from >= 0 && from <= to && to <= panel.size && out.status.length >= to)) {
    const room = `a panel of ${panel.size} with room for ${out.status.length} scores`;
    throw new RangeError(`rows must lie within ${room}, got ${from} to ${to}`);
  }
}

/** Scores one row and returns the place of the first transfer behind it. */
function scoreRow(bench: Bench, row: number, transfer: number): number {
  const { panel, cohorts, history, limits, out } = bench;
  readHistory(history, panel, row, cohorts.change, cohorts.cohort[row] * panel.width);
  const longEnough = isLongEnough(history, limits.minimumHistory);
  const status = statusOf(panel, row, longEnough);
  out.status[row] = status;
  const next = markKnown(bench, row, transfer);
  writeFacts(bench, row, status);
  measureSwing(history, bench.swing);
  const last = panel.width - 1;
  const comparable = longEnough && !Number.isNaN(history.residual[last]);
  if ((status === STATUS.scored || status === STATUS.rebased) && comparable) judgeRow(bench, row, status);
  else {
    clearJudgement(out, row);
    writeFalls(bench, row, status);
    if (status === STATUS.returned && longEnough) judgeReturn(bench, row);
    writeRiskFeatures(bench, row);
  }
  return next;
}

/** Sets the shifts known beforehand: counterparts found in any month, a first figure in doubt, and the month the register names. */
function markKnown({ panel, cohorts, history }: Bench, row: number, transfer: number): number {
  const { transfers } = cohorts;
  const last = panel.width - 1;
  let next = transfer;
  for (; next < transfers.row.length && transfers.row[next] === row; next++) markShift(history, transfers.column[next]);
  const second = doubtedFirst(panel, row);
  if (second > history.first) setShift(history, second);
  const handedOver = last - (panel.month - panel.transferredMonth[row]);
  if (panel.transferredMonth[row] !== GAP && handedOver > history.first) markShift(history, handedOver);
  return next;
}

function markShift(history: History, column: number): void {
  if (!Number.isNaN(history.residual[column])) setShift(history, column);
}

function setShift(history: History, column: number): void {
  history.move[column] = MOVE.shift;
  history.known[column] = 1;
}
