import { GAP, type Panel } from "../panel.ts";
import { STATUS } from "../score.ts";

/**
 * What can be said of a row before its numbers are looked at. A named successor comes first: who continues
 * elsewhere has neither closed nor fallen silent.
 */
export function statusOf(panel: Panel, row: number, longEnough: boolean): number {
  const last = (row + 1) * panel.width - 1;
  const now = panel.headcount[last] !== GAP;
  const before = panel.width > 1 && panel.headcount[last - 1] !== GAP;
  if (panel.transferred[row] === 1 && (now || before)) return STATUS.rebased;
  if (panel.closed[row] === 1) return STATUS.exited;
  if (!now) return STATUS.silent;
  if (!before && lastReport(panel, row) !== GAP) return STATUS.returned;
  return longEnough ? STATUS.scored : STATUS.tooShort;
}

/** Persons in the latest month reported before the last one of the panel; GAP when there is none. */
export function lastReport(panel: Panel, row: number): number {
  const base = row * panel.width;
  for (let cell = base + panel.width - 2; cell >= base; cell--) {
    if (panel.headcount[cell] !== GAP) return panel.headcount[cell];
  }
  return GAP;
}
