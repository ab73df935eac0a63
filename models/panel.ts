import type { Month } from "./month.ts";

/** Marks a month without a report in integer columns. Headcounts are never negative, so nothing else can be -1. */
export const GAP = -1;

/**
 * The histories of many enterprises as columns, ending at one month. Row r of a matrix is
 * `[r * width, (r + 1) * width)`, its last entry is `month`, the one before it `month - 1`, and so on.
 * Every array may lie on a SharedArrayBuffer; nothing here is ever written after it is filled.
 */
export interface Panel {
  readonly month: Month;
  readonly size: number;
  readonly width: number;
  /** Database id of each enterprise. */
  readonly enterprise: Int32Array;
  /** size × width persons; GAP where nothing was reported. */
  readonly headcount: Int32Array;
  /** Persons in the month itself; GAP when not reported. */
  readonly dispatch: Int32Array;
  readonly dispatchBefore: Int32Array;
  readonly hidden: Int32Array;
  /** Headcount of the first month ever reported (the first-filing baseline), never GAP. */
  readonly firstHeadcount: Int32Array;
  /** Position in profile.industries of the finest known industry; -1 when unknown. */
  readonly industry: Int32Array;
  /** Position in profile.regions; -1 when unknown. */
  readonly region: Int32Array;
  /** 1 when the register or a closure event says the enterprise had ceased by the end of `month`. */
  readonly closed: Uint8Array;
  /** 1 when the register names a successor (merger, transfer, code change) or it is one, effective within the month. */
  readonly transferred: Uint8Array;
  /** The latest month up to `month` in which that happened, so that later months know the shift; GAP when never. */
  readonly transferredMonth: Int32Array;
}
