import type { TruthEvent } from "../judging/lead-time.ts";

/**
 * What came, by the reported headcounts and by those who closed alerts as layoffs that happened: they know of some that the
 * headcounts do not show, because others were hired meanwhile. One near an event that the headcounts tell is the same.
 * @param horizon months within which two are one
 */
export function knownEvents(
  byHeadcount: readonly TruthEvent[],
  byOutcome: readonly TruthEvent[],
  horizon: number,
): readonly TruthEvent[] {
  const known = byHeadcount.map(({ enterprise, month }) => [enterprise, month] as const);
  const isNew = ({ enterprise, month }: TruthEvent) =>
    !known.some(([code, on]) => code === enterprise && Math.abs(on - month) <= horizon);
  return [...byHeadcount, ...byOutcome.filter(isNew)];
}
