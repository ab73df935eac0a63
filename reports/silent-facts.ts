import type { SilentEnterprise } from "./input.ts";

/** Silent enterprises that are named; any beyond that are counted only. */
const NAMED = 320;

export interface SilentFacts {
  readonly count: number;
  /** Persons of their last reports. */
  readonly people: number;
  /** The largest first, at most NAMED. */
  readonly named: readonly SilentEnterprise[];
}

export const silentFacts = (silent: readonly SilentEnterprise[]): SilentFacts => ({
  count: silent.length,
  people: silent.reduce((sum, one) => sum + (one.lastHeadcount ?? 0), 0),
  named: silent.toSorted((a, b) => (b.lastHeadcount ?? -1) - (a.lastHeadcount ?? -1)).slice(0, NAMED),
});
