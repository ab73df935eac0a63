import { mean, standardDeviation } from "simple-statistics";

/**
 * Lower one-sided CUSUM after the last of these changes, in standard deviations, ≥ 0: each is standardised by the mean
 * and spread of all of them, with no peers and nothing robust. 0 when they are all alike. Source: Page (1954).
 */
export function plainCusum(changes: readonly number[], reference: number): number {
  const [center, spread] = [mean([...changes]), standardDeviation([...changes])];
  if (spread === 0) return 0;
  return changes.reduce((sum, change) => Math.max(0, sum - (change - center) / spread - reference), 0);
}
