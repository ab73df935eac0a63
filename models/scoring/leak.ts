/**
 * Next value of the lower one-sided CUSUM, in standard deviations, ≥ 0: max(0, before − z − reference). One month adds
 * at most half the limit, so that a single shock, which z already tells, is never called a leak: it takes two.
 * Source: Page, Biometrika 41 (1954); the cap after Lucas and Crosier, "Robust CUSUM", Comm. Stat. 11 (1982).
 */
export function nextLeak(before: number, z: number, reference: number, limit: number): number {
  const step = -z - reference;
  const capped = Math.min(step, limit / 2);
  const next = before + capped;
  return Math.max(next, 0);
}
