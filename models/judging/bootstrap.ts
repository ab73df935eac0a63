/** Figures of weighted rows, always as many; null where these rows do not give one. No weights: each row once. */
export type Figures = (weight: Float64Array | undefined) => readonly (number | null)[];

/** A figure with the range that chance in the choice of enterprises leaves it; null limits: too few resamples gave it. */
export interface Estimate {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

export interface Resampling {
  /** From 0 up to 1, seeded by the caller. */
  readonly random: () => number;
  readonly resamples: number;
  /** Share of the resamples that the interval holds, such as 0.95. */
  readonly interval: number;
}

/**
 * Percentile intervals by drawing whole enterprises with replacement: months of one enterprise are alike, and drawing
 * them one by one would make the interval too narrow. All figures see the same draws, so that a difference of two is
 * a figure too. A figure of null is null; an interval is given when at least half of the draws give the figure.
 * Source: Efron and Tibshirani (1993); Field and Welsh, J. R. Stat. Soc. B 69 (2007).
 */
export function bootstrap(
  cluster: Int32Array,
  figures: Figures,
  { random, resamples, interval }: Resampling,
): readonly (Estimate | null)[] {
  const { slot, count } = slotsOf(cluster);
  const weight = new Float64Array(cluster.length);
  const values = figures(undefined);
  const drawn: number[][] = values.map(() => []);
  for (let n = 0; n < resamples && count > 0; n++) {
    drawWeights(slot, count, random, weight);
    for (const [i, value] of figures(weight).entries()) if (value !== null) drawn[i].push(value);
  }
  return values.map((value, i) => {
    if (value === null) return null;
    const sorted = drawn[i].sort((a, b) => a - b);
    if (sorted.length < resamples / 2 || sorted.length === 0) return { value, low: null, high: null };
    return { value, low: quantile(sorted, (1 - interval) / 2), high: quantile(sorted, (1 + interval) / 2) };
  });
}

/** How often each row counts when `count` clusters are drawn with replacement. */
function drawWeights(slot: Int32Array, count: number, random: () => number, weight: Float64Array): void {
  const times = new Float64Array(count);
  for (let draw = 0; draw < count; draw++) times[Math.floor(random() * count)]++;
  for (let i = 0; i < slot.length; i++) weight[i] = times[slot[i]];
}

function slotsOf(cluster: Int32Array): { slot: Int32Array; count: number } {
  const known = new Map<number, number>();
  const slot = cluster.map((id) => {
    const at = known.get(id) ?? known.size;
    known.set(id, at);
    return at;
  });
  return { slot, count: known.size };
}

/** Between the two nearest of sorted values, as R's type 7 and NumPy do. */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const above = Math.min(sorted.length - 1, below + 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}
