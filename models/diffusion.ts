import { ratio } from "./job-flows.ts";

/** How widely employment moved in a group against last month, over its matched sample (B persons then, E now). */
export interface Diffusion {
  /** Enterprises with more people than last month, with fewer, and all compared. */
  readonly growing: number;
  readonly falling: number;
  readonly matched: number;
  /** Share growing minus share falling, −1…1; 0 is balance. null: nothing to compare. */
  readonly index: number | null;
  /** The same with every enterprise weighing its mean of B and E, so that large ones count for what they employ. */
  readonly jobIndex: number | null;
}

/** What a diffusion index is made from; jobs are sums of (B + E) / 2 over all, the growing and the falling. */
export interface DiffusionSums {
  readonly growing: number;
  readonly falling: number;
  readonly matched: number;
  readonly jobs: number;
  readonly growingJobs: number;
  readonly fallingJobs: number;
}

/**
 * Diffusion index: share growing minus share falling. The BLS prints the same as 50 + 50 × index (share growing plus half
 * the share unchanged, in percent). Source: BLS Handbook of Methods, CES; weights as in Davis and Haltiwanger.
 */
export const diffusionOf = ({ growing, falling, matched, ...of }: DiffusionSums): Diffusion => ({
  ...{ growing, falling, matched },
  index: ratio(growing - falling, matched),
  jobIndex: ratio(of.growingJobs - of.fallingJobs, of.jobs),
});
