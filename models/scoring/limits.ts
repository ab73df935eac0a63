import type { DetectorThresholds } from "../threshold.ts";

/** The detector's thresholds as bare numbers, so that the hot loop reads no objects. */
export type Limits = { readonly [name in keyof DetectorThresholds]-?: number };

/** Every threshold and the least it can be worked with. */
const LOWEST: Limits = {
  minimumHistory: 2,
  window: 3,
  breakShare: 0,
  breakSpreads: 0,
  blipReturn: 0,
  counterpartShare: 0,
  counterpartPeople: 0,
  counterpartChance: 0,
  cohortPrior: 0,
  cohortMinimum: 1,
  seasonPrior: 0,
  largeFrom: 0,
  scalePrior: 0,
  flowShare: 0,
  overdispersion: 0,
  ownSeasonFrom: 0,
  seasonReturn: 0,
  stlFrom: 0,
  trendMonths: 3,
  leakReference: 0,
  leakLimit: Number.MIN_VALUE,
  boundZ: 0,
};

/** What a set stands for that was kept before a threshold existed, so that its months score as they did: no season is pooled. */
const BEFORE: Partial<Limits> = { seasonPrior: Number.POSITIVE_INFINITY };

/**
 * Values of a threshold set, checked; boundZ as a distance, > 0. Throws RangeError naming the first value that is missing
 * (a set kept before that threshold existed) or cannot be worked with.
 */
export function limitsOf(detector: DetectorThresholds): Limits {
  const names = Object.keys(LOWEST) as (keyof DetectorThresholds)[];
  const limit = (name: keyof Limits): number =>
    detector[name] === undefined ? (BEFORE[name] ?? checked(name, undefined)) : checked(name, detector[name].value);
  return Object.fromEntries(names.map((name) => [name, limit(name)])) as Limits;
}

function checked(name: keyof DetectorThresholds, value: number | undefined): number {
  if (value === undefined) throw new RangeError(`detector threshold ${name} is missing; keep a set that has it`);
  const size = name === "boundZ" ? Math.abs(value) : value;
  if (Number.isFinite(size) && size >= LOWEST[name]) return size;
  throw new RangeError(`detector threshold ${name} must be a number from ${LOWEST[name]} up, got ${value}`);
}

/** First column of a panel that the window reaches: the scored month needs `window` changes, so window + 1 columns. */
export const firstColumn = (width: number, limits: Limits): number => Math.max(0, width - 1 - limits.window);
