import { CORRECTION_LIMITS } from "./limits.ts";

interface Amount {
  readonly value: number;
  readonly percent: boolean;
}

/** Whether a number moved beyond the bound: a rate goes by the difference, all else by the share of what was printed. */
export function movedFar(was: Amount, is: Amount): boolean {
  const moved = Math.abs(is.value - was.value);
  const { share, points } = CORRECTION_LIMITS;
  return was.percent ? moved >= points.value : moved >= share.value * Math.abs(was.value);
}
