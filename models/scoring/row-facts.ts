import { GAP } from "../panel.ts";
import { type ScoreColumns, STATUS } from "../score.ts";
import type { Bench } from "./bench.ts";
import { lastReport } from "./status.ts";
import { shiftedPeople } from "./walk.ts";

/** What was reported and what the peers did. */
export function writeFacts({ panel, cohorts, out }: Bench, row: number, status: number): void {
  const last = (row + 1) * panel.width - 1;
  const headcount = panel.headcount[last];
  const before = panel.width > 1 ? panel.headcount[last - 1] : GAP;
  out.headcount[row] = headcount;
  out.previous[row] = status === STATUS.exited || status === STATUS.silent ? lastReport(panel, row) : before;
  const hidden = panel.hidden[row];
  out.hiddenShare[row] = hidden === GAP || headcount <= 0 ? Number.NaN : hidden / headcount;
  const cohort = cohorts.cohort[row];
  const asked = cohorts.count[cohort] - (cohorts.count[cohort] > 0 && headcount !== GAP && before !== GAP ? 1 : 0);
  out.peers[row] = asked;
  out.peerChange[row] = asked > 0 ? cohorts.change[cohort * panel.width + panel.width - 1] : Number.NaN;
}

/** Persons lost since three months and since a year ago, net of level shifts. */
export function writeFalls(bench: Bench, row: number, status: number): void {
  bench.out.fall3[row] = fallSince(bench, row, status, 3);
  bench.out.fall12[row] = fallSince(bench, row, status, 12);
}

/** An enterprise that ceased has lost all of its people. */
function fallSince({ panel, history, out }: Bench, row: number, status: number, months: number): number {
  const base = row * panel.width;
  const then = panel.width > months ? panel.headcount[base + panel.width - 1 - months] : GAP;
  const now = status === STATUS.exited && out.headcount[row] === GAP ? 0 : out.headcount[row];
  if (then === GAP || now === GAP) return Number.NaN;
  return then - now + shiftedPeople(history, panel.headcount, base, months);
}

/** Sets everything that only a judged month has to "no value". */
export function clearJudgement(out: ScoreColumns, row: number): void {
  for (const column of [out.expected, out.lower, out.z, out.leak, out.slope, out.trendP, out.risk]) {
    column[row] = Number.NaN;
  }
  out.breakMonth[row] = GAP;
}
