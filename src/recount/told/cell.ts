import type { Disagreement } from "../../../models/cross-foot.ts";
import { disagree } from "../compare.ts";

/** Holds one printed cell of a report against the second count; the cell's name begins with the scope's key. */
export type Check = (cell: string, counted: number | null, printed: number | null) => Disagreement[];

export const checkIn =
  (scope: string): Check =>
  (cell, counted, printed) =>
    disagree(`${scope === "" ? "" : `${scope}/`}${cell}`, counted, printed);

/** Chained rates are multiplied in another order, so they meet to nine digits only. */
export const near = (counted: number, printed: number): number =>
  Math.abs(counted - printed) <= 1e-9 * Math.max(1, Math.abs(counted)) ? printed : counted;
