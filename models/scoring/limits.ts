import type { DetectorThresholds } from "../threshold.ts";

/** The detector's thresholds as bare numbers, so that the hot loop reads no objects. */
export type Limits = { readonly [name in keyof DetectorThresholds]: number };

const lowest: Readonly<Partial<Record<keyof DetectorThresholds, number>>> = {
  minimumHistory: 2,
  window: 3,
  cohortMinimum: 1,
  leakLimit: Number.MIN_VALUE,
};

/** Values of a threshold set, checked. Throws RangeError naming the first value that cannot be worked with. */
export function limitsOf(detector: DetectorThresholds): Limits {
  const names = Object.keys(detector) as (keyof DetectorThresholds)[];
  return Object.fromEntries(names.map((name) => [name, checked(name, detector[name].value)])) as Limits;
}

function checked(name: keyof DetectorThresholds, value: number): number {
  const size = name === "boundZ" ? Math.abs(value) : value;
  const low = lowest[name] ?? 0;
  if (Number.isFinite(size) && size >= low) return size;
  throw new RangeError(`detector threshold ${name} must be a number from ${low} up, got ${value}`);
}

/** First column of a panel that the window reaches: the scored month needs `window` changes, so window + 1 columns. */
export const firstColumn = (width: number, limits: Limits): number => Math.max(0, width - 1 - limits.window);
